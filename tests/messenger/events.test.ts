import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { EventQueue } from '@/kit/messenger/event-queue'
import type { EventMetadata, IntercomState } from '@/kit/messenger/types'
import { installFakePage } from './fake-page.ts'

interface User {
  id: string
  email: string
}

const one: User = { id: 'u1', email: '' }
const two: User = { id: 'u2', email: '' }
const visitor: User = { id: '', email: '' }

let createEventQueue: typeof import('@/kit/messenger/event-queue').createEventQueue
let endSession: () => void

/** A queue, and a Messenger that is what a test says it is. */
function createQueue(status: IntercomState['status'], user: User = one) {
  const listeners = new Set<() => void>()
  const sent: [string, EventMetadata | undefined][] = []
  const announced: unknown[] = []
  let state: IntercomState = { status, blockedReason: null, isOpen: false, unreadCount: 0 }
  const source = {
    getState: () => state,
    getPrincipal: () => user,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    emit: (_: 'onEvent' | string, ...event: unknown[]) => void announced.push(event),
  }
  const queue: EventQueue = createEventQueue(source, (...event) => void sent.push(event))
  return {
    queue,
    sent,
    announced,
    become(next: IntercomState['status'], nextUser = user) {
      user = nextUser
      state = { ...state, status: next }
      for (const listener of listeners) listener()
    },
  }
}

/** Mocks `POST /api/intercom/events` with these statuses in turn. The last one repeats. */
function serveEvents(...statuses: (number | 'offline' | object)[]) {
  const batches: { event_name: string; metadata?: EventMetadata }[][] = []
  const inits: RequestInit[] = []
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    inits.push(init)
    batches.push(JSON.parse(String(init.body)))
    const status = statuses[Math.min(batches.length, statuses.length) - 1] ?? 202
    if (status === 'offline') throw new TypeError('Failed to fetch')
    if (typeof status === 'object') return Response.json(status, { status: 202 })
    return new Response(null, { status, headers: status === 429 ? { 'retry-after': '7' } : {} })
  })
  return { batches, inits, names: () => batches.map((batch) => batch.map(({ event_name }) => event_name)) }
}

const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000)

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: 1_800_000_000_000 })
  vi.resetModules()
  installFakePage(() => {})
  ;({ createEventQueue } = await import('@/kit/messenger/event-queue'))
  ;({ endSession } = await import('@/kit/shared/session-end'))
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('sends events through a ready Messenger at once, in order', async () => {
  const { queue, sent } = createQueue('ready')
  const route = serveEvents()
  queue.track('report_opened')
  queue.track('report_exported', { format: 'csv' })
  expect(sent).toEqual([['report_opened', undefined], ['report_exported', { format: 'csv' }]])
  await pass(5)
  expect([sent.length, route.batches]).toEqual([2, []])
})

test('sends events from before a logout while the session still exists', async () => {
  const { queue, become } = createQueue('waiting')
  const route = serveEvents()
  queue.track('signed_out')
  become('shutdown')
  expect(route.names()).toEqual([['signed_out']])
})

test('drops the same event within a second, as from a double click or StrictMode', async () => {
  const { queue, sent } = createQueue('ready')
  queue.track('report_opened', { id: 1 })
  queue.track('report_opened', { id: 1 })
  queue.track('report_opened', { id: 2 })
  await pass(1.1)
  queue.track('report_opened', { id: 1 })
  await pass(1.1)
  expect(sent.map(([, metadata]) => metadata?.id)).toEqual([1, 2, 1])
})

test('sends a debounced burst once, with its last metadata', async () => {
  const { queue, sent } = createQueue('ready')
  for (let count = 1; count <= 20; count++) {
    queue.track('search_changed', { count }, { debounce: 3000 })
    await pass(1)
  }
  expect(sent).toEqual([])
  await pass(4)
  expect(sent).toEqual([['search_changed', { count: 20 }]])
})

test('limits a flood to ten events a second and loses none', async () => {
  const { queue, sent } = createQueue('ready')
  for (let count = 0; count < 95; count++) queue.track('row_seen', { count })
  expect(sent).toHaveLength(10)
  await pass(3)
  expect(sent).toHaveLength(40)
  await pass(10)
  expect(sent.map(([, metadata]) => metadata?.count)).toEqual(Array.from({ length: 95 }, (_, count) => count))
})

