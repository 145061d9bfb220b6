import type { ApiError } from '../http/errors.ts'

export const MAX_RETRIES = 2

/** Most seconds to wait for Intercom's rate limit. For longer waits, the caller gets the error. */
const MAX_RATE_LIMIT_WAIT = 3
const MAX_RETRY_AFTER = 60
const RATE_LIMIT_WINDOW = 10
const FIRST_BACKOFF = 200
const RATE_LIMIT_JITTER = 250

function getSecondsUntil(milliseconds: number, now: number): number | null {
  return Number.isFinite(milliseconds) ? Math.ceil((milliseconds - now) / 1000) : null
}

/** Returns the seconds to wait after a 429, from 1 to 60. */
export function retryAfterSeconds(headers: Headers, now: number): number {
  const retryAfter = headers.get('retry-after') ?? ''
  const reset = headers.get('x-ratelimit-reset') ?? ''
  let seconds: number | null = null
  if (/^\d+$/.test(retryAfter)) seconds = Number(retryAfter)
  else if (retryAfter.endsWith('GMT')) seconds = getSecondsUntil(Date.parse(retryAfter), now)
  if (seconds === null && /^\d+$/.test(reset)) seconds = getSecondsUntil(Number(reset) * 1000, now)
  return Math.min(Math.max(seconds ?? RATE_LIMIT_WINDOW, 1), MAX_RETRY_AFTER)
}

/** Returns the milliseconds until the next retry of a read, or `null` to give up. Random, so that callers don't retry at once. */
export function getRetryDelay(error: ApiError, retries: number, random: number): number | null {
  if (retries >= MAX_RETRIES) return null
  if (error.code === 'upstream_unavailable') return random * FIRST_BACKOFF * 2 ** retries
  if (error.code !== 'rate_limited' || !error.retryAfter || error.retryAfter > MAX_RATE_LIMIT_WAIT) return null
  return error.retryAfter * 1000 + random * RATE_LIMIT_JITTER
}

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
