import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { ApiError } from '@/kit/server/http/errors'
import { createIntercomClient, DEADLINE } from '@/kit/server/intercom/intercom-client'

const settings = { token: 'tok', origin: 'https://api.intercom.io', version: '2.14' }
const schema = z.object({ id: z.string() })
const answers: (() => Response | Promise<Response>)[] = []
const waits: number[] = []

const ok = () => Response.json({ id: '1', extra: true })
const limited = (seconds: string) => () => new Response(null, { status: 429, headers: { 'retry-after': seconds } })

/** Responds in turn. The last response repeats. */
const fetched = vi.fn<typeof fetch>(async () => {
  const answer = answers.length > 1 ? answers.shift() : answers[0]
  if (!answer) throw new Error('The test has no response.')
  return answer()
})

function client(signal = new AbortController().signal) {
  return createIntercomClient({
    settings, signal, random: () => 0.5, sleep: async (milliseconds) => void waits.push(milliseconds),
  })
}

async function failure(promise: Promise<unknown>): Promise<ApiError> {
  const thrown = await promise.then(() => undefined, (reason: unknown) => reason)
  expect(thrown).toBeInstanceOf(ApiError)
  return thrown as ApiError
}

beforeEach(() => {
  answers.length = 0
  waits.length = 0
  fetched.mockClear()
  vi.stubGlobal('fetch', fetched)
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('a request', () => {
  test('sends its version and token, and follows no redirect', async () => {
    answers.push(ok)
    expect(await client().get(['contacts', 'c1'], schema)).toEqual({ id: '1' })
    const [url, init] = fetched.mock.calls[0] ?? []
    expect(url).toBe('https://api.intercom.io/contacts/c1')
    expect(init).toMatchObject({ method: 'GET', redirect: 'manual', cache: 'no-store', body: undefined })
    expect(init?.headers).toEqual({
      accept: 'application/json', authorization: 'Bearer tok', 'intercom-version': '2.14',
    })
  })

  test('sends JSON for a search', async () => {
    answers.push(ok)
    const request = { query: { field: 'id', operator: '=', value: '1' }, pagination: { per_page: 1 } } as const
    await client().search('contacts', request, schema)
    const [url, init] = fetched.mock.calls[0] ?? []
    expect(url).toBe('https://api.intercom.io/contacts/search')
    expect(init).toMatchObject({ method: 'POST', body: JSON.stringify(request) })
    expect(init?.headers).toMatchObject({ 'content-type': 'application/json' })
  })

  test.each(['..', '.', '', 'a/b', 'a?b', '%2e%2e', 'a\n'])('is never sent with the path part %j', async (part) => {
    expect((await failure(client().get(['conversations', part], schema))).code).toBe('invalid_request')
    expect(fetched).not.toHaveBeenCalled()
  })
})

describe('retries', () => {
  const broken = () => Promise.reject(new TypeError('fetch failed', { cause: { code: 'ECONNRESET' } }))

  test('a temporary fault', async () => {
    answers.push(() => new Response(null, { status: 503 }), broken, ok)
    expect(await client().get(['me'], schema)).toEqual({ id: '1' })
    expect(waits).toEqual([100, 200])
  })

  test('a search, which only reads', async () => {
    answers.push(broken, ok)
    const request = { query: { field: 'id', operator: '=', value: '1' }, pagination: { per_page: 1 } } as const
    expect(await client().search('contacts', request, schema)).toEqual({ id: '1' })
  })

  test('at most three times', async () => {
    answers.push(broken)
    const error = await failure(client().get(['me'], schema))
    const reason = 'The connection to Intercom failed (ECONNRESET)'
    expect(error).toMatchObject({ code: 'upstream_unavailable', reason })
    expect(fetched).toHaveBeenCalledTimes(3)
  })

  test('after a short rate limit', async () => {
    answers.push(limited('1'), limited('2'), ok)
    expect(await client().get(['me'], schema)).toEqual({ id: '1' })
    expect(waits).toEqual([1125, 2125])
  })

  test('not after a long wait, which the error reports', async () => {
    answers.push(limited('999999999'))
    expect(await failure(client().get(['me'], schema))).toMatchObject({ code: 'rate_limited', retryAfter: 60 })
    expect(waits).toEqual([])
    expect(fetched).toHaveBeenCalledOnce()
  })
})

describe('failing responses', () => {
  const errorList = (status: number, code: string, message = 'ann@alder.example said <b>x</b>') => () =>
    Response.json({ type: 'error.list', request_id: 'r', errors: [{ code, message }] }, { status })

  test.each([
    [400, 'parameter_invalid', 'rejected'],
    [401, 'unauthorized', 'upstream_auth'],
    [403, 'api_plan_restricted', 'upstream_forbidden'],
    [404, 'not_found', 'not_found'],
    [405, 'method_not_allowed', 'upstream_invalid'],
    [406, 'not_acceptable', 'upstream_invalid'],
    [409, 'conflict', 'conflict'],
    [410, 'contact_merged', 'not_found'],
    [418, 'teapot', 'upstream_invalid'],
    [422, 'data_invalid', 'rejected'],
    [400, 'intercom_version_invalid', 'not_configured'],
    [301, 'moved', 'upstream_invalid'],
  ])('with %i %s become %s, and keep only the code', async (status, upstream, code) => {
    answers.push(errorList(status, upstream))
    const error = await failure(client().get(['me'], schema))
    expect(error).toMatchObject({ code, reason: `Intercom responded with ${status} ${upstream}` })
    expect(JSON.stringify({ ...error, message: error.message })).not.toMatch(/alder|<b>/)
  })

  test('ignore a malformed list of errors', async () => {
    const odd = ['', '<html>', '{}', '{"errors":null}', '[]', '{"errors":[{"code":"<script>"}]}', 'x'.repeat(1e6)]
    for (const body of odd) {
      answers[0] = () => new Response(body, { status: 403 })
      expect((await failure(client().get(['me'], schema))).reason).toBe('Intercom responded with 403')
    }
  })

  test.each<[string, () => Response]>([
    ['HTML', () => new Response('<p>', { headers: { 'content-type': 'text/html' } })],
    ['no type', () => new Response(new Uint8Array([123, 125]))],
    ['a type that begins like JSON', () => new Response('{}', { headers: { 'content-type': 'application/jsonp' } })],
    ['truncated JSON', () => new Response('{"id":"ann@al', { headers: { 'content-type': 'application/json' } })],
    ['another shape', () => Response.json({ id: { ann: 'ann@alder.example' } })],
    ['an empty body', () => new Response(null, { status: 204 })],
    ['an opaque redirect', () => ({ type: 'opaqueredirect', status: 0, ok: false }) as Response],
  ])('are malformed: %s', async (_, answer) => {
    answers.push(answer)
    const error = await failure(client().get(['me'], schema))
    expect(error.code).toBe('upstream_invalid')
    expect(error.reason).not.toContain('ann@')
  })

  test("accept a vendor's JSON type", async () => {
    const headers = { 'content-type': 'application/vnd.api+json; charset=utf-8' }
    answers.push(() => new Response('{"id":"1"}', { headers }))
    expect(await client().get(['me'], schema)).toEqual({ id: '1' })
  })
})

describe('deadline', () => {
  /** Expires the deadline after some milliseconds, without faster waits between retries. */
  function hurry(milliseconds: number) {
    const { setTimeout } = globalThis
    const start = (run: () => void, given = 0) => setTimeout(run, given > DEADLINE - 1000 ? milliseconds : given)
    return vi.spyOn(globalThis, 'setTimeout').mockImplementation(start as typeof setTimeout)
  }

  /** Hangs until its signal aborts. */
  const hang = () => new Promise<Response>((_, reject) => {
    const signal = fetched.mock.lastCall?.[1]?.signal
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
  })

  test('ends a request', async () => {
    const timer = hurry(1)
    answers.push(hang)
    expect(await failure(client().get(['me'], schema))).toMatchObject({ code: 'upstream_timeout', status: 504 })
    expect(timer).toHaveBeenCalledOnce()
    expect(timer.mock.lastCall?.[1]).toBeCloseTo(DEADLINE, -2)
    expect(fetched).toHaveBeenCalledOnce()
  })

  test('covers all retries with their waits', async () => {
    hurry(20)
    answers.push(limited('3'))
    const slow = createIntercomClient({ settings, signal: new AbortController().signal })
    expect((await failure(slow.get(['me'], schema))).code).toBe('upstream_timeout')
    expect(fetched).toHaveBeenCalledOnce()
  })

  test('covers consecutive requests', async () => {
    const asked = client()
    answers.push(ok)
    await asked.get(['me'], schema)
    const now = performance.now()
    vi.spyOn(performance, 'now').mockReturnValue(now + DEADLINE)
    fetched.mockImplementationOnce(async (_, init) => Promise.reject(init?.signal?.reason))
    expect((await failure(asked.get(['me'], schema))).code).toBe('upstream_timeout')
  })

  test('fails at once if the caller has already aborted', async () => {
    answers.push(hang)
    fetched.mockRejectedValueOnce(new DOMException('This operation was aborted', 'AbortError'))
    expect((await failure(client(AbortSignal.abort()).get(['me'], schema))).reason).toBe('The client disconnected')
    expect(fetched.mock.lastCall?.[1]?.signal?.aborted).toBe(true)
  })

  test('ends when the caller aborts', async () => {
    const controller = new AbortController()
    answers.push(hang)
    const failing = failure(client(controller.signal).get(['me'], schema))
    controller.abort()
    expect((await failing).reason).toBe('The client disconnected')
    expect(fetched).toHaveBeenCalledOnce()
  })
})
