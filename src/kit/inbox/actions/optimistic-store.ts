'use client'

import * as React from 'react'
import { useSWRConfig } from 'swr'
import { API_ROOT } from '../../shared/api-client.ts'
import { createCacheStore } from '../../shared/cache-store.ts'
import type { Changes, ListFilter } from './apply-action.ts'

const LIST = `${API_ROOT}/conversations`

/** Prefix of the key under which SWR keeps all pages of a list. */
export const PAGES = '$inf$'

/** Returns the address of a conversation, which is its key in the cache. */
export const toConversationUrl = (id: string) => `${LIST}/${encodeURIComponent(id)}`

/** Returns the filter of a list from its key in the cache; `null` for any other key. */
export function parseListKey(key: string): ListFilter | null {
  const [path, query] = key.replace(PAGES, '').split('?')
  return path === LIST ? (Object.fromEntries(new URLSearchParams(query)) as ListFilter) : null
}

const none: Changes = { pending: new Map(), answered: new Map() }

/** Returns the store of changes that the responses in a cache don't show yet. Components read it; `getConversationChanges` writes it. */
export const getChangeStore = createCacheStore(() => {
  const listeners = new Set<() => void>()
  let changes = none
  return {
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    /** The same object until it changes. */
    getChanges: () => changes,
    set(next: Partial<Changes>) {
      changes = { ...changes, ...next }
      for (const listener of listeners) listener()
    },
  }
})

/** Returns the changes that fetched conversations don't show yet. */
export function useConversationChanges(): Changes {
  const store = getChangeStore(useSWRConfig())
  return React.useSyncExternalStore(store.subscribe, store.getChanges, () => none)
}
