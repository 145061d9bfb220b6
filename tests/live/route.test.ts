import { createHmac } from 'node:crypto'
import { createParser, type EventSourceMessage } from 'eventsource-parser'
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest'
import type { LiveEvent } from '../../src/kit/contracts/index.ts'
import { authorizeWith, begin, call, end, expectNothingLeaked, intercom, logged, signIn } from '../routes/harness.ts'

const routes = await import('@/app/api/intercom/[...path]/route')
const { GET, HEAD } = routes
const { getBus, setBus } = await import('@/kit/server/live/live-bus')
const { createMemoryBus } = await import('@/kit/server/live/bus-memory')
const { liveEventSchema } = await import('@/kit/contracts/index')

const SECRET = 'canary-client-secret-live'
const agent = { kind: 'agent', adminId: '7042001' } as const

/** Number of open subscriptions, to find leaks. */
let listening = 0
const watched = () => {
  const bus = createMemoryBus(50)
  return {
    ...bus,
    async subscribe(...args: Parameters<typeof bus.subscribe>) {
      const subscription = await bus.subscribe(...args)
      listening += 1
      let isOver = false
      const stop = () => {
        if (!isOver) listening -= 1
        isOver = true
        subscription.stop()
      }
      return { ...subscription, stop }
    },
  }
}

interface Page {
  response: Response
  messages: EventSourceMessage[]
  /** Received events without `ready`. */
  told: () => unknown[]
  hasEnded: boolean
  comments: number
  leave: () => Promise<void>
  abort: () => void
}

const pages: Page[] = []

async function listen(headers: Record<string, string> = {}): Promise<Page> {
  const controller = new AbortController()
  const request = new Request('https://app.example/api/intercom/live', { headers, signal: controller.signal })
  const response = await GET(request, { params: Promise.resolve({}) })
  const reader = response.body!.getReader()
  const page: Page = {
    response,
    messages: [],
    told: () => page.messages.filter(({ event }) => event !== 'ready').map(({ event, data }) => (event === 'change' ? JSON.parse(data) : event)),
    hasEnded: false,
    comments: 0,
    leave: () => reader.cancel(),
    abort: () => controller.abort(),
  }
  const parser = createParser({ onEvent: (event) => void page.messages.push(event), onComment: () => void (page.comments += 1) })
  void (async () => {
    const decoder = new TextDecoder()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      parser.feed(decoder.decode(value, { stream: true }))
    }
    page.hasEnded = true
  })()
  pages.push(page)
  await vi.waitFor(() => expect(page.messages.at(-1)?.event).toBe('ready'))
  return page
}

const settled = () => new Promise<void>((resolve) => void setImmediate(resolve))
const event = (change: string, id = '215471000000001', contact_ids: string[] = []) =>
  liveEventSchema.parse({ kind: 'conversation', conversation_id: id, change, contact_ids, at: 1_700_000_000 })

/** Finds two customers with conversations. */
function people() {
  const [ann, bob] = intercom.workspace.contacts.filter(({ external_id }) => external_id !== null)
  if (!ann?.external_id || !bob?.external_id) throw new Error('The workspace lacks two customers with an external id.')
  return { ann: { ...ann, principal: { kind: 'customer', userId: ann.external_id } as const }, bob }
}

beforeEach(() => {
  begin()
  setBus(watched())
  signIn(agent)
  vi.stubEnv('INTERCOM_CLIENT_SECRET', SECRET)
})
afterEach(async () => {
  for (const page of pages.splice(0)) await page.leave()
  vi.useRealTimers()
  expect(listening).toBe(0)
  setBus(null)
  end()
})

