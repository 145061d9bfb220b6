'use client'

import * as React from 'react'
import { useSWRConfig } from 'swr'
import useSWRInfinite from 'swr/infinite'
import type { MissingSource, TimelineEntry, TimelineResponse } from '../../contracts/index.ts'
import { API_ROOT, requestJson, type RequestError } from '../../shared/api-client.ts'
import { getChangeStore } from '../actions/optimistic-store.ts'
import { swrOptions } from '../data/use-resource.ts'

const PAGE_SIZE = 20

export function toTimelineUrl(contactId: string, before: number | null): string {
  const query = new URLSearchParams({ limit: String(PAGE_SIZE), ...(before !== null && { before: String(before) }) })
  return `${API_ROOT}/contacts/${encodeURIComponent(contactId)}/timeline?${query.toString()}`
}

/** Timeline of a customer, for `CustomerTimelineView`. */
export interface CustomerTimelineData {
  /** Newest first; `undefined` while loading. */
  entries: TimelineEntry[] | undefined
  /** Sources that couldn't be loaded. */
  missing: MissingSource[]
  hasMore: boolean
  isLoadingMore: boolean
  error: RequestError | undefined
  loadMore: () => void
  reload: () => void
}

/** Loads a customer's events, notes and conversations, page by page. `null` loads nothing. For agents only. */
export function useCustomerTimeline(contactId: string | null | undefined): CustomerTimelineData {
  // Drops the cache when the session ends.
  getChangeStore(useSWRConfig())
  const { data, error, size, setSize, isValidating, mutate } = useSWRInfinite<TimelineResponse, RequestError>(
    (index: number, previous: TimelineResponse | null) => {
      if (!contactId || (index > 0 && previous?.next_before == null)) return null
      return toTimelineUrl(contactId, previous?.next_before ?? null)
    },
    (url: string) => requestJson<TimelineResponse>(url, ({ entries, missing }) => Array.isArray(entries) && Array.isArray(missing)),
    swrOptions,
  )
  const loaded = data?.length ?? 0
  const isLoadingMore = isValidating && data !== undefined && size > loaded
  const hasMore = data?.at(-1)?.next_before != null
  return {
    entries: React.useMemo(() => data?.flatMap(({ entries }) => entries), [data]),
    missing: React.useMemo(() => [...new Map(data?.flatMap(({ missing }) => missing.map((one) => [one.source, one] as const))).values()], [data]),
    hasMore,
    isLoadingMore,
    error,
    loadMore: React.useCallback(() => {
      // A page that failed to load is still the next one.
      if (hasMore && !isLoadingMore) void setSize(loaded + 1)
    }, [hasMore, isLoadingMore, loaded, setSize]),
    reload: React.useCallback(() => void mutate(), [mutate]),
  }
}
