import { readRedisPrefix, readRedisUrl } from '../settings.ts'
import { createRedisConnection, type RedisConnection } from './redis-connection.ts'

interface Opened {
  url: string
  connection: RedisConnection
}

// Next.js can load a module once for each route: what they share is kept in the global symbol registry.
const place = Symbol.for('intercom-kit.redis')
const shared = globalThis as unknown as Record<symbol, Opened | undefined>

/** Settings of the Redis at `REDIS_URL`, with the one connection that store and bus share; null if it is not set. */
export function getRedis(): { url: string; connection: RedisConnection; prefix: string } | null {
  const url = readRedisUrl()
  if (!url) return null
  if (shared[place]?.url !== url) {
    shared[place]?.connection.close()
    shared[place] = { url, connection: createRedisConnection(url) }
  }
  return { url, connection: shared[place].connection, prefix: readRedisPrefix() }
}

/** Closes the connection. The next use opens another one. */
export function closeRedis(): void {
  shared[place]?.connection.close()
  shared[place] = undefined
}
