import { type LiveEvent, liveEventSchema } from '../../contracts/index.ts'
import { createRedisConnection, REDIS_DEADLINE, type RedisClient } from '../stores/redis-connection.ts'
import { within } from '../async-work.ts'
import type { BusEntry, LiveBus } from './bus.ts'

/** Entries to keep: minutes of a busy workspace. */
const KEPT = 1000
const PAGE = 200

/** Milliseconds between reads without an announcement, in case one was lost. */
const POLL_INTERVAL = 15_000

type Message = { id: string; message: Record<string, string> }

interface Listener {
  onEntry: (entry: BusEntry) => void
  onDelay: ((isDelayed: boolean) => void) | undefined
}

/** Parses an entry; `null` if a newer version wrote it, so it may be about anything. */
function readEvent({ event = '' }: Record<string, string>): LiveEvent | null {
  try {
    return liveEventSchema.safeParse(JSON.parse(event)).data ?? null
  } catch {
    return null
  }
}

/** Drops the empty first entry, which only gives new streams an id. */
function toBusEntries(messages: readonly Message[]): BusEntry[] {
  return messages.filter(({ message }) => !('begin' in message)).map(({ id, message }) => ({ id, event: readEvent(message) }))
}

const MAX_ID = 2n ** 64n - 1n

function isStreamId(id: string): boolean {
  return /^\d{1,20}-\d{1,20}$/.test(id) && id.split('-').every((part) => BigInt(part) <= MAX_ID)
}

/**
 * Creates a bus on a Redis stream, which orders entries across instances. A channel of the same name only announces new
 * entries, so that none is lost. https://redis.io/docs/latest/develop/data-types/streams/
 */
export function createRedisBus(url: string, prefix = 'intercom:', connection = createRedisConnection(url)): LiveBus {
  const KEY = `${prefix}live`
  const listeners = new Set<Listener>()
  /** Id of the last delivered entry; `null` without listeners. */
  let cursor: string | null = null
  let turn: Promise<unknown> = Promise.resolve()
  let isDue = false
  /** Whether an event was lost, so that every page must reload. */
  let hasLostEvent = false
  let isDelayed = false
  let refusesWrites = false
  /** Subscription to the channel. Its client can't run other commands. */
  let channel: { of: RedisClient; client: RedisClient; subscribing: Promise<void> } | null = null

  /** Keeps entries in order. */
  function enqueue<T>(work: () => Promise<T>): Promise<T> {
    const done = turn.then(work)
    turn = done.catch(() => {})
    return done
  }

  /** Reads the entries after an id; `null` if that entry is gone, and others perhaps too. */
  async function readAfter(id: string): Promise<Message[] | null> {
    const messages: Message[] = []
    for (let from = id; ;) {
      const page = (await connection.read((client) => client.xRange(KEY, from, '+', { COUNT: PAGE + 1 }))) ?? []
      if (page[0]?.id !== from) return null
      messages.push(...page.slice(1))
      if (page.length <= PAGE) return messages
      from = page.at(-1)!.id
    }
  }

  async function getLastId(): Promise<string> {
    const last = await connection.read((client) => client.xRevRange(KEY, '+', '-', { COUNT: 1 }))
    return last?.[0]?.id ?? connection.write((client) => client.xAdd(KEY, '*', { begin: '1' }))
  }

  function deliver(entry: BusEntry): void {
    for (const { onEntry } of listeners) onEntry(entry)
  }

  function reportDelay(): void {
    const next = !channel || hasLostEvent || refusesWrites
    if (next === isDelayed) return
    isDelayed = next
    for (const { onDelay } of listeners) onDelay?.(next)
  }

  async function catchUp(): Promise<void> {
    if (cursor === null) return
    const messages = await readAfter(cursor)
    if (messages) {
      cursor = messages.at(-1)?.id ?? cursor
      toBusEntries(messages).forEach(deliver)
    } else {
      cursor = await getLastId()
      deliver({ id: cursor, event: null })
    }
  }

  function scheduleRead(): void {
    if (isDue) return
    isDue = true
    // The next connection reads the missed entries.
    void enqueue(() => {
      isDue = false
      return catchUp()
    }).catch(() => {})
  }

  async function write(events: readonly (LiveEvent | null)[]): Promise<void> {
    const TRIM = { strategy: 'MAXLEN', strategyModifier: '~', threshold: KEPT } as const
    await connection.write((client) => {
      const multi = client.multi()
      for (const event of events) multi.xAdd(KEY, '*', { event: JSON.stringify(event) }, { TRIM })
      return multi.publish(KEY, '').exec()
    })
    hasLostEvent = false
    reportDelay()
  }

  function dropChannel(): void {
    const { client } = channel ?? {}
    channel = null
    if (client?.isOpen) client.destroy()
  }

  /** Subscribes with a second client, which lives as long as the first. */
  function openChannel(of: RedisClient): Promise<void> {
    if (channel?.of === of) return channel.subscribing
    dropChannel()
    const client = of.duplicate() as RedisClient
    const onLost = () => {
      if (channel?.client !== client) return
      dropChannel()
      reportDelay()
      if (listeners.size > 0) setTimeout(() => void connection.read(openChannel).then(scheduleRead, () => {}), 1000)
    }
    client.on('error', onLost).on('end', onLost)
    const subscribing = within(REDIS_DEADLINE, client.connect().then(() => client.subscribe(KEY, scheduleRead)))
    channel = { of, client, subscribing }
    subscribing.catch(onLost)
    return subscribing
  }

  const unwatch = connection.watch((state) => {
    refusesWrites = state.refusesWrites
    if (!state.client) dropChannel()
    else if (listeners.size > 0 && channel?.of !== state.client) {
      openChannel(state.client).then(() => {
        reportDelay()
        scheduleRead()
      }, () => {})
    }
    if (state.client && hasLostEvent && !refusesWrites) write([null]).catch(() => {})
    // A connection that is replaced at once is not a delay.
    if (state.client || state.isAway) reportDelay()
  })

  let timer: ReturnType<typeof setInterval> | undefined
  function stop(listener: Listener): void {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
    cursor = null
    dropChannel()
  }

  return {
    async publish(event) {
      try {
        await write(hasLostEvent ? [null, event] : [event])
      } catch (thrown) {
        hasLostEvent = true
        reportDelay()
        throw thrown
      }
    },
    async subscribe(onEntry, after, onDelay) {
      await connection.read(openChannel)
      return enqueue(async () => {
        if (cursor === null) cursor = await getLastId()
        else await catchUp()
        const missed = after === undefined ? [] : isStreamId(after) ? await readAfter(after) : null
        // Listeners get the entries after the cursor later.
        const end = missed?.findIndex(({ id }) => id === cursor) ?? -1
        const listener = { onEntry, onDelay }
        listeners.add(listener)
        timer ??= setInterval(() => {
          scheduleRead()
          if (hasLostEvent) write([null]).catch(() => {})
        }, POLL_INTERVAL)
        reportDelay()
        if (isDelayed) onDelay?.(true)
        return { id: cursor, missed: missed && toBusEntries(missed.slice(0, end + 1)), stop: () => stop(listener) }
      })
    },
    async close() {
      unwatch()
      clearInterval(timer)
      dropChannel()
    },
  }
}
