'use client'

import { useLocale } from '../../strings/index.ts'
import { useConversations } from '../data/use-conversations.ts'

// A glance at what else is going on; the rest loads on demand.
const PAGE_SIZE = 5

/**
 * Loads the conversations of a customer, without the one that is selected.
 *
 * @param contactId Intercom id of the customer; `null` or `undefined` loads nothing
 * @param currentId id of the selected conversation
 */
export function useCustomerConversations(contactId: string | null | undefined, currentId: string | null) {
  const { locale } = useLocale()
  const { conversations: all, totalCount, hasMore, isLoadingMore, error, loadMore, reload } = useConversations(
    contactId ? { contact_id: contactId, state: 'all', limit: PAGE_SIZE } : null,
  )
  const conversations = all?.filter(({ id }) => id !== currentId)
  // The server counts the selected conversation too, even if it is on a page that has not loaded yet.
  const isCurrentCounted = currentId !== null && (hasMore || conversations?.length !== all?.length)
  const count = all && totalCount !== undefined ? totalCount - (isCurrentCounted ? 1 : 0) : 0
  return {
    conversations,
    /** Number of conversations, formatted; `undefined` if unknown or 0. */
    count: count > 0 ? new Intl.NumberFormat(locale).format(count) : undefined,
    hasMore,
    isLoadingMore,
    error,
    loadMore,
    reload,
  }
}
