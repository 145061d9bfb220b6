'use client'

import { useLocale } from '../../strings/index.ts'
import { useConversations } from '../data/use-conversations.ts'

const PAGE_SIZE = 5

/** Loads a customer's conversations except the selected one, and their formatted number. */
export function useCustomerConversations(contactId: string | null | undefined, currentId: string | null) {
  const { locale } = useLocale()
  const { conversations: all, totalCount, hasMore, isLoadingMore, error, loadMore, reload } = useConversations(
    contactId ? { contact_id: contactId, state: 'all', limit: PAGE_SIZE } : null,
  )
  const conversations = all?.filter(({ id }) => id !== currentId)
  // The server counts the selected conversation too, even on a page that has not loaded.
  const isCurrentCounted = currentId !== null && (hasMore || conversations?.length !== all?.length)
  const count = all && totalCount !== undefined ? totalCount - (isCurrentCounted ? 1 : 0) : 0
  return {
    conversations,
    count: count > 0 ? new Intl.NumberFormat(locale).format(count) : undefined,
    hasMore,
    isLoadingMore,
    error,
    loadMore,
    reload,
  }
}
