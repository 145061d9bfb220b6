import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest'
import type { LiveEvent } from '@/kit/contracts/index'
import { createLiveConnection, type LiveConnection } from '@/kit/inbox/live/live-connection'
import { readLiveStream } from '@/kit/inbox/live/live-stream'
import { openWire, type Wire } from './wire.ts'

const event = (id: string): LiveEvent => ({ kind: 'conversation', conversation_id: id, change: 'message', contact_ids: [], at: 1 })

let wires: Wire[] = []
/** Responds to the next request. Opens a stream by default. */
let answer: (wire: () => Response) => Response | Promise<Response>
let page: EventTarget & { visibilityState: string }
let network: { onLine: boolean }
let browser: EventTarget

const refuse = (status: number, headers: Record<string, string> = {}) => () => Response.json({}, { status, headers })

let connection: LiveConnection
let states: string[]
const target = {
  change: vi.fn<(events: LiveEvent[]) => void>(),
  resync: vi.fn<() => void>(),
  poll: vi.fn<() => Promise<{ failed: boolean; retryAfter: number }>>(),
}
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)
const wire = () => wires.at(-1)!

async function goLive(): Promise<void> {
  connection.start()
  await pass(10)
  wire().send('ready', 'a-1')
  await pass(10)
  expect(connection.getState()).toBe('live')
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(Math, 'random').mockReturnValue(0.5)
  wires = []
  answer = (open) => open()
  browser = new EventTarget()
  page = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  network = { onLine: true }
  vi.stubGlobal('document', page)
  vi.stubGlobal('navigator', network)
  vi.stubGlobal('addEventListener', browser.addEventListener.bind(browser))
  vi.stubGlobal('removeEventListener', browser.removeEventListener.bind(browser))
  vi.stubGlobal('fetch', vi.fn(async (_: string, init: RequestInit) => answer(() => {
    const { wire: opened, response } = openWire(init)
    wires.push(opened)
    return response
  })))
  for (const mock of Object.values(target)) mock.mockReset()
  target.poll.mockResolvedValue({ failed: false, retryAfter: 0 })
  connection = createLiveConnection(target, async () => readLiveStream)
  states = []
  connection.subscribe(() => states.push(connection.getState()))
})
afterEach(async () => {
  connection.stop()
  await pass(0)
  expect(wires.every(({ isOver }) => isOver)).toBe(true)
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('with a stream', () => {
  test('merges changes that arrive together', async () => {
    await goLive()
    for (const id of ['1', '2', '1']) wire().send('change', `a-${id}`, event(id))
    await pass(299)
    expect(target.change).not.toHaveBeenCalled()
    await pass(20)
    wire().send('change', 'a-4', event('4'))
    await pass(400)
    expect(target.change.mock.calls).toEqual([[[event('1'), event('2'), event('1')]], [[event('4')]]])
    expect([target.resync.mock.calls.length, target.poll.mock.calls.length, states]).toEqual([0, 0, ['live']])
  })

  test('reads an event in pieces, with heartbeats between', async () => {
    await goLive()
    const text = `:\n\nevent: change\nid: a-2\ndata: ${JSON.stringify(event('é'))}\n\n:\n\n`
    for (const character of text) wire().write(character)
    await pass(400)
    expect(target.change).toHaveBeenCalledExactlyOnceWith([event('é')])
  })

  test.each(['end', 'break'] as const)('resumes at its last event (%s)', async (how) => {
    await goLive()
    wire().write('retry: 400\n\n')
    wire().send('change', 'a-7', event('7'))
    await pass(400)
    wire()[how]()
    await pass(10)
    expect(connection.getState()).toBe('connecting')
    await pass(400)
    expect([wires.length, wire().lastId]).toEqual([2, 'a-7'])
    wire().send('ready', 'a-7')
    await pass(10)
    expect([states, target.resync.mock.calls.length, target.poll.mock.calls.length]).toEqual([['live', 'connecting', 'live'], 0, 0])
  })

  test('fetches everything after a gap or an unreadable event', async () => {
    await goLive()
    wire().send('resync', 'b-1')
    await pass(1000)
    expect(target.resync).toHaveBeenCalledTimes(1)
    wire().write('event: change\nid: b-2\ndata: {\n\n')
    await pass(1000)
    expect(target.resync).toHaveBeenCalledTimes(2)
  })

  test('fetches everything if the stream was not ready at once', async () => {
    connection.start()
    await pass(5000)
    wire().send('ready', 'a-1')
    await pass(10)
    expect(target.resync).toHaveBeenCalledTimes(1)
  })

  test('fetches everything if the page itself was late', async () => {
    connection.start(Date.now() - 5000)
    await pass(10)
    wire().send('ready', 'a-1')
    await pass(10)
    expect(target.resync).toHaveBeenCalledTimes(1)
  })

  test('reconnects after a minute of silence', async () => {
    await goLive()
    await pass(50_000)
    wire().write(':\n\n')
    await pass(50_000)
    expect(wires).toHaveLength(1)
    await pass(12_000)
    expect([wires.length, wires[0]?.isAborted, wire().lastId]).toEqual([2, true, 'a-1'])
  })
})

describe('until webhooks arrive', () => {
  const now = () => Math.floor(Date.now() / 1000)
  const goChecking = async (status: object) => {
    connection.start()
    await pass(10)
    wire().send('ready', 'a-1', status)
    await pass(10)
    expect(connection.getState()).toBe('checking')
  }
  const keepAlive = async (milliseconds: number) => {
    for (let passed = 0; passed < milliseconds; passed += 10_000) {
      wire().write(':\n\n')
      await pass(10_000)
    }
  }

  it.each([
    ['none has arrived', () => ({ delayed: false, webhook_at: null })],
    ['the last is four days old', () => ({ delayed: false, webhook_at: now() - 4 * 86_400 })],
    ['the bus is away', () => ({ delayed: true, webhook_at: now() })],
  ])('checks every 30 seconds (%s), and rests when one arrives', async (_, status) => {
    await goChecking(status())
    await keepAlive(30_000)
    expect(target.poll).toHaveBeenCalledTimes(1)
    await keepAlive(60_000)
    expect(target.poll).toHaveBeenCalledTimes(3)
    wire().send('ready', 'a-2', { delayed: false, webhook_at: now() })
    await keepAlive(120_000)
    expect([states, target.poll.mock.calls.length]).toEqual([['checking', 'live'], 3])
  })

  it('still takes changes from the stream', async () => {
    await goChecking({ delayed: false, webhook_at: null })
    wire().send('change', 'a-2', event('2'))
    await pass(400)
    expect(target.change).toHaveBeenCalledExactlyOnceWith([event('2')])
  })

  it('checks less often after a failure, and in a hidden tab', async () => {
    await goChecking({ delayed: false, webhook_at: null })
    target.poll.mockResolvedValue({ failed: true, retryAfter: 0 })
    await keepAlive(80_000)
    expect(target.poll).toHaveBeenCalledTimes(1)
    await keepAlive(20_000)
    expect(target.poll).toHaveBeenCalledTimes(2)
  })

  it('says nothing else while the stream reconnects', async () => {
    await goChecking({ delayed: false, webhook_at: null })
    wire().end()
    await pass(2000)
    wire().send('ready', 'a-1', { delayed: false, webhook_at: null })
    await pass(10)
    expect(states).toEqual(['checking'])
  })

  it('checks every five minutes even if all is well, because webhooks can stop', async () => {
    await goLive()
    await keepAlive(310_000)
    expect(target.poll).toHaveBeenCalledTimes(1)
  })
})

describe('without a stream', () => {
  test.each([401, 403, 404, 501, 503])('polls every ten seconds (%i)', async (status) => {
    answer = refuse(status)
    connection.start()
    await pass(9000)
    expect([connection.getState(), target.poll.mock.calls.length]).toEqual(['polling', 0])
    await pass(2000)
    expect(target.poll).toHaveBeenCalledTimes(1)
    await pass(50_000)
    expect(target.poll).toHaveBeenCalledTimes(6)
    // A definite refusal is retried after five minutes, others soon and with growing delays.
    expect(vi.mocked(fetch).mock.calls.length).toBe([401, 403, 404].includes(status) ? 1 : 4)
  })

  test.each([
    ['no network', () => Promise.reject(new TypeError('Failed to fetch'))],
    ["another site's page", () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } })],
    ['no response', () => new Promise<Response>(() => {})],
  ])('polls if there is %s', async (_, give) => {
    answer = give
    connection.start()
    await pass(30_000)
    expect(connection.getState()).toBe(give.toString().includes('{}') ? 'connecting' : 'polling')
  })

  test('polls less often after failures, honours Retry-After, and slows down in hidden tabs', async () => {
    answer = refuse(404)
    target.poll.mockResolvedValue({ failed: true, retryAfter: 0 })
    connection.start()
    await pass(1)
    const times: number[] = []
    target.poll.mockImplementation(async () => (times.push(Date.now()), { failed: true, retryAfter: 0 }))
    const start = Date.now()
    await pass(160_000)
    expect(times.map((time) => Math.round((time - start) / 10_000))).toEqual([1, 3, 7, 15])
    target.poll.mockImplementation(async () => (times.push(Date.now()), { failed: true, retryAfter: 200 }))
    await pass(130_000)
    const before = times.length
    await pass(170_000)
    expect(times).toHaveLength(before)
    target.poll.mockImplementation(async () => (times.push(Date.now()), { failed: false, retryAfter: 0 }))
    await pass(20_000)
    expect(times.length).toBeGreaterThan(before)
    page.visibilityState = 'hidden'
    await pass(10_000)
    const hidden = times.length
    await pass(58_000)
    expect(times).toHaveLength(hidden)
    await pass(5000)
    expect(times).toHaveLength(hidden + 1)
  })

  test('retries the stream when the tab becomes visible, stops polling and fetches missed changes', async () => {
    answer = refuse(404)
    connection.start()
    await pass(35_000)
    answer = (open) => open()
    page.dispatchEvent(new Event('visibilitychange'))
    await pass(4000)
    expect(connection.getState()).toBe('polling')
    wire().send('ready', 'a-1')
    await pass(10)
    const polls = target.poll.mock.calls.length
    expect([connection.getState(), target.resync.mock.calls.length]).toEqual(['live', 1])
    await pass(40_000)
    expect(target.poll).toHaveBeenCalledTimes(polls)
  })

  test('waits as long as a 429 says', async () => {
    answer = refuse(429, { 'retry-after': '90' })
    connection.start()
    await pass(89_000)
    expect(fetch).toHaveBeenCalledTimes(1)
    await pass(2000)
    expect(fetch).toHaveBeenCalledTimes(2)
  })
})

