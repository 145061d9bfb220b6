/**
 * A small memory that requests share: which deliveries were seen, which answers were given, who asked how often. It is
 * this process by default, and Redis where `REDIS_URL` says so, because two instances of an app have two memories.
 */
import { readRedisUrl } from '../settings.ts'
import { createMemoryStore } from './store-memory.ts'

/** Texts by key, each for so many seconds. Everything here may be lost early, and nothing is kept longer. */
export interface Store {
  /** Gives what is kept under a key, or null. */
  get(key: string): Promise<string | null>
  /** Keeps a text under a key, whatever was there. */
  set(key: string, value: string, ttlSeconds: number): Promise<void>
  /**
   * Keeps a text unless there is one: of several that try at once, one succeeds.
   *
   * @returns whether this one did
   */
  setIfAbsent(key: string, value: string, ttlSeconds: number): Promise<boolean>
  /**
   * Counts one more.
   *
   * @param ttlSeconds from the first count on; later ones do not make it longer
   * @returns the count, from 1
   */
  increment(key: string, ttlSeconds: number): Promise<number>
  /** Forgets a key. */
  delete(key: string): Promise<void>
}

interface Stores {
  own: Store | null
  memory: Store | null
  redis: { url: string; store: Promise<Store> } | null
}

// Next.js can load a module once for each route: what they share hangs on the one thing that they all have.
const place = Symbol.for('intercom-kit.stores')
const shared = globalThis as unknown as Record<symbol, Stores | undefined>
const stores = (shared[place] ??= { own: null, memory: null, redis: null })

async function connect(url: string): Promise<Store> {
  // Loaded where it is asked for alone: it needs sockets, which the edge and the browser do not have. Next.js reads the
  // condition when it builds for the edge, and leaves the import out: what it leads to could not be built there.
  if (process.env.NEXT_RUNTIME !== 'edge') {
    const { createRedisStore } = await import('./store-redis.ts')
    return createRedisStore(url)
  }
  throw new Error('REDIS_URL needs sockets, which the edge has not got: see setStore().')
}

function redisStore(url: string): Store {
  if (stores.redis?.url !== url) {
    const store = connect(url)
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
