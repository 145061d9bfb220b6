/** The English words of `KeyboardHelp`. */
export const keyboardHelpMessages = {
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
  search: 'Search',
  undo: 'Undo the last action',
  leave: 'Go back, or clear the selection',
  help: 'Show keyboard shortcuts',
}
