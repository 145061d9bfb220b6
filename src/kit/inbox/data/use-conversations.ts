'use client'

import * as React from 'react'
import useSWR from 'swr'
import useSWRInfinite from 'swr/infinite'
import { useAbortSignal } from './use-abort-signal.ts'
import { useConversationChanges } from '../actions/use-conversation-changes.ts'
import { API_ROOT, isAbort, requestJson, type RequestError } from '../../shared/api-client.ts'
import type { AdminsResponse, ConversationsQuery, ConversationsResponse, ConversationSummary } from '../../contracts/index.ts'
import { filterOf } from '../actions/optimistic-store.ts'
import { rowsWithChanges } from '../actions/apply-action.ts'
import { swrOptions } from './swr-options.ts'

/** Which conversations, in which order; everything is optional. See the contract for what each means. */
export type ConversationsFilter = Partial<Omit<ConversationsQuery, 'cursor'>>

/** What {@link useConversations} gives. */
export interface UseConversations {
  /** The rows so far; undefined until the first page is there. */
  conversations: ConversationSummary[] | undefined
  /** How many there are altogether; undefined until the first page is there. */
  totalCount: number | undefined
  /** Whether there are more rows to load. */
  hasMore: boolean
  /** Loads the next page; does nothing while one is on its way or where there is none. */
  loadMore: () => void
  isLoading: boolean
  isLoadingMore: boolean
  /** The latest failure. Rows that are there already stay. */
  error: RequestError | undefined
  /** Fetches everything that is shown again. */
  reload: () => void
}

function pageUrl(filter: ConversationsFilter, cursor: string | null): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(filter)) {
    if (value !== undefined && value !== '') query.set(key, String(value))
  }
  query.sort()
  if (cursor) query.set('cursor', cursor)
  const text = query.toString()
  return `${API_ROOT}/conversations${text && `?${text}`}`
}

/** A conversation that moved while pages were loaded can be on two of them: the first place is the right one. */
function withoutRepeats(pages: ConversationsResponse[]): ConversationSummary[] {
  const rows = new Map<string, ConversationSummary>()
  for (const page of pages) {
    for (const row of page.conversations) if (!rows.has(row.id)) rows.set(row.id, row)
  }
  return [...rows.values()]
}

/**
 * The conversations that `GET /api/intercom/conversations` answers, page by page, and with what is being changed in
 * them: one that was closed leaves the list of the open ones at once. A request for conversations that nobody wants to
 * see any more is ended.
 *
 * @param filter which of them, and in which order; null loads nothing
 */
export function useConversations(filter: ConversationsFilter | null = {}): UseConversations {
  const signal = useAbortSignal(filter && pageUrl(filter, null))
  const { data, error, size, setSize, isLoading, isValidating, mutate } = useSWRInfinite<
    ConversationsResponse,
    RequestError
  >(
    (index: number, previous: ConversationsResponse | null) => {
      if (!filter || (index > 0 && !previous?.next_cursor)) return null
      return pageUrl(filter, previous?.next_cursor ?? null)
    },
    (url: string) => requestJson<ConversationsResponse>(url, (page) => Array.isArray(page.conversations), { signal: signal() ?? null }),
    swrOptions,
  )

  const changes = useConversationChanges()
  // Known where a component has asked; nobody is asked for it here.
  const viewerId = useSWR<AdminsResponse>(`${API_ROOT}/admins`, null).data?.viewer_id
  const address = pageUrl(filter ?? {}, null)
  const fetched = React.useMemo(() => data && withoutRepeats(data), [data])
  const conversations = React.useMemo(
    () => fetched && rowsWithChanges(fetched, changes, filterOf(address) ?? {}, viewerId),
    [fetched, changes, address, viewerId],
  )
  const left = fetched && conversations ? fetched.length - conversations.length : 0
  const total = data?.[0]?.total_count
  const last = data?.at(-1)
  const loaded = data?.length ?? 0
  const isLoadingMore = isValidating && data !== undefined && size > loaded
  const hasMore = Boolean(last?.next_cursor)

  return {
    conversations,
    totalCount: total === undefined ? undefined : Math.max(0, total - left),
    hasMore,
    loadMore: React.useCallback(() => {
      // Not one more than was asked for: a page that failed to come is still the next.
      if (hasMore && !isLoadingMore) void setSize(loaded + 1)
    }, [hasMore, isLoadingMore, loaded, setSize]),
    isLoading,
    isLoadingMore,
    // Of a request that was ended because its list was left: back in it, the next one is on its way.
    error: isAbort(error) ? undefined : error,
    reload: React.useCallback(() => void mutate(), [mutate]),
  }
}
