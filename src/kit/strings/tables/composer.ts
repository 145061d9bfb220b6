/** Strings of `MessageComposer`. `{name}` is the customer. */
export const messageComposerStrings = {
  label: 'Write a message',
  mode: 'Message type',
  reply: 'Reply',
  note: 'Note',
  replyHint: '{name} will see this',
  noteHint: 'Only teammates will see this',
  customerHint: 'Our support team will see this',
  customerFallback: 'The customer',
  replyField: 'Reply',
  noteField: 'Internal note',
  customerField: 'Your message',
  replyPlaceholder: 'Write a reply',
  replyByEmail: 'Reply by email to {name}',
  undelivered: "Intercom doesn't email replies of a bot. Sign in as a teammate, so that the customer gets this reply.",
  replyBySms: 'Reply by SMS to {name}',
  replyOn: 'Reply on {channel} to {name}',
  notePlaceholder: 'Write a note for your teammates',
  customerPlaceholder: 'Write a message',
  sendReply: 'Send reply',
  addNote: 'Add note',
  sendMessage: 'Send',
  sendAndClose: 'Send and close',
  sendAndSnooze: 'Send and snooze',
  sendMore: 'More ways to send',

  attach: 'Attach files',
  attachments: 'Files to send',
  remove: 'Remove {name}',
  dropHere: 'Drop files to attach them',
  tooMany: "{name} wasn't attached. You can attach up to 10 files.",
  tooLarge: "{name} wasn't attached. Files can be up to 3 MB in total.",
  empty: "{name} wasn't attached. The file is empty.",

  savedReplies: 'Saved replies',
  savedRepliesAndArticles: 'Saved replies and articles',
  placeholders: { one: '{count} placeholder to fill in: {names}', other: '{count} placeholders to fill in: {names}' },

  charactersLeft: { one: '{count} character left', other: '{count} characters left' },
  tooLong: { one: '{count} character over the limit', other: '{count} characters over the limit' },
  offline: "You're offline. Your draft is saved.",
  closed: "This conversation is closed. Replying won't reopen it.",
  closedForCustomer: 'This conversation is closed. Sending a message will reopen it.',
}

/** Keys of the strings for a reply, a note, and a customer's message. */
export const composerStrings = {
  reply: { hint: 'replyHint', field: 'replyField', placeholder: 'replyPlaceholder', send: 'sendReply' },
  note: { hint: 'noteHint', field: 'noteField', placeholder: 'notePlaceholder', send: 'addNote' },
  customer: { hint: 'customerHint', field: 'customerField', placeholder: 'customerPlaceholder', send: 'sendMessage' },
} as const satisfies Record<string, Record<string, keyof typeof messageComposerStrings>>

/** Strings of lists that filter as the user types. */
export const findListStrings = {
  nothing: 'Nothing matches “{query}”',
  found: { one: '{count} match', other: '{count} matches' },
}
