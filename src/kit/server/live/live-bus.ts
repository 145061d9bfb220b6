import { closeRedis, getRedis } from '../stores/redis.ts'
import { within } from '../async-work.ts'
import type { LiveBus } from './bus.ts'
import { createMemoryBus } from './bus-memory.ts'
import { createRedisBus } from './bus-redis.ts'

export type { BusEntry, BusSubscription, LiveBus } from './bus.ts'

const DEADLINE = 2000

interface Buses {
  own: LiveBus | null
  memory: LiveBus | null
  redis: { connection: object; prefix: string; bus: LiveBus } | null
}

// Next.js can load a module once per route, so shared state is global.
const place = Symbol.for('intercom-kit.buses')
const shared = globalThis as unknown as Record<symbol, Buses | undefined>
const buses = (shared[place] ??= { own: null, memory: null, redis: null })

/** Returns the bus of {@link setBus}, else of `REDIS_URL`, else of this process. */
export function getBus(): LiveBus {
  if (buses.own) return buses.own
  const redis = getRedis()
  if (!redis) return (buses.memory ??= createMemoryBus())
  const { url, connection, prefix } = redis
  if (buses.redis?.connection !== connection || buses.redis.prefix !== prefix) {
    void buses.redis?.bus.close?.()
    buses.redis = { connection, prefix, bus: createRedisBus(url, prefix, connection) }
  }
  return buses.redis.bus
}

/** Throws if the bus fails or takes longer than two seconds. */
export async function callBus<T>(work: (bus: LiveBus) => Promise<T>): Promise<T> {
  return within(DEADLINE, work(getBus()))
}

/** Sets another bus, such as a queue of your platform. `null` restores the default: Redis at `REDIS_URL`, else memory. */
export function setBus(bus: LiveBus | null): void {
  buses.own = bus
}

export async function closeBus(): Promise<void> {
  await buses.own?.close?.()
  await buses.redis?.bus.close?.()
  buses.redis = null
  closeRedis()
}