test.each(['blocked', 'off'] as const)('sends events to the route, 50 at a time, if the Messenger is %s', async (status) => {
  const { queue, sent } = createQueue(status)
  const route = serveEvents()
  for (let count = 0; count < 120; count++) queue.track('row_seen', { count })
  await pass(0.5)
  queue.track('last_one')
  await pass(5)
  expect(route.batches.map((batch) => batch.length)).toEqual([50, 50, 21])
  expect(route.batches[0]![0]).toEqual({ event_name: 'row_seen', metadata: { count: 0 } })
  expect(route.inits[0]).toMatchObject({ method: 'POST', keepalive: false })
  expect(sent).toEqual([])
})

test('keeps batches within the limit of keepalive requests', async () => {
  const { queue } = createQueue('blocked')
  const route = serveEvents()
  const long = Object.fromEntries(Array.from({ length: 10 }, (_, key) => [`key_${key}`, 'ä'.repeat(250)]))
  for (let count = 0; count < 40; count++) queue.track('wide_event', { ...long, key_0: count })
  queue.flush(true)
  expect(route.inits.length).toBeGreaterThan(1)
  for (const { body } of route.inits) expect(new TextEncoder().encode(String(body)).length).toBeLessThan(64_000)
  expect(route.batches.flat()).toHaveLength(40)
})

test('uses the route with via="api" even if the Messenger is ready', async () => {
  const { queue, sent } = createQueue('ready')
  const route = serveEvents()
  queue.track('invoice_paid', { amount_total: 900 }, { via: 'api' })
  await pass(1)
  expect(route.names()).toEqual([['invoice_paid']])
  expect(sent).toEqual([])
})

test('holds events while the Messenger loads', async () => {
  const { queue, sent, become } = createQueue('waiting')
  const route = serveEvents()
  queue.track('early_bird')
  await pass(60)
  become('loading')
  await pass(5)
  expect([sent, route.batches]).toEqual([[], []])
  become('ready')
  await pass(1)
  expect(sent).toEqual([['early_bird', undefined]])
})

test.each(['pagehide', 'visibilitychange'])('hands over all events when the user leaves the page (%s)', async (event) => {
  const { queue } = createQueue('waiting')
  const route = serveEvents()
  queue.track('half_typed', { length: 3 }, { debounce: 60_000 })
  queue.track('tab_closed')
  if (event === 'visibilitychange') {
    Object.assign(document, { visibilityState: 'hidden' })
    document.dispatchEvent(new Event(event))
  } else {
    dispatchEvent(new Event(event))
  }
  expect(route.names()).toEqual([['half_typed', 'tab_closed']])
  expect(route.inits[0]?.keepalive).toBe(true)
  await pass(10)
  expect(route.batches).toHaveLength(1)
})

test('retries a failed request with the same events and key, and growing delays', async () => {
  const { queue } = createQueue('blocked')
  const route = serveEvents('offline', 503, 429, 202)
  queue.track('invoice_paid')
  const times: number[] = []
  for (let second = 0; second < 40; second++) {
    const before = route.batches.length
    await pass(1)
    if (route.batches.length > before) times.push(second)
  }
  expect(route.batches).toHaveLength(4)
  expect(new Set(route.inits.map(({ body, headers }) => JSON.stringify([body, headers]))).size).toBe(1)
  expect(route.inits[0]!.headers).toMatchObject({ 'idempotency-key': expect.stringMatching(/^[\w-]{8,64}$/) })
  const [a, b, c, d] = times as [number, number, number, number]
  expect([b - a >= 2, c - b >= 4, d - c >= 7]).toEqual([true, true, true])
})

test('retries events that Intercom refused for now under the same key, and drops the rest', async () => {
  const { queue } = createQueue('blocked')
  const result = (code?: string) => (code ? { accepted: false, error: { code, message: '' } } : { accepted: true })
  const route = serveEvents(
    { results: [result(), result('rate_limited')] },
    { results: [result(), result('not_found')] },
    202,
  )
  queue.track('first_thing')
  queue.track('second_thing')
  await pass(30)
  expect(route.names()).toEqual([['first_thing', 'second_thing'], ['first_thing', 'second_thing']])
  queue.track('third_thing')
  await pass(5)
  const keys = route.inits.map(({ headers }) => (headers as Record<string, string>)['idempotency-key'])
  expect([keys[0] === keys[1], keys[1] === keys[2]]).toEqual([true, false])
})

test("holds a visitor's events for the Messenger after the route refuses them", async () => {
  const { queue, sent, become } = createQueue('blocked', visitor)
  const route = serveEvents(401)
  queue.track('pricing_seen')
  await pass(2)
  queue.track('pricing_left')
  await pass(60)
  expect(route.names()).toEqual([['pricing_seen']])
  become('ready')
  await pass(1)
  expect(sent.map(([name]) => name)).toEqual(['pricing_seen', 'pricing_left'])
})

