/** Strings of `AssignDialog`. */
export const assignDialogStrings = {
  title: 'Assign to',
  description: 'Choose a teammate, a team, or both.',
  find: 'Teammate or team',
  placeholder: 'Search by name',
  teammates: 'Teammates',
  teams: 'Teams',
  me: 'Me',
  away: 'Away',
  nobody: 'No teammate',
  noTeam: 'No team',
  loading: 'Loading teammates',
  failed: "Teammates couldn't be loaded.",
  dismiss: 'Close',
}

/** Strings of `SnoozeDialog`. */
export const snoozeDialogStrings = {
  title: 'Snooze until',
  description: 'It comes back then, or sooner if the customer replies.',
  laterToday: 'Later today',
  tomorrow: 'Tomorrow',
  inTwoDays: 'In 2 days',
  nextWeek: 'Next week',
  nextMonth: 'In a month',
  custom: 'Or type a time',
  example: 'tomorrow 9, 3d, fri 14:30',
  customResult: 'Until {time}',
  past: 'That time has passed. Choose a later one.',
  unreadable: 'Type a time, such as “tomorrow 9” or “3d”.',
  snooze: 'Snooze',
  dismiss: 'Close',
}

/** Strings of `TagsDialog`. */
export const tagsDialogStrings = {
  title: 'Tags',
  description: 'Only teammates see tags. Use them to find conversations.',
  find: 'Tags',
  placeholder: 'Search tags',
  none: 'No tags in this workspace yet. Tags you create in Intercom will appear here.',
  loading: 'Loading tags',
  save: 'Save tags',
  dismiss: 'Close',
}

/** Strings of the pane without a selected conversation. */
export const idlePaneStrings = {
  longest: 'Waiting longest',
  closedToday: 'closed today',
  medianReply: 'median first reply',
  next: 'Back {time}',
}

/** Strings of `KeyboardHelp`. */
export const keyboardHelpStrings = {
  title: 'Keyboard shortcuts',
  description: "They work anywhere in the inbox, except while you're typing.",
  or: 'or',
  dismiss: 'Close',

  list: 'Conversations',
  conversation: 'Conversation',
  inbox: 'Inbox',

  next: 'Next conversation',
  previous: 'Previous conversation',
  open: 'Open the conversation',
  select: 'Select or deselect',
  selectMore: 'Extend the selection',
  selectAll: 'Select all loaded conversations',
  reply: 'Reply',
  note: 'Write a note',
  close: 'Close',
  snooze: 'Snooze',
  assign: 'Assign',
  unread: 'Mark as unread',
  compose: 'New message',
  search: 'Search',
  undo: 'Undo the last action',
  leave: 'Go back, or clear the selection',
  card: 'Show or hide the customer',
  help: 'Show keyboard shortcuts',
}
