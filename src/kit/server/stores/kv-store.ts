import { ApiError } from '../http/errors.ts'
import { describe } from '../log.ts'
import { TimeoutError, within } from '../async-work.ts'
import { closeRedis, getRedis } from './redis.ts'
import type { Store } from './store.ts'
import { createMemoryStore } from './store-memory.ts'
import { createRedisStore } from './store-redis.ts'

export type { Store }

/** Milliseconds per call of a custom store. */
const DEADLINE = 2000

/** Milliseconds to skip a custom store after a missed deadline. */
const PAUSE = 3000
const RETRY_AFTER = 5

interface Stores {
  own: Store | null
  memory: Store | null
  pausedUntil: number
}

// Next.js can load a module once per route, so the stores are global.
const place = Symbol.for('intercom-kit.stores')
const shared = globalThis as unknown as Record<symbol, Stores | undefined>
const stores = (shared[place] ??= { own: null, memory: null, pausedUntil: 0 })

export function getMemoryStore(): Store {
  return (stores.memory ??= createMemoryStore())
}

/** Returns the store of {@link setStore}, else of `REDIS_URL`, else of this process. */
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

/** Throws `unavailable` if the store fails or takes longer than two seconds. */
export async function callStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  try {
    const store = getStore()
    return await (stores.own ? callOwn(() => work(store)) : work(store))
  } catch (thrown) {
    if (thrown instanceof ApiError) throw thrown
    throw new ApiError('unavailable', { retryAfter: RETRY_AFTER, reason: describe(thrown) })
  }
}

/** Sets another store, for example on an edge platform. `null` restores the default: Redis at `REDIS_URL`, else memory. */
export function setStore(store: Store | null): void {
  stores.own = store
  stores.pausedUntil = 0
}

export async function closeStore(): Promise<void> {
  await stores.own?.close?.()
  closeRedis()
}
