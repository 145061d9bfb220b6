/** The English words of `BulkBar`, and of what the inbox says after an action. */
export const bulkBarMessages = {
  label: 'Selected conversations',
  selected: { one: '{count} selected', other: '{count} selected' },
  progress: '{finished} of {total} done',
  close: 'Close',
  snooze: 'Snooze',
  assign: 'Assign',
  clear: 'Clear selection',
  withKey: '{name} ({key})',

  closed: { one: 'Conversation closed', other: '{count} conversations closed' },
  opened: { one: 'Conversation opened', other: '{count} conversations opened' },
  snoozed: { one: 'Conversation snoozed', other: '{count} conversations snoozed' },
  assigned: { one: 'Conversation assigned', other: '{count} conversations assigned' },
  tagged: { one: 'Tags changed', other: 'Tags of {count} conversations changed' },
  markedRead: { one: 'Marked as read', other: '{count} conversations marked as read' },
  markedUnread: { one: 'Marked as unread', other: '{count} conversations marked as unread' },
  undone: { one: 'Undone', other: 'Undone in {count} conversations' },
  undo: 'Undo',

  failed: {
    one: '{count} of {total} could not be changed. It is as it was.',
    other: '{count} of {total} could not be changed. They are as they were.',
  },
  failedOne: 'This could not be done: {reason}. The conversation is as it was.',
  rowFailed: 'Not changed: {reason}',
  retryFailed: 'Retry failed',
  dismiss: 'Dismiss',
}
