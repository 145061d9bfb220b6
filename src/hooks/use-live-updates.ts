'use client'

import * as React from 'react'
import { useSWRConfig, type Cache } from 'swr'
import { RequestError } from '@/lib/intercom/api-client'
import type { ConversationsResponse, LiveEvent } from '@/lib/intercom/contracts'
import { createLiveConnection, type LiveConnection, type LiveState } from '@/lib/intercom/live-connection'
import { isListPage, isOurs, isPolled, staleKeys } from '@/lib/intercom/live-keys'

/** Milliseconds for which a connection outlives its last user: React mounts twice in development, and pages change. */
const LINGER = 1000

type Mutate = ReturnType<typeof useSWRConfig>['mutate']

interface Shared {
  connection: LiveConnection
  users: number
  isRunning: boolean
  end: ReturnType<typeof setTimeout> | undefined
}

// One connection a cache, which is one a page.
const connections = new WeakMap<Cache, Shared>()

function holds(page: ConversationsResponse | undefined, ids: ReadonlySet<string>): boolean {
  return page?.conversations?.some(({ id }) => ids.has(id)) ?? false
}

function targetOf(cache: Cache, mutate: Mutate, isUsed: () => boolean) {
  // A connection that lingers fetches nothing: its cache may be gone.
  const keysNow = () => (isUsed() ? [...cache.keys()].filter(isOurs) : [])

  /** Of what is not shown anywhere, nothing is fetched. */
  function refetch(keys: readonly string[]): Promise<unknown> {
    return Promise.allSettled(keys.map((key) => mutate(key)))
  }

  /** A list fetches its first page again, and those that are not there. */
  function dropPages(isStale: (page: ConversationsResponse | undefined) => boolean): void {
    for (const key of keysNow()) {
      if (isListPage(key) && isStale(cache.get(key)?.data as ConversationsResponse | undefined)) {
        void mutate(key, undefined, { revalidate: false })
      }
    }
  }

  return {
    change(events: LiveEvent[]) {
      const ids = new Set(events.map((event) => (event.kind === 'conversation' ? event.conversation_id : '')))
      const stale = staleKeys(keysNow(), events)
      dropPages((page) => holds(page, ids))
      void refetch(stale)
    },
    resync() {
      dropPages(() => true)
      void refetch(keysNow().filter((key) => !isListPage(key)))
    },
    async poll() {
      const keys = keysNow().filter(isPolled)
      const before = new Map(keys.map((key) => [key, cache.get(key)?.error as unknown]))
      await refetch(keys)
      // An error that was there before is of something that is not shown any more.
      const errors = keys.map((key) => cache.get(key)?.error as unknown).filter((error, index) => error && error !== before.get(keys[index] ?? ''))
      const waits = errors.map((error) => (error instanceof RequestError ? (error.retryAfter ?? 0) : 0))
      return { failed: errors.length > 0, retryAfter: Math.max(0, ...waits) }
    },
  }
}

function sharedOf(cache: Cache, mutate: Mutate): Shared {
  const known = connections.get(cache)
  if (known) return known
  const shared: Shared = {
    connection: createLiveConnection(targetOf(cache, mutate, () => shared.users > 0)),
    users: 0,
    isRunning: false,
    end: undefined,
  }
  connections.set(cache, shared)
  return shared
}

/**
 * Keeps what the kit's hooks show up to date while something is mounted that calls this: what changes is fetched again
 * at once, by the stream of `GET /api/intercom/live`, or every ten seconds where there is none. One stream serves the
 * page, however many call it.
 *
 * @param isOn false does nothing
 */
export function useLiveUpdates(isOn = true): void {
  const { cache, mutate } = useSWRConfig()
  React.useEffect(() => {
    if (!isOn) return
    const shared = sharedOf(cache, mutate)
    clearTimeout(shared.end)
    shared.end = undefined
    shared.users += 1
    // One that lingers goes on.
    if (!shared.isRunning) {
      shared.isRunning = true
      shared.connection.start()
    }
    return () => {
      shared.users -= 1
      if (shared.users > 0) return
      shared.end = setTimeout(() => {
        shared.isRunning = false
        shared.connection.stop()
      }, LINGER)
    }
  }, [cache, mutate, isOn])
}

/** How the page is kept up to date now; `connecting` on the server, and where nothing calls {@link useLiveUpdates}. */
export function useConnectionState(): LiveState {
  const { cache, mutate } = useSWRConfig()
  const { connection } = sharedOf(cache, mutate)
  return React.useSyncExternalStore(connection.subscribe, connection.getState, () => 'connecting')
}
