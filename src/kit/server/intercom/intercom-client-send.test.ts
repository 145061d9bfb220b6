import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { ApiError } from '@/kit/server/http/errors'
import { createIntercomClient } from '@/kit/server/intercom/intercom-client'

const settings = { token: 'tok', origin: 'https://api.intercom.io', version: '2.14' }
const schema = z.object({ id: z.string() })

type Answer = () => Response | Promise<Response>

const ok: Answer = () => Response.json({ id: '1' })
const accepted: Answer = () => new Response(null, { status: 202 })
const status = (code: number, headers = {}): Answer => () => new Response(null, { status: code, headers })
const limited = status(429, { 'retry-after': '1' })
const broken = (code?: string): Answer => () =>
  Promise.reject(new TypeError('fetch failed', { cause: code && Object.assign(new Error('x'), { code }) }))

const fetched = vi.fn<typeof fetch>()

/** Sends a write to an Intercom with these responses in turn. */
async function send(answers: Answer[], expects: typeof schema | null = schema, signal = new AbortController().signal) {
  const left = [...answers]
  fetched.mockReset()
  fetched.mockImplementation(async () => (left.shift() ?? left.at(-1) ?? status(599))())
  const client = createIntercomClient({ settings, signal, random: () => 0, sleep: async () => {} })
  const run = expects ? client.send('POST', ['events'], { a: 1 }, expects) : client.send('POST', ['events'], { a: 1 }, null)
  const outcome = await (run as Promise<unknown>).then(
    (data) => ({ data }),
    (thrown: unknown) => {
      expect(thrown).toBeInstanceOf(ApiError)
      return { code: (thrown as ApiError).code }
    },
  )
  return { ...outcome, tries: fetched.mock.calls.length, mayHaveWritten: client.mayHaveWritten }
}

beforeEach(() => vi.stubGlobal('fetch', fetched))
afterEach(() => vi.unstubAllGlobals())

describe('a write', () => {
  test('is sent as JSON, and its response is checked', async () => {
    expect(await send([ok])).toEqual({ data: { id: '1' }, tries: 1, mayHaveWritten: true })
    const [url, init] = fetched.mock.calls[0] ?? []
    expect(url).toBe('https://api.intercom.io/events')
    expect(init).toMatchObject({ method: 'POST', body: '{"a":1}', redirect: 'manual' })
    expect(init?.headers).toMatchObject({ 'content-type': 'application/json', authorization: 'Bearer tok' })
  })

  test.each([202, 204])('accepts %i without a body', async (code) => {
    expect(await send([status(code)], null)).toEqual({ data: undefined, tries: 1, mayHaveWritten: true })
  })

  test('fails if another server responds', async () => {
    const page: Answer = () => new Response('<html>', { headers: { 'content-type': 'text/html' } })
    expect(await send([page], null)).toEqual({ code: 'upstream_invalid', tries: 1, mayHaveWritten: true })
  })

  test.each<[string, Answer[], number]>([
    ['429', [limited, accepted], 2],
    ['no connection', [broken('ECONNREFUSED'), broken('ENOTFOUND'), accepted], 3],
    ['429 and no connection', [limited, broken('UND_ERR_CONNECT_TIMEOUT'), accepted], 3],
  ])('is retried after %s', async (_, answers, tries) => {
    expect(await send(answers, null)).toEqual({ data: undefined, tries, mayHaveWritten: true })
  })

  test.each<[string, Answer, string]>([
    ['500', status(500), 'upstream_unavailable'],
    ['503', status(503), 'upstream_unavailable'],
    ['408', status(408), 'upstream_timeout'],
    ['a connection that broke', broken('ECONNRESET'), 'upstream_unavailable'],
    ['a connection that broke without a word', broken(), 'upstream_unavailable'],
    ['an answer that cannot be read', () => Response.json({ id: 1 }), 'upstream_invalid'],
    ['a redirect', status(302, { location: 'https://attacker.test/' }), 'upstream_invalid'],
  ])('may have been done after %s, and is not retried', async (_, answer, code) => {
    expect(await send([answer, ok])).toEqual({ code, tries: 1, mayHaveWritten: true })
  })

  test.each<[number, string]>([
    [400, 'rejected'], [401, 'upstream_auth'], [403, 'upstream_forbidden'], [404, 'not_found'], [409, 'conflict'],
    [422, 'rejected'],
  ])('was certainly not done after %i', async (code, name) => {
    expect(await send([status(code), ok])).toEqual({ code: name, tries: 1, mayHaveWritten: false })
  })

  test('stops after three attempts with nothing done', async () => {
    expect(await send([limited, limited, limited])).toEqual({ code: 'rate_limited', tries: 3, mayHaveWritten: false })
  })

  test('may have been done after the caller aborts', async () => {
    const controller = new AbortController()
    const gone: Answer = () => {
      controller.abort()
      return Promise.reject(controller.signal.reason)
    }
    expect(await send([gone, ok], schema, controller.signal)).toEqual({
      code: 'upstream_timeout', tries: 1, mayHaveWritten: true,
    })
  })

  test('stays done if a later step fails', async () => {
    fetched.mockImplementationOnce(async () => ok()).mockImplementationOnce(async () => status(404)())
    const client = createIntercomClient({ settings, signal: new AbortController().signal })
    expect(client.mayHaveWritten).toBe(false)
    await client.send('POST', ['events'], {}, schema)
    await expect(client.send('PUT', ['contacts', '1'], {}, schema)).rejects.toThrow()
    expect(client.mayHaveWritten).toBe(true)
  })

  test('reports the existing contact of a conflict to the code only', async () => {
    const message = 'A contact matching those details already exists with id=6762f0d01bb69f9f2193bb7d'
    fetched.mockImplementation(async () => Response.json({ errors: [{ code: 'conflict', message }] }, { status: 409 }))
    const client = createIntercomClient({ settings, signal: new AbortController().signal })
    const error = await client.send('POST', ['contacts'], {}, schema).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'conflict', existingId: '6762f0d01bb69f9f2193bb7d' })
    expect(`${(error as ApiError).message}${(error as ApiError).reason}`).not.toContain('6762')
  })
})
