import type { Translator } from '../format-string.ts'

/** Strings of `ConversationThread`. `{name}` and `{assignee}` are people or teams. */
export const conversationThreadStrings = {
  waitingSla: '{waiting} SLA: {name}.',
  label: 'Conversation',
  log: 'Messages with {name}',
  loading: 'Loading conversation',
  pickTitle: 'Select a conversation',
  pick: 'J K to move',
  emptyTitle: 'No messages yet',
  empty: 'The first message will appear here.',

  titleFallback: 'Conversation with {name}',
  titleForCustomer: 'Conversation with support',
  priority: 'Priority',
  snoozedUntil: 'until {time}',
  assigned: 'Assigned to {assignee}',
  unassigned: 'Unassigned',
  tags: 'Tags',

  customer: 'Customer',
  teammate: 'Teammate',
  team: 'Team',
  bot: 'AI agent',
  you: 'You',
  unknownCustomer: 'Unknown customer',
  unknownTeammate: 'A teammate',
  unknownTeam: 'A team',
  unknownBot: 'The bot',
  someTeammate: 'a teammate',
  someTeam: 'a team',
  formerTeammate: 'a former teammate',
  formerTeam: 'a former team',

  messageLabel: '{name}, {role}, {time}',
  noteLabel: 'Internal note by {name}, {time}',
  note: 'Internal note',
  noteHint: 'Only teammates can see this',
  deleted: 'This message was deleted',
  deletedNote: 'This note was deleted',
  noText: 'No text',
  showAll: 'Show full message',
  showLess: 'Show less',
  truncated: 'This message is too long to show in full.',

  attachments: 'Attachments',
  download: 'Download',
  unsafeAttachment: "This link can't be opened",

  sending: 'Sending…',
  waitingToSend: 'Waiting to send…',
  sent: 'Sent',
  noteSent: 'Note added',
  notSent: 'Not sent. {reason}',
  rejected: 'Not sent. Intercom rejected the message.',
  missing: "Your earlier attempt didn't go through.",
  retrySending: 'Try again',
  sendAgain: 'Send again',
  discard: 'Discard',

  unread: 'New',
  omitted: {
    one: "{count} older entry isn't shown because the conversation is too long. Open it in Intercom to see all of it.",
    other: "{count} older entries aren't shown because the conversation is too long. Open it in Intercom to see all of it.",
  },
  jump: 'Jump to latest',
  jumpNew: { one: '{count} new message', other: '{count} new messages' },
  announceMessage: 'New message from {name}: {text}',
  announceNote: 'New internal note by {name}: {text}',
  announceMany: { one: '{count} new message', other: '{count} new messages' },

  updates: { one: '{count} update', other: '{count} updates' },
  assignedByName: '{name} assigned this to {assignee}',
  assignedToSelf: '{name} assigned this to themselves',
  assignedAway: 'Reassigned to {assignee} while a teammate is away',
  assignedDefault: 'Assigned to {assignee} by default',
  assignedAutomatically: 'Assigned to {assignee} automatically',
  assignedAndReopened: '{name} reopened the conversation and assigned it to {assignee}',
  assignedAndWoken: '{name} ended the snooze and assigned this to {assignee}',
  assignmentChanged: 'Assignment changed',
  unassignedByName: '{name} unassigned this',
  closed: '{name} closed the conversation',
  reopened: '{name} reopened the conversation',
  reopenedByWriting: '{name} reopened the conversation by replying',
  snoozed: '{name} snoozed the conversation',
  unsnoozed: '{name} ended the snooze',
  snoozeOver: 'Snooze ended',
  participantAdded: '{name} added a participant',
  participantRemoved: '{name} removed a participant',
  rated: '{name} rated the conversation',
  detailsUpdated: '{name} updated the details',
  detailsUpdatedByWorkflow: 'A workflow updated the details',
  workflowRan: 'A workflow ran',
  actionStarted: 'An action started',
  actionFinished: 'An action finished',
  languageDetected: 'Language detected',
  replyTimeShown: 'Usual reply time shown',
  merged: 'Another conversation was merged into this one',
  ticketUpdated: '{name} updated the ticket',
  updated: 'Conversation updated',
}

/** Function that returns strings of {@link conversationThreadStrings} in the user's language. */
export type ThreadTranslator = Translator<typeof conversationThreadStrings>

/** Strings of `RichText`. `{host}` is the host of an image. */
export const richTextStrings = {
  loadImage: 'Load image',
  imageFrom: 'Image from {host}',
  loadingImage: 'Loading…',
  imageFailed: "This image didn't load. Its link may have expired.",
  retryImage: 'Try again',
  openImage: 'Open image in a new tab',
  showQuote: 'Show quoted text',
  hideQuote: 'Hide quoted text',
  code: 'Code',
  table: 'Table',
}

/** Strings of `ConversationActions`. */
export const conversationActionsStrings = {
  label: 'Conversation actions',
  close: 'Close',
  open: 'Reopen',
  snooze: 'Snooze',
  wake: 'End snooze',
  assign: 'Assign',
  tags: 'Tags',
  markUnread: 'Mark as unread',
  markRead: 'Mark as read',
  more: 'More actions',
}

/** Labels of the lines between the columns of `SupportInbox`. */
export const columnHandlesStrings = {
  list: 'Resize the list',
  card: 'Resize the customer',
}
