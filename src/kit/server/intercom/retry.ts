/** When a request to Intercom is made again, and how long that waits. */
import type { ApiError } from '../http/errors.ts'

/** How often a request that only reads is made again. */
export const MAX_RETRIES = 2

/** Seconds that a request may wait for Intercom's limit to pass. A longer wait is the caller's to decide on. */
export const MAX_RATE_LIMIT_WAIT = 3

/** The longest wait in seconds that a caller is told, whatever the headers say. */
const MAX_RETRY_AFTER = 60

/** Intercom counts requests in windows of this many seconds. */
const RATE_LIMIT_WINDOW = 10

const FIRST_BACKOFF = 200
const RATE_LIMIT_JITTER = 250

function getSecondsUntil(milliseconds: number, now: number): number | null {
  return Number.isFinite(milliseconds) ? Math.ceil((milliseconds - now) / 1000) : null
}

/**
 * Reads from the answer 429 how long to wait: `Retry-After` in seconds or as a date, else `X-RateLimit-Reset`, else
 * the length of Intercom's window.
 *
 * https://www.rfc-editor.org/rfc/rfc9110#field.retry-after,
 * https://developers.intercom.com/docs/references/rest-api/errors/rate-limiting
 *
 * @param headers of the answer
 * @param now in milliseconds since 1970
 * @returns whole seconds, from 1 to 60
 */
export function retryAfterSeconds(headers: Headers, now: number): number {
  const retryAfter = headers.get('retry-after') ?? ''
  const reset = headers.get('x-ratelimit-reset') ?? ''
  let seconds: number | null = null
  if (/^\d+$/.test(retryAfter)) seconds = Number(retryAfter)
  else if (retryAfter.endsWith('GMT')) seconds = getSecondsUntil(Date.parse(retryAfter), now)
  if (seconds === null && /^\d+$/.test(reset)) seconds = getSecondsUntil(Number(reset) * 1000, now)
  return Math.min(Math.max(seconds ?? RATE_LIMIT_WINDOW, 1), MAX_RETRY_AFTER)
}

/**
 * Says how long to wait before a request that only reads is made again. The times are spread at random, so that many
 * callers that failed together do not come back together.
 *
 * @param error what the last try failed with
 * @param retries how many tries came after the first
 * @param random a number from 0 to 1
 * @returns milliseconds, or null where another try is of no use or would wait too long
 */
export function retryDelay(error: ApiError, retries: number, random: number): number | null {
  if (retries >= MAX_RETRIES) return null
  if (error.code === 'upstream_unavailable') return random * FIRST_BACKOFF * 2 ** retries
  if (error.code !== 'rate_limited' || !error.retryAfter || error.retryAfter > MAX_RATE_LIMIT_WAIT) return null
  return error.retryAfter * 1000 + random * RATE_LIMIT_JITTER
}

/**
 * Waits.
 *
 * @param milliseconds how long
 * @param signal ends the wait early
 * @throws the signal's reason, when that happens
 */
export function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const stop = () => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      resolve()
    }, milliseconds)
    signal.addEventListener('abort', stop, { once: true })
  })
}
