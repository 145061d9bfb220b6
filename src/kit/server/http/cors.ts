import { readTrustedOrigins } from '../settings.ts'

export function getTrustedOrigin(request: Request): string | null {
  const origin = request.headers.get('origin')
  try {
    return origin !== null && readTrustedOrigins().includes(origin) ? origin : null
  } catch {
    // Routes that write report the invalid setting.
    return null
  }
}

/** Adds the CORS headers for a trusted origin, with credentials. */
export function allowTrustedOrigin(request: Request, response: Response): Response {
  const origin = getTrustedOrigin(request)
  if (!origin) return response
  const { headers } = response
  headers.set('access-control-allow-origin', origin)
  headers.set('access-control-allow-credentials', 'true')
  headers.set('access-control-expose-headers', 'retry-after, x-intercom-viewer')
  if (request.method !== 'OPTIONS') return response
  headers.set('access-control-allow-methods', headers.get('allow') ?? '')
  headers.set('access-control-allow-headers', 'accept, authorization, content-type, idempotency-key, last-event-id, x-intercom-viewer')
  headers.set('access-control-max-age', '600')
  return response
}
