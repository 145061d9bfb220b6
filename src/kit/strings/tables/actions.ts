import type { ConversationAction } from '../../contracts/index.ts'

/** The English words of what is said after an action, on one conversation or on several. */
export const actionToastMessages = {
  closed: { one: 'Conversation closed', other: '{count} conversations closed' },
  opened: { one: 'Conversation reopened', other: '{count} conversations reopened' },
  snoozed: { one: 'Conversation snoozed', other: '{count} conversations snoozed' },
  snoozedUntil: 'Snoozed until {time}',
  assigned: { one: 'Assignee changed', other: 'Assignee changed in {count} conversations' },
  assignedTo: 'Assigned to {name}',
  tagged: { one: 'Tags updated', other: 'Tags updated in {count} conversations' },
  markedRead: { one: 'Marked as read', other: '{count} conversations marked as read' },
  markedUnread: { one: 'Marked as unread', other: '{count} conversations marked as unread' },
  undo: 'Undo',
  undone: { one: 'Undone', other: 'Undone in {count} conversations' },
  retry: 'Try again',
}

/** What each action is said to have done: a word of {@link actionToastMessages}. */
export const actionWords = {
  close: 'closed',
  open: 'opened',
  snooze: 'snoozed',
  assign: 'assigned',
  tag: 'tagged',
  untag: 'tagged',
  mark_read: 'markedRead',
  mark_unread: 'markedUnread',
} as const satisfies Record<ConversationAction['action'], keyof typeof actionToastMessages>

/** What is said to have been done, or undone. */
export type DoneWord = (typeof actionWords)[ConversationAction['action']] | 'undone'

/** The English words of `BulkBar`, and of what the inbox says where several were not changed. */
export const bulkBarMessages = {
  label: 'Selected conversations',
  selected: { one: '{count} selected', other: '{count} selected' },
  progress: '{finished} of {total} done',
  close: 'Close',
  snooze: 'Snooze',
  assign: 'Assign',
  clear: 'Clear selection',

  failed: {
    one: "{count} of {total} couldn't be changed and is as it was.",
    other: "{count} of {total} couldn't be changed and are as they were.",
  },
  rowFailed: 'Not changed: {reason}',
  retryFailed: 'Retry failed',
  dismiss: 'Dismiss',
}
