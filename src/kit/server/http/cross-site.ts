/**
 * Requests that another site makes in a visitor's browser, with the visitor's cookies, are refused. The headers that
 * tell them apart are written by the browser and cannot be set by a page.
 *
 * https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Sec-Fetch-Site,
 * https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html
 */
import { getTrustedOrigin } from './cors.ts'
import { readTrustedOrigins } from '../settings.ts'

/** What only reads. */
const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

function isOwnOrigin(origin: string, request: Request): boolean {
  if (!URL.canParse(origin)) return false
  // Behind a proxy the URL can hold an inner name: the Host header has the one that the browser used.
  return new URL(origin).host === (request.headers.get('host') ?? new URL(request.url).host)
}

/**
 * Whether a request is to be refused because another site may have made it.
 *
 * Reading is refused to other sites. What changes something must come from a page of this app, or of an origin in
 * `INTERCOM_TRUSTED_ORIGINS`. Old browsers send only `Origin`. A request with neither header does not come from a
 * browser of today: it passes unless it carries a cookie, because then it could still be a browser's.
 *
 * @throws ApiError `not_configured` where `INTERCOM_TRUSTED_ORIGINS` is not valid
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
