import { createHmac } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest'
import { errorResponseSchema, webhookResponseSchema } from '../../src/kit/contracts/index.ts'
import type { WebhookEvent } from '../../src/kit/server/live/webhook-events.ts'
import { buildNotification } from '../../mocks/index.ts'
import { begin, end, expectNothingLeaked, intercom, logged, TOKEN } from './harness.ts'

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

/** Builds a delivery like Intercom's. */
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

/** Refused deliveries: the request, and the expected response. */
const refused: [string, (body: string) => [string | Buffer, HeadersInit], number, string][] = [
  ['a changed body', (body) => [body.replace('pending', 'pendinG'), hub(body)], 401, 'unauthorized'],
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
  ['other characters than digits', (body) => [body, { 'x-hub-signature': `sha1=${'g'.repeat(40)}` }], 401, 'unauthorized'],
  ['40 zeros', (body) => [body, { 'x-hub-signature': `sha1=${'0'.repeat(40)}` }], 401, 'unauthorized'],
  ['base64', (body) => [body, { 'x-hub-signature': `sha1=${createHmac('sha1', SECRET).update(body).digest('base64')}` }], 401, 'unauthorized'],
  ['reformatted JSON', (body) => [JSON.stringify(JSON.parse(body), null, 1), hub(body)], 401, 'unauthorized'],
  ['a trailing space', (body) => [`${body} `, hub(body)], 401, 'unauthorized'],
  ['a wrong hub signature beside a right body signature', (body) => [body, { ...hub(body, 'wrong'), 'x-body-signature': sha256(body) }], 401, 'unauthorized'],
  ['a body signature of SHA-1', (body) => [body, { 'x-body-signature': sha1(body) }], 401, 'unauthorized'],
  ['an empty body', () => ['', hub('')], 400, 'invalid_request'],
  ['invalid JSON', () => ['{"topic":', hub('{"topic":')], 400, 'invalid_request'],
  ['invalid UTF-8', () => [Buffer.from([0x7b, 0xff, 0x7d]), hub(Buffer.from([0x7b, 0xff, 0x7d]))], 400, 'invalid_request'],
  ['a list', () => ['[]', hub('[]')], 400, 'invalid_request'],
  ['null', () => ['null', hub('null')], 400, 'invalid_request'],
  ['plain text', (body) => [body, { ...hub(body), 'content-type': 'text/plain' }], 415, 'unsupported_media_type'],
  ['a form', (body) => [body, { ...hub(body), 'content-type': 'application/x-www-form-urlencoded' }], 415, 'unsupported_media_type'],
]

describe('refuses', () => {
  test.each(refused)('refuses %s', async (_, make, status, code) => {
    const [body, headers] = make(json(notification()))
    const answer = await deliver(body, headers)
    expect([answer.status, errorResponseSchema.parse(answer.data).error.code]).toEqual([status, code])
    expect(handler).not.toHaveBeenCalled()
  })

  test.each<[string, Record<string, unknown>]>([
    ['was first sent more than a day ago', { first_sent_at: now() - 90_000 }],
    ['happened more than a day ago, and does not say when it was sent', { first_sent_at: undefined, created_at: now() - 90_000 }],
    ['is of tomorrow', { first_sent_at: now() + 90_000 }],
  ])('what %s', async (_, more) => {
    expect((await deliver(json(notification(more)))).status).toBe(400)
    expect(handler).not.toHaveBeenCalled()
  })

  test.each([['4.3 MB', 4_300_000], ['15 MB', 15_000_000]])('accepts a delivery of %s all the same', async (_, size) => {
    const body = json(notification({ data: { item: { type: 'conversation', id: '7', source: { body: `<p>Hi</p>${'x'.repeat(size)}` } } } }))
    expect(await deliver(body)).toEqual({ status: 200, data: { received: true, duplicate: false } })
    expect(handler.mock.calls[0]![0].item).toMatchObject({ id: '7' })
  })

  test('more than 16 megabytes, while they arrive', async () => {
    const body = json(notification({ padding: 'x'.repeat(16 * 1024 * 1024) }))
    expect((await deliver(body)).status).toBe(413)
  })

  test('refuses everything without a secret, and names the setting', async () => {
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

  test.each([['GET', GET], ['PUT', PUT]] as const)('refuses %s and lists the methods', async (method, run) => {
    const response = await run(new Request(WEBHOOK, { method }), context)
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'HEAD, OPTIONS, POST'])
  })
})

