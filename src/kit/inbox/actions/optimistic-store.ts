/**
 * What is known of conversations beyond what was fetched: a store beside a cache of SWR, outside React. Whatever shows
 * conversations reads it here; what changes them is in `conversation-changes.ts`, and comes after the page.
 */
import type { Cache } from 'swr'
import { API_ROOT } from '../../shared/api-client.ts'
import type { Changes, ListFilter } from './apply-action.ts'

const LIST = `${API_ROOT}/conversations`

/** How SWR marks the key of all pages of a list together. */
export const PAGES = '$inf$'

/** Where a conversation is fetched from: its key in the cache. */
export const conversationUrl = (id: string) => `${LIST}/${encodeURIComponent(id)}`

/** The filter of a list, from its address or SWR's key for its pages; null for the address of anything else. */
export function filterOf(key: string): ListFilter | null {
  const [path, query] = key.replace(PAGES, '').split('?')
  return path === LIST ? (Object.fromEntries(new URLSearchParams(query)) as ListFilter) : null
}

/** What is known beside one cache. */
export interface ChangeStore {
  /** Calls a listener after every change; gives what stops that. */
  subscribe: (listener: () => void) => () => void
  /** What is known. The same object until it changes. */
  getChanges: () => Changes
  /** Puts something else in the place of a part of it. */
  set: (next: Partial<Changes>) => void
}

function createStore(): ChangeStore {
  const listeners = new Set<() => void>()
  let changes: Changes = { pending: new Map(), answered: new Map() }
  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    getChanges: () => changes,
    set(next) {
      changes = { ...changes, ...next }
      for (const listener of listeners) listener()
    },
  }
}

const stores = new WeakMap<Cache, ChangeStore>()

/** The store beside a cache of SWR: one a cache, whoever asks first. */
export function changeStoreOf(cache: Cache): ChangeStore {
  let store = stores.get(cache)
  if (!store) stores.set(cache, (store = createStore()))
  return store
}
