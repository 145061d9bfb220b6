import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { errorResponseSchema } from '@/kit/contracts/index'
import { ApiError } from '@/kit/server/http/errors'
import { createRouteHandler } from '@/kit/server/http/route-handler'
import { onLog } from '@/kit/server/log'

const bodySchema = z.strictObject({ text: z.string().min(1), tags: z.array(z.string()).optional() })
const respond = vi.fn(async ({ body }: { body: { text: string } }) => ({ said: body.text }))
const POST = createRouteHandler(
  { path: '/x', allow: ['customer'], body: bodySchema, response: z.object({ said: z.string() }) },
  respond,
)

const authorize = () => ({ kind: 'customer', userId: 'ann' }) as const
const context = { params: Promise.resolve({}), authorize }
const json = { 'content-type': 'application/json' }

function post(body: BodyInit | null, headers: Record<string, string> = json, handler = POST): Promise<Response> {
  const init = { method: 'POST', body, headers, duplex: 'half' } as RequestInit
  return handler(new Request('https://app.example/x', init), context)
}

async function toApiError(response: Response) {
  return errorResponseSchema.parse(await response.json()).error
}

const logged = vi.fn()

beforeEach(() => {
  vi.stubEnv('INTERCOM_ACCESS_TOKEN', 'tok')
  onLog(logged)
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.clearAllMocks()
  onLog(null)
})

describe('query', () => {
  const GET = createRouteHandler(
    { path: '/x/[id]', allow: ['customer'], params: z.strictObject({ id: z.string() }), response: z.object({ id: z.string() }) },
    async ({ params }) => params,
  )
  // On the edge, Next.js copies path parameters into the query.
  test.each([
    ['', 200],
    ['?id=7', 200],
    ['?id=8', 400],
    ['?id=7&id=8', 400],
    ['?id=7&x=7', 400],
    ['?constructor=7', 400],
  ])('with %j gets status %i', async (query, status) => {
    const response = await GET(new Request(`https://app.example/x/7${query}`), { ...context, params: Promise.resolve({ id: '7' }) })
    expect(response.status).toBe(status)
  })
})

describe('body', () => {
  test('is parsed', async () => {
    const response = await post('{"text":"hi"}', { 'content-type': 'Application/JSON; charset=utf-8' })
    expect([response.status, await response.json()]).toEqual([200, { said: 'hi' }])
  })

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/json-seq', ''])(
    'is refused with type %j', async (type) => {
      const response = await post('{"text":"hi"}', { 'content-type': type })
      expect([response.status, (await toApiError(response)).code]).toEqual([415, 'unsupported_media_type'])
    })

  test.each(['', '{', '{"text":"ann@alder.example"'])('is refused as %j', async (body) => {
    const error = await toApiError(await post(body))
    expect(error).toMatchObject({ code: 'invalid_request', message: 'The body is not JSON. Check how it is written and encoded.' })
  })

  test.each<[unknown, string[]]>([
    [{}, ['text']],
    [{ text: '' }, ['text']],
    [{ text: 'x', user_id: 'bob' }, ['user_id']],
    [{ text: 'x', tags: ['a', 7] }, ['tags.1']],
    [{ text: 1, admin_id: 2, created_at: 3 }, ['admin_id', 'created_at', 'text']],
    [[], ['body']],
    [null, ['body']],
  ])('is refused as %j, with the faulty fields', async (body, names) => {
    const response = await post(JSON.stringify(body))
    expect(response.status).toBe(400)
    expect(Object.keys((await toApiError(response)).fields ?? {}).sort()).toEqual(names)
    expect(respond).not.toHaveBeenCalled()
  })

  test('is limited as it arrives, whatever its headers claim', async () => {
    const text = JSON.stringify({ text: 'x'.repeat(64 * 1024) })
    const fits = JSON.stringify({ text: 'x'.repeat(64 * 1024 - 11) })
    expect((await post(fits)).status).toBe(200)
    expect((await post(text)).status).toBe(413)
    const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(1024).fill(32)) })
    expect((await post(endless, { ...json, 'content-length': '2' })).status).toBe(413)
  })

  test('is refused from another site', async () => {
    expect((await post('{"text":"hi"}', { ...json, 'sec-fetch-site': 'same-site' })).status).toBe(403)
    expect((await post('{"text":"hi"}', { ...json, cookie: 's=1' })).status).toBe(403)
  })

  test('is not read if the route takes none', async () => {
    const handler = createRouteHandler(
      { path: '/x', allow: ['customer'], response: z.object({ body: z.undefined() }) },
      async ({ body }) => ({ body }),
    )
    expect((await post('not json', {}, handler)).status).toBe(200)
  })
})

describe('response', () => {
  const answer = (data: unknown) => createRouteHandler(
    { path: '/x', allow: ['customer'], response: z.object({ id: z.string() }) },
    async () => data as { id: string },
  )

  test('contains only fields of the contract', async () => {
    expect(await (await post(null, {}, answer({ id: '1', email: 'ann@alder.example' }))).json()).toEqual({ id: '1' })
  })

  test('is not sent if it breaks the contract', async () => {
    const response = await post(null, {}, answer({ id: 7, email: 'ann@alder.example' }))
    expect(response.status).toBe(500)
    expect((await toApiError(response)).message).toBe("Something went wrong on our side. Try again. If it keeps happening, look up the request_id in the app's log.")
    const reason = 'The response does not match its schema: id'
    expect(logged).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ reason }))
  })
})

describe('a route that throws', () => {
  const failing = (thrown: unknown) => createRouteHandler(
    { path: '/x', allow: ['customer'], response: z.object({}) },
    async () => {
      throw thrown
    },
  )

  test('responds with an ApiError', async () => {
    const told = { message: 'Slow down.', fields: { q: 'x' } }
    const error = new ApiError('rate_limited', { ...told, retryAfter: 7, reason: 'hidden' })
    const response = await post(null, {}, failing(error))
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '7'])
    const text = await response.text()
    expect(JSON.parse(text).error).toMatchObject({ ...told, code: 'rate_limited', retry_after: 7 })
    expect(text).not.toContain('hidden')
  })

  test.each([new Error('ann@alder.example'), 'text', undefined, null, new Response('x', { status: 302 })])(
    'responds with internal to %s', async (thrown) => {
      const response = await post(null, {}, failing(thrown))
      expect(response.status).toBe(500)
      const error = await toApiError(response)
      expect(error).toMatchObject({ code: 'internal', message: "Something went wrong on our side. Try again. If it keeps happening, look up the request_id in the app's log." })
      expect(logged).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ request_id: error.request_id }))
    })
})

test('refuses access before it reads the body', async () => {
  const handler = createRouteHandler({ path: '/x', allow: ['agent'], body: bodySchema, response: z.object({}) }, async () => ({}))
  const response = await post('not json', json, handler)
  expect([response.status, (await toApiError(response)).code]).toEqual([403, 'forbidden'])
})
