import { ApiError } from '../http/errors.ts'
import { describe } from '../log.ts'
import { TimeoutError, within } from '../within.ts'
import { closeRedis, getRedis } from './redis.ts'
import type { Store } from './store.ts'
import { createMemoryStore } from './store-memory.ts'
import { createRedisStore } from './store-redis.ts'

export type { Store }

/** Milliseconds for one call of a store that the app brings. */
const DEADLINE = 2000

/** Milliseconds for which such a store is left alone after it missed the deadline. */
const PAUSE = 3000

/** Seconds that a caller waits before a retry. */
const RETRY_AFTER = 5

interface Stores {
  own: Store | null
  memory: Store | null
  /** Milliseconds since 1970. */
  pausedUntil: number
}

// Next.js can load a module once for each route: what they share is kept in the global symbol registry.
const place = Symbol.for('intercom-kit.stores')
const shared = globalThis as unknown as Record<symbol, Stores | undefined>
const stores = (shared[place] ??= { own: null, memory: null, pausedUntil: 0 })

/** Returns the store in the memory of this process. */
export function getMemoryStore(): Store {
  return (stores.memory ??= createMemoryStore())
}

/**
 * Returns the store of the app: the one of {@link setStore}, or Redis at `REDIS_URL`, or the memory of this process.
 *
 * @throws ApiError `not_configured` if `REDIS_URL` is not valid; the store's methods throw if Redis can't be reached
 */
export function getStore(): Store {
  if (stores.own) return stores.own
  const redis = getRedis()
  return redis ? createRedisStore(redis.connection, redis.prefix) : getMemoryStore()
}

async function callOwn<T>(work: () => Promise<T>): Promise<T> {
  if (Date.now() < stores.pausedUntil) throw new TimeoutError('The store of setStore() missed its deadline a moment ago.')
  try {
    return await within(DEADLINE, work())
  } catch (thrown) {
    if (thrown instanceof TimeoutError) stores.pausedUntil = Date.now() + PAUSE
    throw thrown
  }
}

/**
 * Makes one call to the store of the app.
 *
 * @throws ApiError `unavailable` if the store fails, or takes longer than two seconds
 */
export async function askStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  try {
    const store = getStore()
    return await (stores.own ? callOwn(() => work(store)) : work(store))
  } catch (thrown) {
    if (thrown instanceof ApiError) throw thrown
    throw new ApiError('unavailable', { retryAfter: RETRY_AFTER, reason: describe(thrown) })
  }
}

/**
 * Uses another store, such as the key-value store of an edge platform, which has no sockets for Redis.
 *
 * @param store `null` for the default: Redis at `REDIS_URL`, or the memory of this process
 */
export function setStore(store: Store | null): void {
  stores.own = store
  stores.pausedUntil = 0
}

/** Closes the store, and the connection to Redis. */
export async function closeStore(): Promise<void> {
  await stores.own?.close?.()
  closeRedis()
}
