import { createHmac } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { errorResponseSchema, webhookResponseSchema } from '../../src/kit/contracts/index.ts'
import type { WebhookEvent } from '../../src/kit/server/live/webhook-events.ts'
import { begin, end, expectNothingLeaked, intercom, logged } from './harness.ts'

const handlers: Record<string, (event: never) => unknown> = {}
const { createIntercomRoutes } = await import('@/kit/server/index')
const { POST, HEAD, GET, PUT } = createIntercomRoutes({ authorize: () => null, webhooks: handlers })
const { setStore } = await import('@/kit/server/stores/kv-store')
const { createMemoryStore } = await import('@/kit/server/stores/store-memory')

const SECRET = 'canary-client-secret-7f3a'
const OLD_SECRET = 'canary-client-secret-before'
const WEBHOOK = 'https://app.example/api/intercom/webhook'
const context = { params: Promise.resolve({}) }
const now = () => Math.floor(Date.now() / 1000)
const sha1 = (body: string | Buffer, secret = SECRET) => createHmac('sha1', secret).update(body).digest('hex')
const sha256 = (body: string, secret = SECRET) => createHmac('sha256', secret).update(body).digest('hex')

let count = 0

/** A delivery as Intercom writes one. */
function notification(more: Record<string, unknown> = {}) {
  return {
    type: 'notification_event', app_id: 'hx7q2mlt', id: `notif_${(count += 1)}`, topic: 'conversation.user.replied',
    created_at: now(), first_sent_at: now(), delivery_attempts: 1, delivery_status: 'pending', self: null, links: {},
    data: { type: 'notification_event_data', item: intercom.workspace.conversations[0] },
    ...more,
  }
}

const json = (value: unknown) => JSON.stringify(value)
const hub = (body: string | Buffer, secret?: string) => ({ 'x-hub-signature': `sha1=${sha1(body, secret)}` })

async function deliver(body: string | Buffer, headers: HeadersInit = hub(body)) {
  const all = new Headers(headers)
  if (!all.has('content-type')) all.set('content-type', 'application/json')
  const init = { method: 'POST', headers: all, body: typeof body === 'string' ? body : new Uint8Array(body) }
  const response = await POST(new Request(WEBHOOK, init), context)
  const text = await response.text()
  expectNothingLeaked(text)
  expect(text + json(logged)).not.toContain('canary')
  return { status: response.status, data: JSON.parse(text) }
}

const handler = vi.fn<(event: WebhookEvent) => unknown>()

beforeEach(() => {
  begin()
  vi.stubEnv('INTERCOM_CLIENT_SECRET', SECRET)
  for (const topic of Object.keys(handlers)) delete handlers[topic]
  handler.mockReset()
  handlers['*'] = handler
})
afterEach(end)

