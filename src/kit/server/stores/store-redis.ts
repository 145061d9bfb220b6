/** A store in Redis, for an app that runs on more than one instance. */
import { loadRedis } from './load-redis.ts'
import type { Store } from './store.ts'

/** Milliseconds for a connection, and for one command: a request does not wait longer for its memory. */
const PATIENCE = 2000

/** Before every key, so that the kit can share a database. */
const PREFIX = 'intercom:'

/**
 * Connects to Redis, or what speaks its protocol. A connection that breaks is made again; until then, what is asked
 * fails at once.
 *
 * @param url `redis:` or `rediss:`, with user, password and database as it needs them
 * @throws ApiError `not_configured` without the package `redis`; Error where no connection comes about
 */
export async function createRedisStore(url: string): Promise<Store> {
  const { createClient } = await loadRedis()
  let connected = false
  const client = createClient({
    url,
    keyPrefix: PREFIX,
    disableOfflineQueue: true,
    commandOptions: { timeout: PATIENCE },
    socket: {
      connectTimeout: PATIENCE,
      // The first connection fails as it fails; one that was there comes back, later and later.
      reconnectStrategy: (retries) => (connected ? Math.min(50 * 2 ** retries, PATIENCE) : false),
    },
  })
  // Without a listener, an error of a connection that breaks would end the process. Commands fail by themselves.
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (thrown) {
    client.destroy()
    throw new Error('Redis at REDIS_URL cannot be reached.', { cause: thrown })
  }
  connected = true

  const expiring = (ttlSeconds: number) => ({ type: 'EX' as const, value: Math.ceil(ttlSeconds) })

  return {
    get: async (key) => client.get(key),
    async set(key, value, ttlSeconds) {
      await client.set(key, value, { expiration: expiring(ttlSeconds) })
    },
    async setIfAbsent(key, value, ttlSeconds) {
      return (await client.set(key, value, { expiration: expiring(ttlSeconds), condition: 'NX' })) !== null
    },
    async increment(key, ttlSeconds) {
      // The first of the two gives the key its end, the second keeps it; EXPIRE NX would need Redis 7.
      const start = { expiration: expiring(ttlSeconds), condition: 'NX' as const }
      const [, count] = await client.multi().set(key, '0', start).incr(key).exec()
      return Number(count)
    },
    async delete(key) {
      await client.del(key)
    },
  }
}