describe('offline', () => {
  test('pauses, then resumes online and leaves fetching to SWR', async () => {
    await goLive()
    browser.dispatchEvent(new Event('offline'))
    await pass(120_000)
    expect([connection.getState(), wires.length, wires[0]?.isAborted, target.poll.mock.calls.length]).toEqual(['offline', 1, true, 0])
    browser.dispatchEvent(new Event('online'))
    await pass(10)
    expect(wire().lastId).toBe('a-1')
    wire().send('ready', 'a-1')
    await pass(1000)
    expect([states, target.resync.mock.calls.length, target.change.mock.calls.length]).toEqual([['live', 'offline', 'connecting', 'live'], 0, 0])
  })

  test('waits if it starts offline', async () => {
    network.onLine = false
    connection.start()
    await pass(60_000)
    expect([connection.getState(), vi.mocked(fetch).mock.calls.length]).toEqual(['offline', 0])
  })
})

test('leaves no timer or listener behind after stopping', async () => {
  await goLive()
  wire().send('change', 'a-2', event('2'))
  await pass(10)
  connection.stop()
  await pass(60_000)
  expect([wires.length, target.change.mock.calls.length, vi.getTimerCount()]).toEqual([1, 0, 0])
  browser.dispatchEvent(new Event('online'))
  await pass(1000)
  expect(wires).toHaveLength(1)
})
