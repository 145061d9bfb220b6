/** The English words of `KeyboardHelp`. */
export const keyboardHelpMessages = {
  title: 'Keyboard shortcuts',
  description: 'They work wherever you are in the inbox, except where you type.',
  or: 'or',
  dismiss: 'Close',

  list: 'Conversations',
  conversation: 'Conversation',
  inbox: 'Inbox',

  next: 'Next conversation',
  previous: 'Previous conversation',
  open: 'Open the conversation',
  select: 'Select or deselect',
  selectMore: 'Select several',
  selectAll: 'Select all that are loaded',
  reply: 'Reply',
  note: 'Write a note',
  close: 'Close',
  snooze: 'Snooze',
  assign: 'Assign',
  unread: 'Mark as unread',
  search: 'Search',
  undo: 'Undo the last action',
  leave: 'Back, or clear the selection',
  help: 'Show the shortcuts',
}
