'use client'

import { type MessageTable, unreadBadgeMessages, useLocale, useMessages } from '../strings/index.ts'

/** Options of {@link useUnreadText}. */
export interface UnreadTextOptions {
  /** The largest number that is written out. */
  max: number
  /** Overrides for the default strings. */
  messages?: Partial<MessageTable> | undefined
}

/**
 * Returns an unread count in the user's language: `shown` for the eye ("99+"), `spoken` for screen readers
 * ("120 unread messages"). `null` if nothing is unread.
 */
export function useUnreadText(count: number, { max, messages }: UnreadTextOptions): { shown: string; spoken: string } | null {
  const t = useMessages('unreadBadge', unreadBadgeMessages, messages)
  const { locale } = useLocale()
  if (count <= 0) return null
  return { shown: count > max ? t('capped', { max }) : new Intl.NumberFormat(locale).format(count), spoken: t('unread', { count }) }
}
