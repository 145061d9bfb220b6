import { randomUUID } from 'node:crypto'
import { createClient } from 'redis'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { getBus, setBus, type BusEntry, type BusSubscription, type LiveBus } from '@/kit/server/live/live-bus'
import { createMemoryBus } from '@/kit/server/live/bus-memory'
import { createRedisBus } from '@/kit/server/live/bus-redis'
import type { LiveEvent } from '@/kit/contracts/index'
import { findFreePort, hasRedis, startRedis, type RedisServer } from './redis-server.ts'

const about = (id: number): LiveEvent => ({
  kind: 'conversation', conversation_id: String(id), change: 'message', contact_ids: ['c1'], at: 1_700_000_000,
})

/** Records received events: the numbers of {@link about}, and `lost` for a possible gap. */
class Ear {
  heard: (number | 'lost')[] = []
  lastId = ''
  subscription: BusSubscription | undefined
  listen = (entry: BusEntry): void => {
    this.lastId = entry.id
    this.heard.push(entry.event?.kind === 'conversation' ? Number(entry.event.conversation_id) : 'lost')
  }
}

async function listenTo(bus: LiveBus, after?: string): Promise<Ear> {
  const ear = new Ear()
  const early: BusEntry[] = []
  let give = (entry: BusEntry): void => void early.push(entry)
  ear.subscription = await bus.subscribe((entry) => give(entry), after)
  if (ear.subscription.missed === null) ear.heard.push('lost')
  ear.lastId = ear.subscription.id
  ear.subscription.missed?.forEach(ear.listen)
  early.forEach(ear.listen)
  give = ear.listen
  return ear
}

const soon = { timeout: 30_000, interval: 20 }

/** Tests for every bus. */
function testBus(make: () => LiveBus | Promise<LiveBus>): void {
  test('delivers each event to every subscriber, in order, once', async () => {
    const bus = await make()
    const ears = await Promise.all([listenTo(bus), listenTo(bus), listenTo(bus)])
    for (let index = 0; index < 50; index += 1) await bus.publish(about(index))
    const all = Array.from({ length: 50 }, (_, index) => index)
    for (const { heard } of ears) await vi.waitFor(() => expect(heard).toEqual(all), soon)
    for (const ear of ears) ear.subscription?.stop()
  })

  test('stops delivering to unsubscribed listeners and continues with the rest', async () => {
    const bus = await make()
    const [gone, here] = [await listenTo(bus), await listenTo(bus)]
    await bus.publish(about(1))
    await vi.waitFor(() => expect([gone.heard, here.heard]).toEqual([[1], [1]]), soon)
    gone.subscription?.stop()
    gone.subscription?.stop()
    await bus.publish(about(2))
    await vi.waitFor(() => expect(here.heard).toEqual([1, 2]), soon)
    expect(gone.heard).toEqual([1])
    here.subscription?.stop()
  })

  test('delivers missed events to a listener that reconnects', async () => {
    const bus = await make()
    const first = await listenTo(bus)
    await bus.publish(about(1))
    await vi.waitFor(() => expect(first.heard).toEqual([1]), soon)
    first.subscription?.stop()
    for (const id of [2, 3]) await bus.publish(about(id))
    const again = await listenTo(bus, first.lastId)
    expect(again.heard).toEqual([2, 3])
    await bus.publish(about(4))
    await vi.waitFor(() => expect(again.heard).toEqual([2, 3, 4]), soon)
    again.subscription?.stop()
    expect((await listenTo(bus, again.lastId)).heard).toEqual([])
  })

  test('leaves no gap and repeats nothing between missed and new events', async () => {
    const bus = await make()
    const { id } = (await listenTo(bus)).subscription!
    const publishing = (async () => {
      for (let index = 0; index < 200; index += 1) await bus.publish(about(index))
    })()
    const ears = await Promise.all(Array.from({ length: 10 }, async (_, index) => {
      await new Promise((resolve) => setTimeout(resolve, index * 3))
      return listenTo(bus, id)
    }))
    await publishing
    const all = Array.from({ length: 200 }, (_, index) => index)
    for (const ear of ears) await vi.waitFor(() => expect(ear.heard).toEqual(all), soon)
  })

  test.each(['', 'x', '0-0', '99999999999999-0', 'aaaaaaaa-3', '1', '../..'])('reports a gap for the unknown id %j', async (id) => {
    const bus = await make()
    await bus.publish(about(1))
    expect((await bus.subscribe(() => {}, id)).missed).toBeNull()
  })
}