describe('takes', () => {
  test("accepts the signature of Intercom's own example", async () => {
    // Intercom documents this body and signature for the secret `client_secret`. Without a topic nothing runs.
    vi.stubEnv('INTERCOM_CLIENT_SECRET', 'client_secret')
    const body = '{"type":"notification_event"}'
    expect((await deliver(body, { 'x-hub-signature': 'sha1=4daa94eb99e53512e02105d2e6e3babbd806f19b' })).status).toBe(200)
  })

  test('accepts a delivery from any site without a session', async () => {
    const body = json(notification())
    const { status, data } = await deliver(body, { ...hub(body), 'sec-fetch-site': 'cross-site', origin: 'https://x.example' })
    expect([status, webhookResponseSchema.parse(data)]).toEqual([200, { received: true, duplicate: false }])
    expect(handler).toHaveBeenCalledOnce()
  })

  test.each<[string, string | Buffer]>([
    ['letters of many scripts', '{"topic":"ping","x":"日本語 العربية 💥 \u2028"}'],
    ['a byte order mark', Buffer.from('\uFEFF{"topic":"ping"}')],
    ['a charset', '{"topic":"ping"}'],
  ])('accepts %s', async (name, body) => {
    const type = name === 'a charset' ? 'application/json; charset=utf-8' : 'application/json'
    expect((await deliver(body, { ...hub(body), 'content-type': type })).status).toBe(200)
  })

  test('accepts a ping repeatedly, since it has no id', async () => {
    for (let round = 0; round < 2; round += 1) {
      const { status, data } = await deliver(json(notification({ topic: 'ping', id: undefined })))
      expect([status, data.duplicate]).toEqual([200, false])
    }
    expect(handler).not.toHaveBeenCalled()
  })

  test('accepts an unknown topic', async () => {
    expect((await deliver(json(notification({ topic: 'tea.brewed', data: { item: { pot: 1 } } })))).status).toBe(200)
    expect(handler).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ topic: 'tea.brewed', item: { pot: 1 } }))
  })

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('treats the topic %s as unknown', async (topic) => {
    expect((await deliver(json(notification({ topic })))).status).toBe(200)
    expect(handler).toHaveBeenCalledOnce()
  })

  test('accepts either secret during rotation, and no third', async () => {
    vi.stubEnv('INTERCOM_CLIENT_SECRET', `${SECRET}, ${OLD_SECRET}`)
    for (const [secret, status] of [[SECRET, 200], [OLD_SECRET, 200], ['third', 401], [`${SECRET}, ${OLD_SECRET}`, 401]] as const) {
      const body = json(notification())
      expect((await deliver(body, hub(body, secret))).status).toBe(status)
    }
  })

  test('accepts the body signature of a health check', async () => {
    const body = '{"workspace_id":"hx7q2mlt"}'
    expect((await deliver(body, { 'x-body-signature': sha256(body) })).status).toBe(200)
    expect((await deliver(body, { 'x-body-signature': sha256(body, 'wrong') })).status).toBe(401)
  })

  test('accepts a retry of a delivery that failed', async () => {
    expect((await deliver(json(notification({ delivery_attempts: 2, first_sent_at: now() - 3600 })))).status).toBe(200)
    expect(handler).toHaveBeenCalledOnce()
  })

  test('responds to HEAD, with which Intercom checks the address', async () => {
    const response = await HEAD(new Request(WEBHOOK, { method: 'HEAD' }), context)
    expect([response.status, response.body]).toEqual([200, null])
  })
})