/** A delivery that is refused: what is sent, and what is answered. */
const refused: [string, (body: string) => [string | Buffer, HeadersInit], number, string][] = [
  ['a body that was changed', (body) => [body.replace('pending', 'pendinG'), hub(body)], 401, 'unauthorized'],
  ['another secret', (body) => [body, hub(body, 'wrong')], 401, 'unauthorized'],
  ['no signature', (body) => [body, {}], 401, 'unauthorized'],
  ['an empty signature', (body) => [body, { 'x-hub-signature': '' }], 401, 'unauthorized'],
  ['the prefix alone', (body) => [body, { 'x-hub-signature': 'sha1=' }], 401, 'unauthorized'],
  ['two signatures', (body) => [body, [['x-hub-signature', `sha1=${sha1(body)}`], ['x-hub-signature', `sha1=${sha1(body)}`]]], 401, 'unauthorized'],
  ['sha256= before it', (body) => [body, { 'x-hub-signature': `sha256=${sha1(body)}` }], 401, 'unauthorized'],
  ['a SHA-256 where SHA-1 belongs', (body) => [body, { 'x-hub-signature': `sha1=${sha256(body)}` }], 401, 'unauthorized'],
  ['nothing before it', (body) => [body, { 'x-hub-signature': sha1(body) }], 401, 'unauthorized'],
  ['capitals before it', (body) => [body, { 'x-hub-signature': `SHA1=${sha1(body)}` }], 401, 'unauthorized'],
  ['capital digits', (body) => [body, { 'x-hub-signature': `sha1=${sha1(body).toUpperCase()}` }], 401, 'unauthorized'],
  ['39 digits', (body) => [body, { 'x-hub-signature': `sha1=${sha1(body).slice(1)}` }], 401, 'unauthorized'],
  ['41 digits', (body) => [body, { 'x-hub-signature': `sha1=${sha1(body)}0` }], 401, 'unauthorized'],
  ['digits between others', (body) => [body, { 'x-hub-signature': `sha1=!!${sha1(body)}~~` }], 401, 'unauthorized'],
  ['what is no digit', (body) => [body, { 'x-hub-signature': `sha1=${'g'.repeat(40)}` }], 401, 'unauthorized'],
  ['40 zeros', (body) => [body, { 'x-hub-signature': `sha1=${'0'.repeat(40)}` }], 401, 'unauthorized'],
  ['base64', (body) => [body, { 'x-hub-signature': `sha1=${createHmac('sha1', SECRET).update(body).digest('base64')}` }], 401, 'unauthorized'],
  ['the same JSON written anew', (body) => [JSON.stringify(JSON.parse(body), null, 1), hub(body)], 401, 'unauthorized'],
  ['a space behind it', (body) => [`${body} `, hub(body)], 401, 'unauthorized'],
  ['a wrong hub signature beside a right body signature', (body) => [body, { ...hub(body, 'wrong'), 'x-body-signature': sha256(body) }], 401, 'unauthorized'],
  ['a body signature of SHA-1', (body) => [body, { 'x-body-signature': sha1(body) }], 401, 'unauthorized'],
  ['an empty body', () => ['', hub('')], 400, 'invalid_request'],
  ['what is no JSON', () => ['{"topic":', hub('{"topic":')], 400, 'invalid_request'],
  ['what is no UTF-8', () => [Buffer.from([0x7b, 0xff, 0x7d]), hub(Buffer.from([0x7b, 0xff, 0x7d]))], 400, 'invalid_request'],
  ['a list', () => ['[]', hub('[]')], 400, 'invalid_request'],
  ['null', () => ['null', hub('null')], 400, 'invalid_request'],
  ['plain text', (body) => [body, { ...hub(body), 'content-type': 'text/plain' }], 415, 'unsupported_media_type'],
  ['a form', (body) => [body, { ...hub(body), 'content-type': 'application/x-www-form-urlencoded' }], 415, 'unsupported_media_type'],
]

describe('refuses', () => {
  test.each(refused)('%s', async (_, make, status, code) => {
    const [body, headers] = make(json(notification()))
    const answer = await deliver(body, headers)
    expect([answer.status, errorResponseSchema.parse(answer.data).error.code]).toEqual([status, code])
    expect(handler).not.toHaveBeenCalled()
  })

  test.each<[string, Record<string, unknown>]>([
    ['was first sent more than a day ago', { first_sent_at: now() - 90_000 }],
    ['happened more than a day ago, and does not say when it was sent', { first_sent_at: undefined, created_at: now() - 90_000 }],
    ['is of tomorrow', { first_sent_at: now() + 90_000 }],
    ['has no id', { id: null }],
    ['has no time', { first_sent_at: null, created_at: null }],
  ])('what %s', async (_, more) => {
    expect((await deliver(json(notification(more)))).status).toBe(400)
    expect(handler).not.toHaveBeenCalled()
  })

  test.each([['4.3 MB', 4_300_000], ['15 MB', 15_000_000]])('does not lose a conversation of %s', async (_, size) => {
    const body = json(notification({ data: { item: { type: 'conversation', id: '7', source: { body: `<p>Hi</p>${'x'.repeat(size)}` } } } }))
    expect(await deliver(body)).toEqual({ status: 200, data: { received: true, duplicate: false } })
    expect(handler.mock.calls[0]![0].item).toMatchObject({ id: '7' })
  })

  test('more than 16 megabytes, while they arrive', async () => {
    const body = json(notification({ padding: 'x'.repeat(16 * 1024 * 1024) }))
    expect((await deliver(body)).status).toBe(413)
  })

  test('everything where no secret is set, and says which', async () => {
    for (const [name, value] of [['INTERCOM_CLIENT_SECRET', ''], ['INTERCOM_CLIENT_SECRET', ' , '], ['NEXT_PUBLIC_INTERCOM_CLIENT_SECRET', SECRET]] as const) {
      vi.stubEnv(name, value)
      const body = json(notification())
      for (const headers of [hub(body), { 'x-hub-signature': `sha1=${'0'.repeat(40)}` }]) {
        const { status, data } = await deliver(body, headers)
        expect([status, data.error.code]).toEqual([500, 'not_configured'])
        expect(data.error.message).toContain(name)
      }
      vi.unstubAllEnvs()
    }
    expect(handler).not.toHaveBeenCalled()
  })

  test.each([['GET', GET], ['PUT', PUT]] as const)('%s, and says which methods there are', async (method, run) => {
    const response = await run(new Request(WEBHOOK, { method }), context)
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'HEAD, OPTIONS, POST'])
  })
})