afterEach(() => {
  vi.unstubAllEnvs()
  setBus(null)
})

describe('in memory', () => {
  testBus(() => createMemoryBus())

  test('keeps the latest events only', async () => {
    const bus = createMemoryBus(3)
    const { lastId } = await listenTo(bus)
    for (const id of [1, 2, 3]) await bus.publish(about(id))
    expect((await listenTo(bus, lastId)).heard).toEqual([1, 2, 3])
    await bus.publish(about(4))
    expect((await listenTo(bus, lastId)).heard).toEqual(['lost'])
  })

  test('does not mistake ids of another process for its own', async () => {
    const { lastId } = await listenTo(createMemoryBus())
    expect((await listenTo(createMemoryBus(), lastId)).heard).toEqual(['lost'])
  })
})

describe('getBus', () => {
  test('uses memory until the app sets another bus', async () => {
    const usual = getBus()
    expect(getBus()).toBe(usual)
    const own = createMemoryBus()
    setBus(own)
    expect(getBus()).toBe(own)
    setBus(null)
    expect(getBus()).toBe(usual)
  })

  test('refuses an invalid REDIS_URL by name', () => {
    vi.stubEnv('REDIS_URL', 'http://redis.example')
    expect(getBus).toThrow(/REDIS_URL must be an address/)
  })

  test('fails soon without Redis, and hides the password', async () => {
    vi.stubEnv('REDIS_URL', `redis://user:canary-password@127.0.0.1:${await findFreePort()}`)
    await expect(getBus().publish(about(1))).rejects.toThrow(/^Redis at REDIS_URL cannot be reached\./)
    await expect(getBus().subscribe(() => {})).rejects.toThrow(/^Redis at REDIS_URL cannot be reached\./)
  })
})

