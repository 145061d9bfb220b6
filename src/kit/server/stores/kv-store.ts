/**
 * A small memory that requests share: which deliveries were seen, which answers were given, who asked how often. It is
 * this process by default, and Redis where `REDIS_URL` says so, because two instances of an app have two memories.
 */
import { readRedisUrl } from '../settings.ts'
import type { Store } from './store.ts'
import { createMemoryStore } from './store-memory.ts'
import { createRedisStore } from './store-redis.ts'

export type { Store }

interface Stores {
  own: Store | null
  memory: Store | null
  redis: { url: string; store: Promise<Store> } | null
}

// Next.js can load a module once for each route: what they share hangs on the one thing that they all have.
const place = Symbol.for('intercom-kit.stores')
const shared = globalThis as unknown as Record<symbol, Stores | undefined>
const stores = (shared[place] ??= { own: null, memory: null, redis: null })

function redisStore(url: string): Store {
  if (stores.redis?.url !== url) {
    const store = createRedisStore(url)
    stores.redis = { url, store }
    // One that could not be made is made anew the next time.
    store.catch(() => {
      if (stores.redis?.store === store) stores.redis = null
    })
  }
  const { store } = stores.redis!
  return {
    get: async (key) => (await store).get(key),
    set: async (key, value, ttlSeconds) => (await store).set(key, value, ttlSeconds),
    setIfAbsent: async (key, value, ttlSeconds) => (await store).setIfAbsent(key, value, ttlSeconds),
    increment: async (key, ttlSeconds) => (await store).increment(key, ttlSeconds),
    delete: async (key) => (await store).delete(key),
  }
}

/** The memory of this process, whatever {@link getStore} gives: bounded, so that it cannot grow with the visitors. */
export function getMemoryStore(): Store {
  stores.memory ??= createMemoryStore()
  return stores.memory
}

/**
 * Gives the store of the app: the one of {@link setStore}, else Redis at `REDIS_URL`, else this process.
 *
 * @throws ApiError `not_configured` where `REDIS_URL` is not valid; its methods throw where Redis cannot be reached
 */
export function getStore(): Store {
  if (stores.own) return stores.own
  const url = readRedisUrl()
  return url ? redisStore(url) : getMemoryStore()
}

/**
 * Uses another store, such as the key-value store of an edge platform, where there is no socket to Redis.
 *
 * @param store null uses the usual one again
 */
export function setStore(store: Store | null): void {
  stores.own = store
}
