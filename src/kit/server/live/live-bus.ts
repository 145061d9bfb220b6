/**
 * How one request tells all open pages that something changed: it is this process by default, and Redis where
 * `REDIS_URL` says so, because a webhook arrives at one instance of an app and the pages are connected to all of them.
 */
import type { LiveBus } from './bus.ts'
import { createMemoryBus } from './bus-memory.ts'
import { createRedisBus } from './bus-redis.ts'
import { readRedisUrl } from '../settings.ts'

export type { BusEntry, BusSubscription, LiveBus } from './bus.ts'

interface Buses {
  own: LiveBus | null
  memory: LiveBus | null
  redis: { url: string; bus: Promise<LiveBus> } | null
}

// As in store.ts: modules can be there several times, and this must be there once.
const place = Symbol.for('intercom-kit.buses')
const shared = globalThis as unknown as Record<symbol, Buses | undefined>
const buses = (shared[place] ??= { own: null, memory: null, redis: null })

function redisBus(url: string): LiveBus {
  if (buses.redis?.url !== url) {
    const bus = createRedisBus(url)
    buses.redis = { url, bus }
    // Another request tries again, in case the package is there by then.
    bus.catch(() => {
      if (buses.redis?.bus === bus) buses.redis = null
    })
  }
  const { bus } = buses.redis!
  return {
    publish: async (event) => (await bus).publish(event),
    subscribe: async (listener, after) => (await bus).subscribe(listener, after),
  }
}

/**
 * Gives the bus of the app: the one of {@link setBus}, else Redis at `REDIS_URL`, else this process.
 *
 * @throws ApiError `not_configured` where `REDIS_URL` is not valid
 */
export function getBus(): LiveBus {
  if (buses.own) return buses.own
  const url = readRedisUrl()
  return url ? redisBus(url) : (buses.memory ??= createMemoryBus())
}

/**
 * Uses another bus, such as the queue of a platform that has one.
 *
 * @param bus null uses the usual one again
 */
export function setBus(bus: LiveBus | null): void {
  buses.own = bus
}
