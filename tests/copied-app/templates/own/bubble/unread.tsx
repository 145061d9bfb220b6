'use client'

import { useUnreadBadge, useUnreadCount } from 'intercom-v0-kit/messenger'

export function Unread() {
  useUnreadBadge()
  return <p>{useUnreadCount()} unread</p>
}
