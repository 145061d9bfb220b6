import { getTrustedOrigin } from './cors.ts'
import { readTrustedOrigins } from '../settings.ts'

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

function isOwnOrigin(origin: string, request: Request): boolean {
  if (!URL.canParse(origin)) return false
  // Behind a proxy the URL may have an internal host. The Host header has the browser's.
  return new URL(origin).host === (request.headers.get('host') ?? new URL(request.url).host)
}

/**
 * Whether a request may come from another site, with the visitor's cookies (CSRF). Old browsers send only `Origin`. A request
 * without `Origin` and `Sec-Fetch-Site` passes unless it has a cookie, because only an old browser could have sent it.
 * https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html
 */
export function isCrossSite(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (reading.has(request.method)) return site === 'cross-site' && getTrustedOrigin(request) === null
  if (site === 'same-origin' || site === 'none') return false
  const origin = request.headers.get('origin')
  if (origin && readTrustedOrigins().includes(origin)) return false
  if (site) return true
  if (origin) return !isOwnOrigin(origin, request)
  return request.headers.has('cookie')
}
