/**
 * How one request tells all open pages that something changed: it is this process by default, and Redis where
 * `REDIS_URL` says so, because a webhook arrives at one instance of an app and the pages are connected to all of them.
 */
import { createMemoryBus } from './bus-memory.ts'
import type { LiveEvent } from '../../contracts/index.ts'
import { readRedisUrl } from '../settings.ts'

/** Something that the bus carried. Where `event` is null, others may have been lost before it. */
export interface BusEntry {
  /** Its place in the order of all of them. */
  id: string
  event: LiveEvent | null
}

/** What somebody who listens is given. */
export interface BusSubscription {
  /** The id of the latest entry: whoever comes back with it is told what came after. */
  id: string
  /** What came between the id that was given and now, in order; null where that is not known any more. */
  missed: BusEntry[] | null
  /** Ends it. */
  stop: () => void
}

/** Carries events, in one order, to everybody who listens, and keeps the latest for those who were away. */
export interface LiveBus {
  /**
   * Tells everybody.
   *
   * @throws Error where it could not be told; those who listen then get an entry without an event as soon as they can
   */
  publish(event: LiveEvent): Promise<void>
  /**
   * Listens. Nothing is lost, and nothing comes twice, between `missed` and the first call of the listener.
   *
   * @param listener called with each entry; it must not throw
   * @param after the id of the last entry that is known; without it, there is nothing to make up for
   * @throws Error where the bus cannot be reached
   */
  subscribe(listener: (entry: BusEntry) => void, after?: string): Promise<BusSubscription>
}

interface Buses {
  own: LiveBus | null
  memory: LiveBus | null
  redis: { url: string; bus: Promise<LiveBus> } | null
}

// As in store.ts: modules can be there several times, and this must be there once.
const place = Symbol.for('intercom-kit.buses')
const shared = globalThis as unknown as Record<symbol, Buses | undefined>
const buses = (shared[place] ??= { own: null, memory: null, redis: null })

async function connect(url: string): Promise<LiveBus> {
  // Loaded where it is asked for alone: it needs sockets, which the edge and the browser do not have. Next.js reads the
  // condition when it builds for the edge, and leaves the import out: what it leads to could not be built there.
  if (process.env.NEXT_RUNTIME !== 'edge') {
    const { createRedisBus } = await import('./bus-redis.ts')
    return createRedisBus(url)
  }
  throw new Error('REDIS_URL needs sockets, which the edge has not got: see setBus().')
}

function redisBus(url: string): LiveBus {
  if (buses.redis?.url !== url) buses.redis = { url, bus: connect(url) }
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