describe('access', () => {
  test('refuses visitors, other sites and query parameters', async () => {
    const ask = async (path: string, headers: Record<string, string> = {}) => {
      const response = await GET(new Request(`https://app.example${path}`, { headers }), { params: Promise.resolve({}) })
      const text = await response.text()
      expectNothingLeaked(text)
      expect(response.headers.get('content-type')).toMatch('application/json')
      return [response.status, JSON.parse(text).error.code]
    }
    expect(await ask('/api/intercom/live', { 'sec-fetch-site': 'cross-site' })).toEqual([403, 'forbidden'])
    expect(await ask('/api/intercom/live?as=agent')).toEqual([400, 'invalid_request'])
    signIn(null)
    expect(await ask('/api/intercom/live')).toEqual([401, 'unauthorized'])
    authorizeWith(() => ({ kind: 'root' }))
    expect(await ask('/api/intercom/live')).toEqual([500, 'internal'])
    expect(listening).toBe(0)
  })

  test('responds with a stream that is not stored, compressed or buffered', async () => {
    const { response } = await listen()
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'private, no-store, no-transform',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    })
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
    expect(intercom.requests).toEqual([])
  })

  test('responds to HEAD with the same headers, without subscribing', async () => {
    const response = await HEAD(new Request('https://app.example/api/intercom/live', { method: 'HEAD' }), { params: Promise.resolve({}) })
    expect([response.status, response.body, listening]).toEqual([200, null, 0])
    signIn(null)
    expect((await HEAD(new Request('https://app.example/api/intercom/live', { method: 'HEAD' }), { params: Promise.resolve({}) })).status).toBe(401)
  })

  test('allows twenty streams per user, and another after one closes', async () => {
    const open = []
    for (let index = 0; index < 20; index += 1) open.push(await listen())
    const refused = await GET(new Request('https://app.example/api/intercom/live'), { params: Promise.resolve({}) })
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60'])
    signIn({ kind: 'agent', adminId: '7042002' })
    await listen()
    signIn(agent)
    await open[7]?.leave()
    await listen()
  })
})

describe('events', () => {
  test('sends every event to agents', async () => {
    const page = await listen()
    const events = [event('message'), event('note', '2'), { kind: 'contact', contact_id: 'c9', at: 5 } as LiveEvent]
    for (const one of events) await getBus().publish(one)
    await vi.waitFor(() => expect(page.told()).toEqual(events))
    expect(new Set(page.messages.map(({ id }) => id)).size).toBe(4)
  })

  test('sends customers only public changes of their own conversations', async () => {
    const { ann, bob } = people()
    signIn(ann.principal)
    const page = await listen()
    expect(intercom.requests).toHaveLength(1)
    const bus = getBus()
    for (const change of ['message', 'note', 'state', 'snooze', 'assignee', 'tags', 'priority', 'read', 'contact', 'deleted', 'other']) {
      await bus.publish(event(change, '1', [bob.id, ann.id]))
      await bus.publish(event(change, '2', [bob.id]))
      await bus.publish(event(change, '3', []))
    }
    await bus.publish({ kind: 'contact', contact_id: bob.id, at: 5 })
    for (const change of ['note', 'event'] as const) await bus.publish({ kind: 'contact', contact_id: ann.id, change, at: 5 })
    await bus.publish({ kind: 'contact', contact_id: ann.id, at: 6 })
    const own = (change: string) => event(change, '1', [ann.id])
    await vi.waitFor(() => expect(page.told()).toEqual([own('message'), own('state'), own('contact'), { kind: 'contact', contact_id: ann.id, at: 6 }]))
    expect(JSON.stringify(page.messages)).not.toContain(bob.id)
    // Missed events pass the same filter.
    const first = page.messages[0]!.id!
    await page.leave()
    const again = await listen({ 'last-event-id': first })
    expect(again.told()).toEqual(page.told())
    expect(intercom.requests).toHaveLength(2)
  })

  test('sends nothing to customers unknown to Intercom, and opens no stream if Intercom fails', async () => {
    signIn({ kind: 'customer', userId: 'somebody-new' })
    const page = await listen()
    await getBus().publish(event('message', '1', ['c1']))
    await settled()
    expect(page.told()).toEqual([])
    intercom.setFault('503')
    const response = await GET(new Request('https://app.example/api/intercom/live'), { params: Promise.resolve({}) })
    expect(response.status).toBe(503)
    expect(listening).toBe(1)
  })

  test('replays missed events on reconnection, or asks to fetch everything after too long', async () => {
    const page = await listen()
    const id = page.messages[0]!.id!
    await page.leave()
    await getBus().publish(event('message', '1'))
    await getBus().publish(event('state', '2'))
    const again = await listen({ 'last-event-id': id })
    expect(again.told()).toEqual([event('message', '1'), event('state', '2')])
    expect(again.messages.map((one) => one.event)).toEqual(['change', 'change', 'ready'])
    for (let index = 0; index < 60; index += 1) await getBus().publish(event('message', String(index)))
    expect((await listen({ 'last-event-id': id })).told()).toEqual(['resync'])
    for (const strange of ['x\ty', '9'.repeat(500)]) expect((await listen({ 'last-event-id': strange })).told()).toEqual(['resync'])
  })

  test('reports a gap of the bus', async () => {
    let give: ((entry: { id: string; event: null }) => void) | undefined
    setBus({ publish: async () => {}, subscribe: async (listener) => ((give = listener), { id: '1', missed: [], stop: () => {} }) })
    const page = await listen()
    give?.({ id: '2', event: null })
    await vi.waitFor(() => expect(page.told()).toEqual(['resync']))
  })
})

