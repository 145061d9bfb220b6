import { ApiFailure } from './api/errors.ts'

/** Limit of a private app. https://developers.intercom.com/docs/references/rest-api/errors/rate-limiting */
const STANDARD_LIMIT = 1666
const WINDOW_SECONDS = 10

/**
 * Counts requests in windows of ten seconds and sets the rate-limit headers. Windows follow the system clock, because
 * clients compare the headers with theirs.
 * @param limit Requests per window before 429. Without it, no request is rejected.
 */
export function createRateLimiter(limit?: number): { count: (headers: Headers) => void; reset: () => void } {
  const most = limit ?? STANDARD_LIMIT
  let window = 0
  let used = 0
  return {
    /** @throws ApiFailure 429 when the limit is reached. */
    count(headers) {
      const current = Math.floor(Date.now() / 1000 / WINDOW_SECONDS)
      if (current !== window) {
        window = current
        used = 0
      }
      used += 1
      headers.set('X-RateLimit-Limit', String(most))
      headers.set('X-RateLimit-Remaining', String(Math.max(0, most - used)))
      headers.set('X-RateLimit-Reset', String((current + 1) * WINDOW_SECONDS))
      if (limit !== undefined && used > limit) {
        throw new ApiFailure(429, 'rate_limit_exceeded', `Exceeded rate limit of ${limit} in ${WINDOW_SECONDS}_seconds`)
      }
    },
    reset() {
      used = 0
    },
  }
}