describe('handlers', () => {
  test('receive the parsed item of the topic', async () => {
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

  test('run for every topic of the mocked Intercom', async () => {
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

  it('receive what Intercom emits: ids only, wrapped items, and times as text', async () => {
    const events: WebhookEvent[] = []
    const sent: Promise<{ status: number }>[] = []
    const deleted = vi.fn()
    const unsubscribed = vi.fn()
    const updated = vi.fn()
    Object.assign(handlers, { 'conversation.deleted': deleted, 'contact.unsubscribed': unsubscribed, 'contact.user.updated': updated })
    handler.mockImplementation((event) => void events.push(event))
    intercom.on((change) => void sent.push(deliver(json(buildNotification(change, now())))))
    const ask = (method: string, path: string, body?: object) => intercom.fetch(`https://api.intercom.io${path}`, {
      method, body: body && json(body), headers: { authorization: `Bearer ${TOKEN}` },
    })
    const conversation = intercom.workspace.conversations.find(({ read }) => !read)
    const contact = intercom.workspace.contacts.find(({ role }) => role === 'user')!
    await ask('PUT', `/conversations/${conversation!.id}`, { read: true })
    await ask('DELETE', `/conversations/${conversation!.id}`)
    await ask('PUT', `/contacts/${contact.id}`, { name: 'Ann' })
    await ask('POST', `/contacts/${contact.id}/subscriptions`, { id: intercom.workspace.subscription_types[0]!.id, consent_type: 'opt_out' })
    expect((await Promise.all(sent)).map(({ status }) => status)).toEqual(sent.map(() => 200))
    expect(deleted.mock.calls[0]![0].item.id).toBe(conversation!.id)
    expect(unsubscribed.mock.calls[0]![0].item.id).toBe(contact.id)
    expect(updated.mock.calls[0]![0].item.created_at).toBe(contact.created_at)
    const raw = (topic: string) => events.find((event) => event.topic === topic)!
    expect(raw('conversation.deleted').item).toEqual({ type: 'conversation', conversation_id: conversation!.id })
    expect(raw('contact.unsubscribed').item).toMatchObject({ contact: { id: contact.id } })
    expect(raw('contact.user.updated').item).toMatchObject({ updated_at: expect.stringMatching(/^\d{4}-/) })
    expect(raw('conversation.read').id).toBeNull()
  })

  test('not with an item that the topic does not carry: that is delivered again', async () => {
    const replied = vi.fn()
    handlers['conversation.user.replied'] = replied
    expect((await deliver(json(notification({ data: { item: { id: '../x' } } })))).status).toBe(500)
    expect(replied).not.toHaveBeenCalled()
  })
})

describe('a repeated delivery', () => {
  test('runs once', async () => {
    const body = json(notification())
    expect((await deliver(body)).data).toEqual({ received: true, duplicate: false })
    expect((await deliver(body)).data).toEqual({ received: true, duplicate: true })
    expect(handler).toHaveBeenCalledOnce()
  })

  test('runs once when concurrent', async () => {
    const body = json(notification())
    handler.mockImplementation(() => new Promise((resolve) => setTimeout(resolve, 20)))
    const answers = await Promise.all(Array.from({ length: 5 }, () => deliver(body)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    expect(handler).toHaveBeenCalledOnce()
  })

  test('runs twice for two workspaces', async () => {
    const sent = notification()
    await deliver(json(sent))
    expect((await deliver(json({ ...sent, app_id: 'other' }))).data.duplicate).toBe(false)
  })

  test('runs again if its handler threw', async () => {
    const body = json(notification())
    handler.mockImplementationOnce(() => {
      throw new Error(`no: ${SECRET} ann@alder.example`)
    })
    const failed = await deliver(body)
    expect([failed.status, failed.data.error.code]).toEqual([500, 'internal'])
    expect((await deliver(body)).data).toEqual({ received: true, duplicate: false })
    expect(handler).toHaveBeenCalledTimes(2)
  })

  test('is refused while the store fails, so that it is delivered again', async () => {
    setStore({ ...createMemoryStore(), setIfAbsent: () => Promise.reject(new Error('down')) })
    const { status, data } = await deliver(json(notification()))
    expect([status, data.error.code]).toEqual([503, 'unavailable'])
    expect(handler).not.toHaveBeenCalled()
  })

  describe('because the process of its handler died', () => {
    beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
    afterEach(() => void vi.useRealTimers())

    it('is run again after a minute, by one of several requests', async () => {
      const body = json(notification())
      handler.mockImplementationOnce(() => new Promise(() => {}))
      expect((await deliver(body)).status).toBe(200)
      vi.setSystemTime(Date.now() + 60_000)
      const answers = await Promise.all([deliver(body), deliver(body), deliver(body)])
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
      expect(answers.filter(({ data }) => !data.duplicate)).toHaveLength(1)
      expect(handler).toHaveBeenCalledTimes(2)
      expect((await deliver(body)).data.duplicate).toBe(true)
    })

    it('is not taken for done while it may still run', async () => {
      const body = json(notification())
      handler.mockImplementationOnce(() => new Promise(() => {}))
      await deliver(body)
      const { status, data } = await deliver(body)
      expect([status, data.error.code, data.error.retry_after]).toEqual([503, 'unavailable', 15])
      expect(handler).toHaveBeenCalledOnce()
    })
  })
})

describe('takes what Intercom really sends', () => {
  it.each<[string, Record<string, unknown>]>([
    ['no id', { id: null }], ['an empty id', { id: '' }], ['no id at all', { id: undefined }],
    ['no time', { first_sent_at: null, created_at: null }], ['no workspace', { app_id: null }], ['no item', { data: null }],
    ['no item, id or time', { id: null, data: {}, first_sent_at: undefined, created_at: undefined }],
    ['a time as text', { first_sent_at: undefined, created_at: new Date().toISOString() }],
    ['times in milliseconds', { first_sent_at: Date.now(), created_at: Date.now() }],
    ['a number for an id', { id: 17 }], ['a long id', { id: 'n'.repeat(500) }],
  ])('a notification with %s, once', async (_, more) => {
    const body = json(notification(more))
    expect((await deliver(body)).data).toEqual({ received: true, duplicate: false })
    expect((await deliver(body)).data).toEqual({ received: true, duplicate: true })
    expect(handler).toHaveBeenCalledOnce()
    const { created_at } = handler.mock.calls[0]![0]
    expect(Math.abs(created_at - now())).toBeLessThan(60)
  })

  it('tells notifications without an id apart by topic, item and time', async () => {
    const sent = notification({ id: null })
    for (const more of [{}, { topic: 'conversation.read' }, { created_at: sent.created_at - 5 }, { data: { item: { id: '9' } } }]) {
      expect((await deliver(json({ ...sent, ...more }))).data.duplicate).toBe(false)
    }
    expect(handler).toHaveBeenCalledTimes(4)
  })

  it.each<[string, unknown, string]>([
    ['conversation.deleted', { type: 'conversation', conversation_id: '77' }, '77'],
    ['conversation.deleted', { type: 'conversation', conversation_id: 77 }, '77'],
    ['conversation.deleted', { id: '77', object: 'conversation', deleted: true }, '77'],
    ['conversation.read', { type: 'conversation_read', conversation: { id: '77' } }, '77'],
    ['conversation_part.tag.created', { type: 'conversation_part', id: '5', conversation_id: '77' }, '77'],
    ['contact.unsubscribed', { type: 'contact_subscription', contact: { type: 'contact', id: 'abc' } }, 'abc'],
    ['contact.user.tag.created', { type: 'contact_tag', id: '4', contact: { id: 'abc' }, tag: { id: '9' } }, 'abc'],
    ['contact.deleted', { type: 'contact', id: 'abc', external_id: 'x', deleted: true }, 'abc'],
    ['contact.user.updated', { type: 'contact', contact_id: 'abc' }, 'abc'],
    ['conversation_part.redacted', { conversation_part: { id: '5', conversation_id: '77' } }, '77'],
    ['contact.lead.created', { type: 'lead', lead: { id: 'abc' } }, 'abc'],
  ])('%s with the item %j', async (topic, item, id) => {
    const typed = vi.fn()
    handlers[topic] = typed
    expect((await deliver(json(notification({ topic, data: { item } })))).status).toBe(200)
    expect(typed).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ item: expect.objectContaining({ id }) }))
  })

  it.each<[unknown]>([[{ contacts: [{ id: 'c1' }] }], [{ data: [{ id: 'c1' }] }], [[{ id: 'c1' }]]])('the customers of a conversation in %j', async (contacts) => {
    const typed = vi.fn()
    handlers['conversation.user.replied'] = typed
    await deliver(json(notification({ data: { item: { type: 'conversation', id: '77', contacts } } })))
    expect(typed.mock.calls[0]![0].item.contacts).toEqual({ contacts: [{ id: 'c1' }] })
  })

  it('times as ISO 8601', async () => {
    const typed = vi.fn()
    handlers['contact.user.updated'] = typed
    const item = {
      id: 'abc', created_at: '2024-03-16T20:16:07.820+00:00', signed_up_at: '2024-03-16T21:16:07+01:00', updated_at: 1_710_620_167,
      last_seen_at: 'yesterday',
    }
    await deliver(json(notification({ topic: 'contact.user.updated', data: { item } })))
    expect(typed.mock.calls[0]![0].item).toMatchObject({
      created_at: 1_710_620_167, signed_up_at: 1_710_620_167, updated_at: 1_710_620_167, last_seen_at: null,
    })
  })
})

describe('a slow handler', () => {
  test('is not awaited, is kept alive by the platform, and ends', async () => {
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

  test('is logged if it fails late, and can be delivered again', async () => {
    let fail: (reason: Error) => void = () => {}
    handler.mockImplementationOnce(() => new Promise<void>((_, reject) => (fail = reject)))
    const body = json(notification())
    expect((await deliver(body)).status).toBe(200)
    fail(new Error('late'))
    await vi.waitFor(() => expect(logged.at(-1)?.reason).toContain('After the response: Error: late'))
    expect((await deliver(body)).data.duplicate).toBe(false)
  })
})