describe('lifetime', () => {
  const ready = (page: Page) => page.messages.filter((one) => one.event === 'ready').map(({ data }) => JSON.parse(data))

  it('says that no webhook has arrived, then that one has, once an hour', async () => {
    const page = await listen()
    expect(ready(page)).toEqual([{ delayed: false, webhook_at: null }])
    await getBus().publish(event('message'))
    await getBus().publish({ ...event('message'), via: 'webhook' } as LiveEvent)
    await getBus().publish({ ...event('message'), via: 'webhook' } as LiveEvent)
    await vi.waitFor(() => expect(page.told()).toEqual([event('message'), event('message'), event('message')]))
    expect(ready(page)).toEqual([{ delayed: false, webhook_at: null }, { delayed: false, webhook_at: expect.any(Number) }])
  })

  it('gives a customer no exact time, and none for what they may not see', async () => {
    const { ann, bob } = people()
    signIn(ann.principal)
    const page = await listen()
    await getBus().publish({ ...event('note', '1', [ann.id]), via: 'webhook' } as LiveEvent)
    await getBus().publish({ ...event('message', '2', [bob.id]), via: 'webhook' } as LiveEvent)
    await settled()
    expect(ready(page)).toHaveLength(1)
    await getBus().publish({ ...event('message', '1', [ann.id]), via: 'webhook' } as LiveEvent)
    await vi.waitFor(() => expect(ready(page)).toHaveLength(2))
    expect(ready(page)[1].webhook_at % 3600).toBe(0)
  })
})

it('counts HEAD and GET as one', async () => {
  signIn({ kind: 'agent', adminId: '7042003' })
  const statuses = []
  for (let index = 0; index < 61; index += 1) {
    const method = index % 2 ? 'HEAD' : 'GET'
    const response = await routes[method](new Request('https://app.example/api/intercom/live', { method }), { params: Promise.resolve({}) })
    statuses.push(response.status)
    await response.body?.cancel()
  }
  expect([statuses.indexOf(429), statuses.at(-1)]).toEqual([60, 429])
})

it.each([2n ** 64n, 2n ** 63n, 10n ** 19n])('takes the Last-Event-ID %s for one that is no longer known', async (id) => {
  for (const text of [`${id}`, `${id}-0`, `0-${id}`]) expect((await listen({ 'last-event-id': text })).told()).toEqual(['resync'])
})

it('ends streams on SIGTERM, with a hint when to reconnect', async () => {
  const response = await GET(new Request('https://app.example/api/intercom/live'), { params: Promise.resolve({}) })
  const keepAlive = () => {}
  process.on('SIGTERM', keepAlive)
  process.emit('SIGTERM')
  expect(await response.text()).toMatch(/event: ready[^]+retry: [1-5]\d{3}\n\n$/)
  process.off('SIGTERM', keepAlive)
})