test("keeps a visitor's events at login, and drops those of a user who logged out", async () => {
  const { queue, sent, become } = createQueue('waiting', visitor)
  queue.track('seen_as_visitor')
  become('waiting', one)
  queue.track('done_by_one')
  become('waiting', two)
  queue.track('done_by_two')
  become('ready')
  await pass(1)
  expect(sent.map(([name]) => name)).toEqual(['seen_as_visitor', 'done_by_two'])
})

test('refuses invalid events', async () => {
  const { queue, sent } = createQueue('ready')
  queue.track('Plan Upgraded')
  queue.track('plan_upgraded', { nested: { very: 'deep' } } as unknown as EventMetadata)
  await pass(2)
  expect(sent).toEqual([])
})

test('sends what is on its way again when the page is left, with keepalive and under the same key', async () => {
  const { queue } = createQueue('blocked')
  const inits: RequestInit[] = []
  vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
    inits.push(init)
    return new Promise(() => {})
  })
  queue.track('invoice_paid')
  await pass(1)
  dispatchEvent(new Event('pagehide'))
  expect(inits.map(({ keepalive }) => keepalive)).toEqual([false, true])
  expect(new Set(inits.map(({ headers }) => JSON.stringify(headers))).size).toBe(1)
})

test('drops everything when the session ends, and retries nothing as the next user', async () => {
  const { queue, sent, become } = createQueue('blocked')
  const route = serveEvents('offline', 202)
  queue.track('done_by_one')
  await pass(2)
  queue.track('also_by_one')
  endSession()
  become('ready', two)
  queue.track('done_by_two')
  await pass(120)
  expect(route.names()).toEqual([['done_by_one']])
  expect(sent.map(([name]) => name)).toEqual(['done_by_two'])
})

test('a request that fails after its user is gone is not sent again', async () => {
  const { queue, become } = createQueue('blocked')
  let fail = (): void => {}
  const requests: string[] = []
  vi.stubGlobal('fetch', (_: string, { body }: RequestInit) => {
    requests.push(String(body))
    return new Promise((_resolve, reject) => (fail = () => reject(new TypeError('Failed to fetch'))))
  })
  queue.track('done_by_one')
  await pass(1)
  endSession()
  become('blocked', two)
  fail()
  await pass(120)
  expect(requests).toHaveLength(1)
})

test('a page of a user who signed out sends nothing more, also when it is left', async () => {
  const { queue, become } = createQueue('ready')
  const route = serveEvents()
  become('shutdown')
  queue.track('seen_later')
  queue.track('seen_by_api', {}, { via: 'api' })
  dispatchEvent(new Event('pagehide'))
  await pass(120)
  expect(route.batches).toEqual([])
})

test('the same user under another spelling keeps the events', async () => {
  const { queue, sent, become } = createQueue('waiting', { id: '', email: 'ann@x.example' })
  queue.track('done_by_ann')
  become('ready', { id: 'u1', email: 'ann@x.example' })
  await pass(1)
  expect(sent.map(([name]) => name)).toEqual(['done_by_ann'])
})

test('announces each event once, wherever it goes, and a debounced one when it counts', async () => {
  serveEvents(503, 202)
  const { queue, announced, sent, become } = createQueue('blocked')
  queue.track('first', { n: 1 })
  queue.track('first', { n: 1 })
  queue.track('Not Valid')
  expect(announced).toEqual([['first', { n: 1 }]])
  await vi.advanceTimersByTimeAsync(10_000)
  expect(announced).toHaveLength(1)
  become('ready')
  for (const volume of [1, 2, 3]) queue.track('volume_set', { volume }, { debounce: 500 })
  expect(announced).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(announced.slice(1)).toEqual([['volume_set', { volume: 3 }]])
  expect(sent).toEqual([['volume_set', { volume: 3 }]])
})

test('announces events that wait for a Messenger at once, and none after the session', async () => {
  const { queue, announced, become } = createQueue('waiting')
  queue.track('search_typed', undefined, { debounce: 500 })
  await vi.advanceTimersByTimeAsync(2_000)
  expect(announced).toEqual([['search_typed', undefined]])
  become('shutdown')
  queue.track('too_late')
  await vi.advanceTimersByTimeAsync(2_000)
  expect(announced).toHaveLength(1)
})
