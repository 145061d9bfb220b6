import type { Cache, useSWRConfig } from 'swr'
import { RequestError } from '../../shared/api-client.ts'
import type { ConversationsResponse, LiveEvent } from '../../contracts/index.ts'
import { createLiveConnection, type LiveConnection, type LiveTarget } from './live-connection.ts'
import { isListPage, isOurs, isPolled, getStaleKeys } from './live-keys.ts'

type Mutate = ReturnType<typeof useSWRConfig>['mutate']

function containsAny(page: ConversationsResponse | undefined, ids: ReadonlySet<string>): boolean {
  return page?.conversations?.some(({ id }) => ids.has(id)) ?? false
}

function createLiveTarget(cache: Cache, mutate: Mutate, isUsed: () => boolean): LiveTarget {
  // Without users the cache may be gone.
  const getUsedKeys = () => (isUsed() ? [...cache.keys()].filter(isOurs) : [])

  /** SWR only refetches mounted keys. */
  function refetch(keys: readonly string[]): Promise<unknown> {
    return Promise.allSettled(keys.map((key) => mutate(key)))
  }

  /** Drops cached pages, because SWR only refetches the first page and missing ones. */
  function dropPages(isStale: (page: ConversationsResponse | undefined) => boolean): void {
    for (const key of getUsedKeys()) {
      if (isListPage(key) && isStale(cache.get(key)?.data as ConversationsResponse | undefined)) {
        void mutate(key, undefined, { revalidate: false })
      }
    }
  }

  return {
    change(events: LiveEvent[]) {
      const ids = new Set(events.map((event) => (event.kind === 'conversation' ? event.conversation_id : '')))
      const stale = getStaleKeys(getUsedKeys(), events)
      dropPages((page) => containsAny(page, ids))
      void refetch(stale)
    },
    resync() {
      dropPages(() => true)
      void refetch(getUsedKeys().filter((key) => !isListPage(key)))
    },
    async poll() {
      const keys = getUsedKeys().filter(isPolled)
      const before = new Map(keys.map((key) => [key, cache.get(key)?.error as unknown]))
      await refetch(keys)
      // An error from before this poll belongs to an unmounted key.
      const errors = keys.map((key) => cache.get(key)?.error as unknown).filter((error, index) => error && error !== before.get(keys[index] ?? ''))
      const waits = errors.map((error) => (error instanceof RequestError ? (error.retryAfter ?? 0) : 0))
      return { failed: errors.length > 0, retryAfter: Math.max(0, ...waits) }
    },
  }
}

export function getLiveConnection(cache: Cache, mutate: Mutate, isUsed: () => boolean): LiveConnection {
  return createLiveConnection(createLiveTarget(cache, mutate, isUsed))
}
