import { ApiError } from '../http/errors.ts'

const missing = new Set(['MODULE_NOT_FOUND', 'ERR_MODULE_NOT_FOUND'])

/**
 * Loads the package `redis`, an optional peer that only apps with `REDIS_URL` install.
 *
 * Next.js evaluates the condition when it builds for the edge, and drops the import. Elsewhere bundlers build without the
 * package because the import is in a `try` block: Turbopack and esbuild let it fail at run time, webpack resolves it to
 * an empty module.
 *
 * @throws ApiError `not_configured` if the package is not installed, or on the edge, which has no sockets
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
