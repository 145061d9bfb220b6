import type { ConversationAction } from '../../contracts/index.ts'

/** Strings of toasts after an action or a bulk action. */
export const actionToastStrings = {
  closed: { one: 'Conversation closed', other: '{count} conversations closed' },
  opened: { one: 'Conversation reopened', other: '{count} conversations reopened' },
  snoozed: { one: 'Snoozed until {time}', other: '{count} conversations snoozed until {time}' },
  assigned: { one: 'Assignee changed', other: 'Assignee changed in {count} conversations' },
  assignedTo: 'Assigned to {name}',
  tagged: { one: 'Tags updated', other: 'Tags updated in {count} conversations' },
  markedRead: { one: 'Marked as read', other: '{count} conversations marked as read' },
  markedUnread: { one: 'Marked as unread', other: '{count} conversations marked as unread' },
  attributeSet: { one: 'Attribute changed', other: 'Attribute changed in {count} conversations' },
  undo: 'Undo',
  undone: { one: 'Undone', other: 'Undone in {count} conversations' },
  retry: 'Try again',
}

/** Keys in {@link actionToastStrings}, by action. */
export const actionStrings = {
  close: 'closed',
  open: 'opened',
  snooze: 'snoozed',
  assign: 'assigned',
  tag: 'tagged',
  untag: 'tagged',
  mark_read: 'markedRead',
  mark_unread: 'markedUnread',
  set_attribute: 'attributeSet',
} as const satisfies Record<ConversationAction['action'], keyof typeof actionToastStrings>

/** Key of a finished or undone action. */
export type ActionStringKey = (typeof actionStrings)[ConversationAction['action']] | 'undone'