describe('how long', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))

  test('sends heartbeats and ends after four and a half minutes', async () => {
    const page = await listen()
    for (let beats = 1; beats <= 10; beats += 1) {
      await vi.advanceTimersByTimeAsync(25_000)
      await settled()
      expect(page.comments).toBe(beats)
    }
    await vi.advanceTimersByTimeAsync(20_000)
    await settled()
    expect([page.hasEnded, listening, vi.getTimerCount()]).toEqual([true, 0, 0])
    await getBus().publish(event('message'))
    expect(page.told()).toEqual([])
  })

  test.each(['leave', 'abort'] as const)('unsubscribes when the page is gone (%s)', async (how) => {
    const open = [await listen(), await listen(), await listen()]
    expect([listening, vi.getTimerCount()]).toEqual([3, 6])
    for (const page of open) await page[how]()
    await getBus().publish(event('message'))
    expect([listening, vi.getTimerCount()]).toEqual([0, 0])
  })

  test('unsubscribes if the page was gone before the response', async () => {
    const controller = new AbortController()
    const asking = GET(new Request('https://app.example/api/intercom/live', { signal: controller.signal }), { params: Promise.resolve({}) })
    controller.abort()
    await asking
    expect([listening, vi.getTimerCount()]).toEqual([0, 0])
  })

  test('closes the stream of a page that does not read', async () => {
    const response = await GET(new Request('https://app.example/api/intercom/live'), { params: Promise.resolve({}) })
    for (let index = 0; index < 300; index += 1) await getBus().publish(event('message', String(index)))
    expect([listening, vi.getTimerCount()]).toEqual([0, 0])
    // Earlier events remain readable, with the id to resume at.
    const text = await response.text()
    expect(text.match(/^event: change$/gm)).toHaveLength(255)
  })
})