describe('takes', () => {
  test("what Intercom's own example is signed with", async () => {
    // The body and the signature are given; the secret is `client_secret`. Without a topic nothing is done.
    vi.stubEnv('INTERCOM_CLIENT_SECRET', 'client_secret')
    const body = '{"type":"notification_event"}'
    expect((await deliver(body, { 'x-hub-signature': 'sha1=4daa94eb99e53512e02105d2e6e3babbd806f19b' })).status).toBe(200)
  })

  test('a delivery, from whatever site it comes, and nobody is asked who is signed in', async () => {
    const body = json(notification())
    const { status, data } = await deliver(body, { ...hub(body), 'sec-fetch-site': 'cross-site', origin: 'https://x.example' })
    expect([status, webhookResponseSchema.parse(data)]).toEqual([200, { received: true, duplicate: false }])
    expect(handler).toHaveBeenCalledOnce()
  })

  test.each<[string, string | Buffer]>([
    ['letters of many scripts', '{"topic":"ping","x":"日本語 العربية 💥 \u2028"}'],
    ['a byte order mark', Buffer.from('\uFEFF{"topic":"ping"}')],
    ['a charset', '{"topic":"ping"}'],
  ])('%s', async (name, body) => {
    const type = name === 'a charset' ? 'application/json; charset=utf-8' : 'application/json'
    expect((await deliver(body, { ...hub(body), 'content-type': type })).status).toBe(200)
  })

  test('a ping, which has no id, again and again', async () => {
    for (let round = 0; round < 2; round += 1) {
      const { status, data } = await deliver(json(notification({ topic: 'ping', id: undefined })))
      expect([status, data.duplicate]).toEqual([200, false])
    }
    expect(handler).not.toHaveBeenCalled()
  })

  test('a topic that nobody knows yet', async () => {
    expect((await deliver(json(notification({ topic: 'tea.brewed', data: { item: { pot: 1 } } })))).status).toBe(200)
    expect(handler).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ topic: 'tea.brewed', item: { pot: 1 } }))
  })

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('the topic %s for one that nobody knows', async (topic) => {
    expect((await deliver(json(notification({ topic })))).status).toBe(200)
    expect(handler).toHaveBeenCalledOnce()
  })

  test('either secret while it changes, and no third', async () => {
    vi.stubEnv('INTERCOM_CLIENT_SECRET', `${SECRET}, ${OLD_SECRET}`)
    for (const [secret, status] of [[SECRET, 200], [OLD_SECRET, 200], ['third', 401], [`${SECRET}, ${OLD_SECRET}`, 401]] as const) {
      const body = json(notification())
      expect((await deliver(body, hub(body, secret))).status).toBe(status)
    }
  })

  test('the body signature of a health check', async () => {
    const body = '{"workspace_id":"hx7q2mlt"}'
    expect((await deliver(body, { 'x-body-signature': sha256(body) })).status).toBe(200)
    expect((await deliver(body, { 'x-body-signature': sha256(body, 'wrong') })).status).toBe(401)
  })

  test('a second try of a delivery that failed to arrive', async () => {
    expect((await deliver(json(notification({ delivery_attempts: 2, first_sent_at: now() - 3600 })))).status).toBe(200)
    expect(handler).toHaveBeenCalledOnce()
  })

  test('HEAD, with which Intercom checks the address', async () => {
    const response = await HEAD(new Request(WEBHOOK, { method: 'HEAD' }), context)
    expect([response.status, response.body]).toEqual([200, null])
  })
})

