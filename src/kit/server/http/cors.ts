/**
 * Lets pages of `INTERCOM_TRUSTED_ORIGINS` call the routes with the user's cookies.
 *
 * https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/CORS
 */
import { readTrustedOrigins } from '../settings.ts'

/** Returns the origin of a request if it is trusted. */
export function getTrustedOrigin(request: Request): string | null {
  const origin = request.headers.get('origin')
  try {
    return origin !== null && readTrustedOrigins().includes(origin) ? origin : null
  } catch {
    // Routes that change something report an invalid setting.
    return null
  }
}

/** Adds to a response what a browser needs to hand it to a page of a trusted origin. */
export function allowTrustedOrigin(request: Request, response: Response): Response {
  const origin = getTrustedOrigin(request)
  if (!origin) return response
  const { headers } = response
  headers.set('access-control-allow-origin', origin)
  headers.set('access-control-allow-credentials', 'true')
  headers.set('access-control-expose-headers', 'retry-after')
  if (request.method !== 'OPTIONS') return response
  headers.set('access-control-allow-methods', headers.get('allow') ?? '')
  headers.set('access-control-allow-headers', 'accept, authorization, content-type, idempotency-key, last-event-id')
  headers.set('access-control-max-age', '600')
  return response
}