describe('publishing', () => {
  let count = 0
  async function deliver(topic: string, item: unknown) {
    const now = Math.floor(Date.now() / 1000)
    const body = JSON.stringify({
      type: 'notification_event', app_id: 'hx7q2mlt', id: `live_${(count += 1)}`, topic, created_at: now, first_sent_at: now,
      data: { type: 'notification_event_data', item },
    })
    const signature = `sha1=${createHmac('sha1', SECRET).update(body).digest('hex')}`
    const headers = { 'content-type': 'application/json', 'x-hub-signature': signature }
    const request = new Request('https://app.example/api/intercom/webhook', { method: 'POST', headers, body })
    return (await routes.POST(request, { params: Promise.resolve({}) })).status
  }

  test.each([
    ['conversation.user.created', 'message'], ['conversation.user.replied', 'message'], ['conversation.admin.replied', 'message'],
    ['conversation.operator.replied', 'message'], ['conversation.admin.noted', 'note'], ['conversation.admin.closed', 'state'],
    ['conversation.admin.opened', 'state'], ['conversation.admin.snoozed', 'snooze'], ['conversation.admin.unsnoozed', 'snooze'],
    ['conversation.admin.assigned', 'assignee'], ['conversation_part.tag.created', 'tags'], ['conversation.read', 'read'],
    ['conversation.contact.attached', 'contact'], ['conversation.deleted', 'deleted'], ['conversation.invented.tomorrow', 'other'],
  ])('publishes for %s that the conversation has changed (%s), without its text', async (topic, change) => {
    const [conversation] = intercom.workspace.conversations
    const page = await listen()
    expect(await deliver(topic, conversation)).toBe(200)
    await vi.waitFor(() => expect(page.told()).toHaveLength(1))
    const contact_ids = conversation!.contacts.contacts.map(({ id }) => id)
    expect(page.told()).toEqual([{ kind: 'conversation', conversation_id: conversation!.id, change, contact_ids, at: expect.any(Number) }])
  })

  test('publishes changes of contacts, and of nothing else', async () => {
    const page = await listen()
    const [contact] = intercom.workspace.contacts
    expect(await deliver('contact.user.updated', contact)).toBe(200)
    for (const [topic, item] of [['company.created', { id: '1' }], ['conversation.user.replied', { nope: 1 }], ['contact.deleted', null], ['toString', {}]] as const) {
      expect(await deliver(topic, item)).toBe(200)
    }
    await settled()
    expect(page.told()).toEqual([{ kind: 'contact', contact_id: contact!.id, at: expect.any(Number) }])
    expect(await deliver('event.created', { type: 'event', event_name: 'plan_upgraded', intercom_user_id: contact!.id })).toBe(200)
    expect(await deliver('event.created', { type: 'event', event_name: 'plan_upgraded' })).toBe(200)
    await vi.waitFor(() => expect(page.told()).toHaveLength(2))
    expect(page.told()[1]).toMatchObject({ kind: 'contact', contact_id: contact!.id, change: 'event' })
  })

  test('publishes nothing for an unverified delivery', async () => {
    const page = await listen()
    vi.stubEnv('INTERCOM_CLIENT_SECRET', 'another')
    const body = '{}'
    const request = new Request('https://app.example/api/intercom/webhook', { method: 'POST', headers: { 'content-type': 'application/json', 'x-hub-signature': 'sha1=00' }, body })
    expect((await routes.POST(request, { params: Promise.resolve({}) })).status).toBe(401)
    await settled()
    expect(page.told()).toEqual([])
  })

  test('publishes changes of our own routes at once', async () => {
    const page = await listen()
    const conversation = intercom.workspace.conversations.find(({ state }) => state === 'open')!
    const run = (name: string, body: unknown) =>
      call({ path: `/api/intercom/conversations/[id]/${name}` }, {
        method: 'POST', id: conversation.id, body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      })
    expect((await run('reply', { message_type: 'comment', body: 'Hello' })).status).toBe(200)
    expect((await run('notes', { message_type: 'note', body: 'Secret' })).status).toBe(200)
    expect((await run('actions', { action: 'close' })).status).toBe(200)
    expect((await run('actions', { action: 'assign', admin_id: null })).status).toBe(200)
    expect((await run('actions', { action: 'mark_read' })).status).toBe(200)
    expect((await run('reply', { message_type: 'note', body: 'Secret' })).status).toBe(400)
    await vi.waitFor(() => expect(page.told().map((one) => (one as { change: string }).change)).toEqual(['message', 'note', 'state', 'assignee', 'read']))
    expect(JSON.stringify(page.messages)).not.toMatch(/Hello|Secret/)
  })

  test('logs a failing bus and serves the request', async () => {
    setBus({ publish: async () => { throw new Error('gone') }, subscribe: async () => { throw new Error('gone') } })
    const [conversation] = intercom.workspace.conversations
    expect(await deliver('conversation.user.replied', conversation)).toBe(200)
    expect(logged.find(({ route }) => route === 'live updates')?.reason).toMatch('Not delivered')
    // The stream opens, says that changes are delayed, and follows the bus when it is back.
    const page = await listen()
    expect(JSON.parse(page.messages[0]!.data)).toMatchObject({ delayed: true })
    const bus = createMemoryBus()
    setBus(bus)
    await vi.waitFor(() => expect(page.told()).toEqual(['resync']), { timeout: 5000 })
    expect(JSON.parse(page.messages.at(-1)!.data)).toMatchObject({ delayed: false })
    await bus.publish(event('message', '7'))
    await vi.waitFor(() => expect(page.told()).toEqual(['resync', event('message', '7')]))
  })

  it.each(['subscribe', 'publish'] as const)('opens while %s of the bus never responds', async (name) => {
    setBus({ ...createMemoryBus(), [name]: () => new Promise(() => {}) })
    const start = performance.now()
    const page = await listen()
    expect(await deliver('conversation.user.replied', intercom.workspace.conversations[0])).toBe(200)
    expect(performance.now() - start).toBeLessThan(3000)
    expect(JSON.parse(page.messages[0]!.data)).toMatchObject({ delayed: name === 'subscribe' })
  })
})
