import { ApiError } from '../http/errors.ts'

const missing = new Set(['MODULE_NOT_FOUND', 'ERR_MODULE_NOT_FOUND'])

/**
 * Loads the optional peer `redis`. Next.js drops the import on the edge because of the condition. Bundlers build without the
 * package because of the `try` block.
 */
export async function loadRedis(): Promise<typeof import('redis')> {
  if (process.env.NEXT_RUNTIME !== 'edge') {
    try {
      const redis = await import('redis')
      if (typeof redis.createClient === 'function') return redis
    } catch (thrown) {
      if (!missing.has(String((thrown as { code?: unknown }).code))) throw thrown
    }
    throw new ApiError('not_configured', {
      message: 'REDIS_URL is set, but the package `redis` is not installed: npm install redis',
    })
  }
  throw new ApiError('not_configured', {
    message: 'REDIS_URL needs sockets, which the edge runtime does not have: call setStore() and setBus() instead.',
  })
}
