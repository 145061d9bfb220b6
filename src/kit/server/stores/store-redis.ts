import type { RedisConnection } from './redis-connection.ts'
import type { Store } from './store.ts'

export function createRedisStore({ read, write }: RedisConnection, prefix: string): Store {
  const expiring = (ttlSeconds: number) => ({ type: 'EX' as const, value: Math.ceil(ttlSeconds) })

  return {
    get: (key) => read((client) => client.get(prefix + key)),
    async set(key, value, ttlSeconds) {
      await write((client) => client.set(prefix + key, value, { expiration: expiring(ttlSeconds) }))
    },
    async setIfAbsent(key, value, ttlSeconds) {
      const options = { expiration: expiring(ttlSeconds), condition: 'NX' as const }
      return (await write((client) => client.set(prefix + key, value, options))) !== null
    },
    async increment(key, ttlSeconds) {
      // SET NX starts the expiry, and INCR keeps it. EXPIRE NX would need Redis 7.
      const start = { expiration: expiring(ttlSeconds), condition: 'NX' as const }
      const [, count] = await write((client) => client.multi().set(prefix + key, '0', start).incr(prefix + key).exec())
      return Number(count)
    },
    async delete(key) {
      await write((client) => client.del(prefix + key))
    },
  }
}
