import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { faultIds, type FaultId } from '../../mocks/index.ts'
import { errorResponseSchema, type ErrorCode } from '../../src/kit/contracts/index.ts'
import { begin, call, end, expectNothingLeaked, hurry, intercom, logged, readingRoutes, signIn, waits } from './harness.ts'

interface Expected {
  status: number
  code?: ErrorCode
  /** Number of requests for the failing resource. */
  tries: number
  retryAfter?: number
}

const fails = (status: number, code: ErrorCode, tries = 1, retryAfter?: number): Expected =>
  ({ status, code, tries, retryAfter })

/** Expected response to each fault of Intercom. */
const expected: Record<FaultId, Expected> = {
  offline: fails(503, 'upstream_unavailable', 3),
  'slow-10s': fails(504, 'upstream_timeout'),
  never: fails(504, 'upstream_timeout'),
  '401': fails(502, 'upstream_auth'),
  '403': fails(502, 'upstream_forbidden'),
  '404': fails(404, 'not_found'),
  '422': fails(422, 'rejected'),
  '429-reset': fails(429, 'rate_limited', 3, 2),
  '429-retry-after-s': fails(429, 'rate_limited', 3, 2),
  '429-retry-after-date': fails(429, 'rate_limited', 3, 2),
  '429-hostile': fails(429, 'rate_limited', 1, 60),
  '500': fails(503, 'upstream_unavailable', 3),
  '502-html': fails(503, 'upstream_unavailable', 3),
  '503': fails(503, 'upstream_unavailable', 3),
  '200-html': fails(502, 'upstream_invalid'),
  '200-malformed': fails(502, 'upstream_invalid'),
  '200-empty': fails(502, 'upstream_invalid'),
  '204': fails(502, 'upstream_invalid'),
  '200-wrong-shape': fails(502, 'upstream_invalid'),
  '200-unknown-fields': { status: 200, tries: 1 },
  '200-null-author': { status: 200, tries: 1 },
  '200-5MB': { status: 200, tries: 1 },
  'truncated-stream': fails(503, 'upstream_unavailable', 3),
  redirect: fails(502, 'upstream_invalid'),
  'conn-reset': fails(503, 'upstream_unavailable', 3),
}

const unhandled = vi.fn()

beforeEach(() => {
  begin()
  signIn({ kind: 'agent', adminId: '7042001' })
  process.on('unhandledRejection', unhandled)
})

afterEach(async () => {
  end()
  await new Promise((resolve) => setTimeout(resolve))
  process.off('unhandledRejection', unhandled)
  expect(unhandled).not.toHaveBeenCalled()
})

test('has a row for each fault', () => {
  expect(Object.keys(expected).sort()).toEqual([...faultIds].sort())
})

describe.each(readingRoutes)('$path', (route) => {
  test.each(faultIds)('reports %s', async (id) => {
    const { status, code, tries, retryAfter } = expected[id]
    intercom.setFault(id)
    if (code === 'upstream_timeout') hurry()
    const response = await call(route)
    const text = await response.text()
    const paths = intercom.requests.map((request) => request.path)

    expect(response.status, text).toBe(status)
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(Math.max(...paths.map((path) => paths.filter((one) => one === path).length))).toBe(tries)
    if (!code) return
    const { error } = errorResponseSchema.parse(JSON.parse(text))
    expect(error.code).toBe(code)
    // A wait given as a date has partly passed.
    if (retryAfter === 2) expect([1, 2, 3]).toContain(error.retry_after)
    else expect(error.retry_after).toBe(retryAfter)
    expect(response.headers.get('retry-after')).toBe(error.retry_after === undefined ? null : String(error.retry_after))
    expect(Math.max(0, ...waits)).toBeLessThan(3500)
    expect(logged.at(-1)).toMatchObject({ request_id: error.request_id, status, code, route: route.path })
    expectNothingLeaked(text)
  })

  test('retries a temporary fault silently', async () => {
    intercom.setFault({ id: '503', times: 2 })
    expect((await call(route)).status).toBe(200)
  })

  test('stops when the caller aborts', async () => {
    intercom.setFault('never')
    const controller = new AbortController()
    const answer = call(route, { signal: controller.signal })
    setTimeout(() => controller.abort())
    expect((await answer).status).toBe(504)
    expect(logged.at(-1)?.reason).toBe('The client disconnected')
  })
})
