/** The English words of what is said after an action. */
export const actionToastMessages = {
  closed: 'Conversation closed',
  opened: 'Conversation opened',
  snoozed: 'Conversation snoozed',
  snoozedUntil: 'Snoozed until {time}',
  assigned: 'Assignee changed',
  assignedTo: 'Assigned to {name}',
  unassigned: 'Nobody is assigned now',
  tagged: 'Tags changed',
  markedRead: 'Marked as read',
  markedUnread: 'Marked as unread',
  undo: 'Undo',
  undone: 'Undone',
  retry: 'Try again',
  failed: 'That was not done. {reason}',
}
