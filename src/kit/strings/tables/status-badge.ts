/** The English words of `StatusBadge`. */
export const statusBadgeMessages = {
  unread: 'Unread',
  waiting: 'Waiting',
  snoozed: 'Snoozed',
  closed: 'Closed',
}
