'use client'

import * as React from 'react'
import useSWR from 'swr'
import useSWRInfinite from 'swr/infinite'
import { useAbortSignal } from './use-abort-signal.ts'
import { isAbort, requestJson, type RequestError } from '../../shared/api-client.ts'
import { ADMINS_KEY, toPageUrl } from '../../shared/inbox-data.ts'
import type { AdminsResponse, ConversationsQuery, ConversationsResponse, ConversationSummary } from '../../contracts/index.ts'
import { parseListKey, useConversationChanges } from '../actions/optimistic-store.ts'
import { applyChanges } from '../actions/apply-action.ts'
import { swrOptions } from './use-resource.ts'

/** Filter and order of a list. */
export type ConversationsFilter = Partial<Omit<ConversationsQuery, 'cursor'>>

/** A conversation that moves while pages load can be on two of them. Keep the first. */
function dropRepeats(pages: ConversationsResponse[]): ConversationSummary[] {
  const rows = new Map<string, ConversationSummary>()
  for (const page of pages) {
    for (const row of page.conversations) if (!rows.has(row.id)) rows.set(row.id, row)
  }
  return [...rows.values()]
}

/** Loads conversations page by page and applies pending actions. Leaving the list aborts requests. `null` loads nothing. */
export function useConversations(filter: ConversationsFilter | null = {}) {
  const signal = useAbortSignal(filter && toPageUrl(filter, null))
  const { data, error, size, setSize, isLoading, isValidating, mutate } = useSWRInfinite<
    ConversationsResponse,
    RequestError
  >(
    (index: number, previous: ConversationsResponse | null) => {
      if (!filter || (index > 0 && !previous?.next_cursor)) return null
      return toPageUrl(filter, previous?.next_cursor ?? null)
    },
    (url: string) => requestJson<ConversationsResponse>(url, (page) => Array.isArray(page.conversations), { signal: signal() ?? null }),
    swrOptions,
  )

  const changes = useConversationChanges()
  // Only reads the cache: lists don't load admins.
  const viewerId = useSWR<AdminsResponse>(ADMINS_KEY, null).data?.viewer_id
  const address = toPageUrl(filter ?? {}, null)
  const fetched = React.useMemo(() => data && dropRepeats(data), [data])
  const conversations = React.useMemo(
    () => fetched && applyChanges(fetched, changes, parseListKey(address) ?? {}, viewerId),
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
    /** Why a search may lack the conversations of some customers. */
    missingPeople: data?.find((page) => page.missing)?.missing?.people,
    totalCount: total === undefined ? undefined : Math.max(0, total - left),
    hasMore,
    /** Whether the first page has all conversations. */
    isOnePage: loaded === 1 && !hasMore,
    loadMore: React.useCallback(() => {
      // A page that failed to load is still the next one.
      if (hasMore && !isLoadingMore) void setSize(loaded + 1)
    }, [hasMore, isLoadingMore, loaded, setSize]),
    isLoading,
    isLoadingMore,
    // Leaving the list aborts its request.
    error: isAbort(error) ? undefined : error,
    reload: React.useCallback(() => void mutate(), [mutate]),
  }
}
