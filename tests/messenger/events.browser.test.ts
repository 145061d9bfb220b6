import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createEventQueue } from '@/kit/messenger/event-queue'
import type { Messenger } from '@/kit/messenger/messenger-store'
import { initialState } from '@/kit/messenger/messenger-store'
import type { EventMetadata, IntercomState, MessengerOptions } from '@/kit/messenger/types'

/** Creates a Messenger in a fixed state. */
function createFixedMessenger(status: IntercomState['status'], options: MessengerOptions = { userId: 'u1' }) {
  const listeners = new Set<() => void>()
  const sent: [string, EventMetadata?][] = []
  let state: IntercomState = { ...initialState, status }
  const messenger = {
    actions: { trackEvent: (...event: [string, EventMetadata?]) => void sent.push(event) },
    getState: () => state,
    getOptions: () => options,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  } as unknown as Messenger
  return {
    messenger,
    sent,
    become(next: IntercomState['status'], nextOptions = options) {
      options = nextOptions
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

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: 1_800_000_000_000 }))
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('sends events through a ready Messenger at once, in order', async () => {
  const { messenger, sent } = createFixedMessenger('ready')
  const route = serveEvents()
  const queue = createEventQueue(messenger)
  queue.track('report_opened')
  queue.track('report_exported', { format: 'csv' })
  expect(sent).toEqual([['report_opened', undefined], ['report_exported', { format: 'csv' }]])
  await pass(5)
  expect([sent.length, route.batches]).toEqual([2, []])
})

test('sends events from before a logout while the session still exists', async () => {
  const { messenger, become } = createFixedMessenger('waiting')
  const route = serveEvents()
  createEventQueue(messenger).track('signed_out')
  become('shutdown')
  expect(route.names()).toEqual([['signed_out']])
})

test('drops the same event within a second, as from a double click or StrictMode', async () => {
  const { messenger, sent } = createFixedMessenger('ready')
  const queue = createEventQueue(messenger)
  queue.track('report_opened', { id: 1 })
  queue.track('report_opened', { id: 1 })
  queue.track('report_opened', { id: 2 })
  await pass(1.1)
  queue.track('report_opened', { id: 1 })
  await pass(1.1)
  expect(sent.map(([, metadata]) => metadata?.id)).toEqual([1, 2, 1])
})

test('sends a debounced burst once, with its last metadata', async () => {
  const { messenger, sent } = createFixedMessenger('ready')
  const queue = createEventQueue(messenger)
  for (let count = 1; count <= 20; count++) {
    queue.track('search_changed', { count }, { debounce: 3000 })
    await pass(1)
  }
  expect(sent).toEqual([])
  await pass(4)
  expect(sent).toEqual([['search_changed', { count: 20 }]])
})

test('limits a flood to ten events a second and loses none', async () => {
  const { messenger, sent } = createFixedMessenger('ready')
  const queue = createEventQueue(messenger)
  for (let count = 0; count < 95; count++) queue.track('row_seen', { count })
  expect(sent).toHaveLength(10)
  await pass(3)
  expect(sent).toHaveLength(40)
  await pass(10)
  expect(sent.map(([, metadata]) => metadata?.count)).toEqual(Array.from({ length: 95 }, (_, count) => count))
})

test.each(['blocked', 'off'] as const)('sends events to the route, 50 at a time, if the Messenger is %s', async (status) => {
  const { messenger, sent } = createFixedMessenger(status)
  const route = serveEvents()
  const queue = createEventQueue(messenger)
  for (let count = 0; count < 120; count++) queue.track('row_seen', { count })
  await pass(0.5)
  queue.track('last_one')
  await pass(5)
  expect(route.batches.map((batch) => batch.length)).toEqual([50, 50, 21])
  expect(route.batches[0]![0]).toEqual({ event_name: 'row_seen', metadata: { count: 0 } })
  expect(route.inits[0]).toMatchObject({ method: 'POST', keepalive: true })
  expect(sent).toEqual([])
})

test('keeps batches within the limit of keepalive requests', async () => {
  const { messenger } = createFixedMessenger('blocked')
  const route = serveEvents()
  const queue = createEventQueue(messenger)
  const long = Object.fromEntries(Array.from({ length: 10 }, (_, key) => [`key_${key}`, 'ä'.repeat(250)]))
  for (let count = 0; count < 40; count++) queue.track('wide_event', { ...long, key_0: count })
  queue.flush(true)
  expect(route.inits.length).toBeGreaterThan(1)
  for (const { body } of route.inits) expect(new TextEncoder().encode(String(body)).length).toBeLessThan(64_000)
  expect(route.batches.flat()).toHaveLength(40)
})

test('uses the route with via="api" even if the Messenger is ready', async () => {
  const { messenger, sent } = createFixedMessenger('ready')
  const route = serveEvents()
  createEventQueue(messenger).track('invoice_paid', { amount_total: 900 }, { via: 'api' })
  await pass(1)
  expect(route.names()).toEqual([['invoice_paid']])
  expect(sent).toEqual([])
})

test('holds events while the Messenger loads', async () => {
  const { messenger, sent, become } = createFixedMessenger('waiting')
  const route = serveEvents()
  createEventQueue(messenger).track('early_bird')
  await pass(60)
  become('loading')
  await pass(5)
  expect([sent, route.batches]).toEqual([[], []])
  become('ready')
  await pass(1)
  expect(sent).toEqual([['early_bird', undefined]])
})

test.each(['pagehide', 'visibilitychange'])('hands over all events when the user leaves the page (%s)', async (event) => {
  const { messenger } = createFixedMessenger('waiting')
  const route = serveEvents()
  const queue = createEventQueue(messenger)
  queue.track('half_typed', { length: 3 }, { debounce: 60_000 })
  queue.track('tab_closed')
  if (event === 'visibilitychange') {
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    document.dispatchEvent(new Event(event))
    vi.restoreAllMocks()
  } else {
    dispatchEvent(new Event(event))
  }
  expect(route.names()).toEqual([['half_typed', 'tab_closed']])
  await pass(10)
  expect(route.batches).toHaveLength(1)
})

test('retries a failed request with the same events and key, and growing delays', async () => {
  const { messenger } = createFixedMessenger('blocked')
  const route = serveEvents('offline', 503, 429, 202)
  createEventQueue(messenger).track('invoice_paid')
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
  const { messenger } = createFixedMessenger('blocked')
  const result = (code?: string) => (code ? { accepted: false, error: { code, message: '' } } : { accepted: true })
  const route = serveEvents(
    { results: [result(), result('rate_limited')] },
    { results: [result(), result('not_found')] },
    202,
  )
  const queue = createEventQueue(messenger)
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
  const { messenger, sent, become } = createFixedMessenger('blocked', {})
  const route = serveEvents(401)
  const queue = createEventQueue(messenger)
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
  const { messenger, sent, become } = createFixedMessenger('waiting', {})
  const queue = createEventQueue(messenger)
  queue.track('seen_as_visitor')
  become('waiting', { userId: 'u1' })
  queue.track('done_by_one')
  become('waiting', { userId: 'u2' })
  queue.track('done_by_two')
  become('ready')
  await pass(1)
  expect(sent.map(([name]) => name)).toEqual(['seen_as_visitor', 'done_by_two'])
})

test('refuses invalid events', async () => {
  const { messenger, sent } = createFixedMessenger('ready')
  const queue = createEventQueue(messenger)
  queue.track('Plan Upgraded')
  queue.track('plan_upgraded', { nested: { very: 'deep' } } as unknown as EventMetadata)
  await pass(2)
  expect(sent).toEqual([])
})
