/** The English words of `UnreadBadge`. `{max}` is the largest number that is written out. */
export const unreadBadgeMessages = {
  capped: '{max}+',
  unread: { one: '{count} unread message', other: '{count} unread messages' },
}
