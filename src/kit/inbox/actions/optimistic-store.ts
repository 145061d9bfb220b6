'use client'

import * as React from 'react'
import { useSWRConfig } from 'swr'
import { API_ROOT } from '../../shared/api-client.ts'
import { createCacheStore } from '../../shared/cache-store.ts'
import { PAGES } from '../../shared/inbox-data.ts'
import { onSessionEnd } from '../../shared/session.ts'
import type { Changes, ListFilter } from './apply-action.ts'

const LIST = `${API_ROOT}/conversations`

export function parseListKey(key: string): ListFilter | null {
  const [path, query] = key.replace(PAGES, '').split('?')
  return path === LIST ? (Object.fromEntries(new URLSearchParams(query)) as ListFilter) : null
}

const none: Changes = { pending: new Map(), responses: new Map() }

/** Changes that cached data doesn't include yet. Components read them; `getConversationChanges` writes them. */
export const getChangeStore = createCacheStore(({ unload }) => {
  const listeners = new Set<() => void>()
  let changes = none
  onSessionEnd(() => {
    changes = none
    try {
      // Also discards requests in flight.
      unload()
    } catch {
      // The `SWRConfig` of the cache has unmounted.
    }
  })
  return {
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    getChanges: () => changes,
    set(next: Partial<Changes>) {
      changes = { ...changes, ...next }
      for (const listener of listeners) listener()
    },
  }
})

export function useConversationChanges(): Changes {
  const store = getChangeStore(useSWRConfig())
  return React.useSyncExternalStore(store.subscribe, store.getChanges, () => none)
}
