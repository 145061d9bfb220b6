import { describe, expect, test } from 'vitest'
import { ApiError } from '@/kit/server/http/errors'
import { retryAfterSeconds, getRetryDelay, sleep } from '@/kit/server/intercom/retry'

const NOW = Date.UTC(2026, 10, 18, 15, 24, 0)
const date = (seconds: number) => new Date(NOW + seconds * 1000).toUTCString()

describe('retryAfterSeconds', () => {
  test.each<[Record<string, string>, number]>([
    [{ 'retry-after': '2' }, 2],
    [{ 'retry-after': '0' }, 1],
    [{ 'retry-after': '999999999' }, 60],
    [{ 'retry-after': '9'.repeat(400) }, 60],
    [{ 'retry-after': date(5) }, 5],
    [{ 'retry-after': date(-5) }, 1],
    [{ 'retry-after': 'Fri, 31 Dec 9999 23:59:59 GMT' }, 60],
    [{ 'retry-after': '2', 'x-ratelimit-reset': String(NOW / 1000 + 9) }, 2],
    [{ 'x-ratelimit-reset': String(NOW / 1000 + 9) }, 9],
    [{ 'x-ratelimit-reset': String(NOW / 1000 - 9) }, 1],
    [{ 'x-ratelimit-reset': String(NOW) }, 60],
    [{ 'retry-after': '-3', 'x-ratelimit-reset': String(NOW / 1000 + 4) }, 4],
    [{ 'retry-after': '1e9' }, 10],
    [{ 'retry-after': 'soon GMT' }, 10],
    [{ 'retry-after': 'NaN', 'x-ratelimit-reset': 'NaN' }, 10],
    [{}, 10],
  ])('reads %j as %i seconds', (headers, seconds) => {
    expect(retryAfterSeconds(new Headers(headers), NOW)).toBe(seconds)
  })
})

describe('getRetryDelay', () => {
  const unavailable = new ApiError('upstream_unavailable')
  const limited = (retryAfter: number) => new ApiError('rate_limited', { retryAfter })

  test('grows at random, and stops', () => {
    expect([0, 1, 2].map((retries) => getRetryDelay(unavailable, retries, 1))).toEqual([200, 400, null])
    expect(getRetryDelay(unavailable, 0, 0)).toBe(0)
  })

  test('waits for a short limit, and not for a long one', () => {
    expect(getRetryDelay(limited(2), 0, 0)).toBe(2000)
    expect(getRetryDelay(limited(3), 1, 1)).toBe(3250)
    expect(getRetryDelay(limited(4), 0, 0)).toBeNull()
    expect(getRetryDelay(limited(1), 2, 0)).toBeNull()
  })

  test.each(['upstream_auth', 'upstream_invalid', 'upstream_timeout', 'not_found', 'rejected', 'internal'] as const)(
    'does not try again after %s', (code) => {
      expect(getRetryDelay(new ApiError(code), 0, 0)).toBeNull()
    })
})

describe('sleep', () => {
  test('resolves after the time', async () => {
    await expect(sleep(0, new AbortController().signal)).resolves.toBeUndefined()
  })

  test('rejects early with the reason of the signal', async () => {
    const controller = new AbortController()
    const sleeping = sleep(60_000, controller.signal)
    controller.abort(new Error('enough'))
    await expect(sleeping).rejects.toThrow('enough')
    await expect(sleep(60_000, controller.signal)).rejects.toThrow('enough')
  })
})
