/** The English words of `ConversationActions`. */
export const conversationActionsMessages = {
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
