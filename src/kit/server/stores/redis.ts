import { readRedisPrefix, readRedisUrl } from '../settings.ts'
import { createRedisConnection, type RedisConnection } from './redis-connection.ts'

interface Opened {
  url: string
  connection: RedisConnection
}

// Global, because Next.js can load a module once per route.
const place = Symbol.for('intercom-kit.redis')
const shared = globalThis as unknown as Record<symbol, Opened | undefined>

export function getRedis(): { url: string; connection: RedisConnection; prefix: string } | null {
  const url = readRedisUrl()
  if (!url) return null
  if (shared[place]?.url !== url) {
    shared[place]?.connection.close()
    shared[place] = { url, connection: createRedisConnection(url) }
  }
  return { url, connection: shared[place].connection, prefix: readRedisPrefix() }
}

export function closeRedis(): void {
  shared[place]?.connection.close()
  shared[place] = undefined
}