describe('calls the handlers of a topic', () => {
  test('with what the topic carries, read', async () => {
    const replied = vi.fn()
    const other = vi.fn()
    Object.assign(handlers, { 'conversation.user.replied': replied, 'conversation.admin.closed': other })
    const sent = notification()
    await deliver(json(sent))
    expect(replied).toHaveBeenCalledExactlyOnceWith({
      id: sent.id, topic: 'conversation.user.replied', app_id: 'hx7q2mlt', created_at: sent.created_at,
      item: expect.objectContaining({ id: intercom.workspace.conversations[0]?.id, state: 'open' }),
    })
    expect(other).not.toHaveBeenCalled()
    expect(handler).toHaveBeenCalledOnce()
  })

  test('for everything that the mocked Intercom tells of', async () => {
    const topics: string[] = []
    const sent: Promise<unknown>[] = []
    handler.mockImplementation(({ topic }) => void topics.push(topic))
    intercom.on(({ topic, item }) => void sent.push(deliver(json(notification({ topic, data: { item } })))))
    const conversation = intercom.workspace.conversations.find(({ state }) => state === 'open')
    const write = (path: string, body: object) => intercom.fetch(`https://api.intercom.io/conversations/${conversation?.id}/${path}`, {
      method: 'POST', body: json({ type: 'admin', admin_id: intercom.workspace.admins[0]?.id, ...body }),
      headers: { authorization: 'Bearer dG9rOmNhbmFyeV8zMWY0_never_to_be_seen' },
    })
    await write('reply', { message_type: 'comment', body: 'Hi' })
    await write('parts', { message_type: 'close' })
    expect((await Promise.all(sent)).map((answer) => (answer as { status: number }).status)).toEqual([200, 200])
    expect(topics).toEqual(['conversation.admin.replied', 'conversation.admin.closed'])
  })

  test('not with an item that the topic does not carry: that is delivered again', async () => {
    const replied = vi.fn()
    handlers['conversation.user.replied'] = replied
    expect((await deliver(json(notification({ data: { item: { id: '../x' } } })))).status).toBe(500)
    expect(replied).not.toHaveBeenCalled()
  })
})

describe('a delivery that comes twice', () => {
  test('is done once', async () => {
    const body = json(notification())
    expect((await deliver(body)).data).toEqual({ received: true, duplicate: false })
    expect((await deliver(body)).data).toEqual({ received: true, duplicate: true })
    expect(handler).toHaveBeenCalledOnce()
  })

  test('at once is done once', async () => {
    const body = json(notification())
    handler.mockImplementation(() => new Promise((resolve) => setTimeout(resolve, 20)))
    const answers = await Promise.all(Array.from({ length: 5 }, () => deliver(body)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    expect(handler).toHaveBeenCalledOnce()
  })

  test('of two workspaces is two', async () => {
    const sent = notification()
    await deliver(json(sent))
    expect((await deliver(json({ ...sent, app_id: 'other' }))).data.duplicate).toBe(false)
  })

  test('because its handler threw is done again', async () => {
    const body = json(notification())
    handler.mockImplementationOnce(() => {
      throw new Error(`no: ${SECRET} ann@alder.example`)
    })
    const failed = await deliver(body)
    expect([failed.status, failed.data.error.code]).toEqual([500, 'internal'])
    expect((await deliver(body)).data).toEqual({ received: true, duplicate: false })
    expect(handler).toHaveBeenCalledTimes(2)
  })

  test('is refused while the store fails, so that it comes again', async () => {
    setStore({ ...createMemoryStore(), setIfAbsent: () => Promise.reject(new Error('down')) })
    expect((await deliver(json(notification()))).status).toBe(500)
    expect(handler).not.toHaveBeenCalled()
  })
})

describe('work that takes long', () => {
  test('is not waited for, is kept alive by the platform, and ends', async () => {
    let finish = () => {}
    handler.mockImplementation(() => new Promise<void>((resolve) => (finish = resolve)))
    const waitUntil = vi.fn<(work: Promise<unknown>) => void>()
    vi.stubGlobal(Symbol.for('@vercel/request-context') as never, { get: () => ({ waitUntil }) })
    expect((await deliver(json(notification()))).status).toBe(200)
    expect(waitUntil).toHaveBeenCalledOnce()
    finish()
    await waitUntil.mock.calls[0]?.[0]
    expect(logged.map(({ status }) => status)).toEqual([200])
  })

  test('and fails then is logged, and may come again', async () => {
    let fail: (reason: Error) => void = () => {}
    handler.mockImplementationOnce(() => new Promise<void>((_, reject) => (fail = reject)))
    const body = json(notification())
    expect((await deliver(body)).status).toBe(200)
    fail(new Error('late'))
    await vi.waitFor(() => expect(logged.at(-1)?.reason).toContain('After the answer: Error: late'))
    expect((await deliver(body)).data.duplicate).toBe(false)
  })
})