describe.skipIf(!hasRedis)('in Redis', () => {
  let server: RedisServer
  beforeAll(async () => {
    server = await startRedis()
    await server.start()
  })
  afterAll(() => server.remove())

  let database = 0
  const freshUrl = () => `${server.url}/${(database = (database % 15) + 1)}`
  testBus(() => createRedisBus(freshUrl()))

  test('delivers to listeners of every instance', async () => {
    const url = freshUrl()
    const [one, two] = [await createRedisBus(url), await createRedisBus(url)]
    const ears = [await listenTo(one), await listenTo(two)]
    await one.publish(about(1))
    await two.publish(about(2))
    for (const { heard } of ears) await vi.waitFor(() => expect(heard).toEqual([1, 2]), soon)
    // A listener of one instance reconnects to the other.
    ears[0]!.subscription!.stop()
    await one.publish(about(3))
    expect((await listenTo(two, ears[0]!.lastId)).heard).toEqual([3])
  })

  test('keeps apps with prefixes of their own apart', async () => {
    const url = freshUrl()
    const [shop, blog] = [createRedisBus(url, 'shop:'), createRedisBus(url, 'blog:')]
    const ears = [await listenTo(shop), await listenTo(blog)]
    await shop.publish(about(1))
    await blog.publish(about(2))
    await shop.publish(about(3))
    await vi.waitFor(() => expect(ears.map(({ heard }) => heard)).toEqual([[1, 3], [2]]), soon)
  })

  test('loses nothing when Redis is killed and restarted with its data', async () => {
    const url = freshUrl()
    const [one, two] = [await createRedisBus(url), await createRedisBus(url)]
    const ear = await listenTo(one)
    await two.publish(about(1))
    await vi.waitFor(() => expect(ear.heard).toEqual([1]), soon)
    await server.kill()
    await server.start()
    await vi.waitFor(() => two.publish(about(2)), soon)
    await vi.waitFor(() => expect(ear.heard).toContain(2), soon)
    // The stream also holds events from before the reconnection. The failed attempt owes a `lost`.
    expect(ear.heard.filter((id) => id !== 'lost')).toEqual([1, 2])
    await two.publish(about(3))
    await vi.waitFor(() => expect(ear.heard.at(-1)).toBe(3), soon)
  })

  test('reads events from the stream that arrived while disconnected', async () => {
    const url = freshUrl()
    const bus = await createRedisBus(url)
    const ear = await listenTo(bus)
    const other = createClient({ url })
    await other.connect()
    // Adds an entry without publishing it, then breaks every connection.
    await other.xAdd('intercom:live', '*', { event: JSON.stringify(about(7)) })
    await other.sendCommand(['CLIENT', 'KILL', 'TYPE', 'pubsub'])
    await vi.waitFor(() => expect(ear.heard).toEqual([7]), soon)
    await other.close()
    await bus.publish(about(8))
    await vi.waitFor(() => expect(ear.heard).toEqual([7, 8]), soon)
  })

  test('reports a gap to every listener when Redis restarts without its data', async () => {
    const url = freshUrl()
    const bus = await createRedisBus(url)
    const ear = await listenTo(bus)
    await bus.publish(about(1))
    await vi.waitFor(() => expect(ear.heard).toEqual([1]), soon)
    const { lastId } = ear
    await server.kill()
    server.wipe()
    await server.start()
    await vi.waitFor(() => expect(ear.heard).toEqual([1, 'lost']), soon)
    await vi.waitFor(() => bus.publish(about(2)), soon)
    await vi.waitFor(() => expect(ear.heard.at(-1)).toBe(2), soon)
    expect((await listenTo(bus, lastId)).heard).toEqual(['lost'])
  })

  test('reports a gap once Redis is back for events that could not be published', async () => {
    const bus = await createRedisBus(freshUrl())
    const ear = await listenTo(bus)
    await server.kill()
    await expect(bus.publish(about(1))).rejects.toThrow()
    await server.start()
    await vi.waitFor(() => expect(ear.heard).toEqual(['lost']), soon)
  })

  test('keeps a limited number of events, without any text of users', async () => {
    const url = freshUrl()
    const bus = await createRedisBus(url)
    const { lastId } = await listenTo(bus)
    const client = createClient({ url })
    await client.connect()
    for (let round = 0; round < 15; round += 1) {
      await Promise.all(Array.from({ length: 100 }, (_, index) => bus.publish(about(round * 100 + index))))
    }
    const length = await client.xLen('intercom:live')
    expect(length).toBeGreaterThanOrEqual(1000)
    expect(length).toBeLessThan(1300)
    expect((await listenTo(bus, lastId)).heard).toEqual(['lost'])
    const [last] = await client.xRevRange('intercom:live', '+', '-', { COUNT: 1 }) ?? []
    expect(Object.keys(JSON.parse(last?.message.event ?? '{}')).sort())
      .toEqual(['at', 'change', 'contact_ids', 'conversation_id', 'kind'])
    await client.close()
  })

  test('treats an unreadable event as a change of anything', async () => {
    const url = freshUrl()
    const bus = await createRedisBus(url)
    const ear = await listenTo(bus)
    const client = createClient({ url })
    await client.connect()
    const strange = ['{', 'null', '{"kind":"tomorrow"}', JSON.stringify({ ...about(1), at: -1 })]
    for (const event of strange) await client.xAdd('intercom:live', '*', { event })
    await client.publish('intercom:live', randomUUID())
    await vi.waitFor(() => expect(ear.heard).toEqual(strange.map(() => 'lost')), soon)
    await client.close()
  })
})
