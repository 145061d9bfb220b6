/**
 * A bus in Redis, for an app that runs on more than one instance. A stream holds the entries, in one order for all; a
 * message in a channel only says that there are new ones. So whoever did not hear it, because a connection broke or
 * Redis was started again, finds in the stream what came meanwhile. https://redis.io/docs/latest/develop/data-types/streams/
 */
import { loadRedis } from '../stores/load-redis.ts'
import type { BusEntry, LiveBus } from './bus.ts'
import { type LiveEvent, liveEventSchema } from '../../contracts/index.ts'

/** Milliseconds for a connection, and for one command. */
const PATIENCE = 2000

/** The stream, and the channel. */
const KEY = 'intercom:live'

/** Entries that are kept, or some more: minutes of a busy workspace. */
const KEPT = 1000

/** Entries that are read at once. */
const PAGE = 200

/** Milliseconds after which the stream is looked at in any case, should a message in the channel have been lost. */
const LOOK_ANYWAY = 15_000

type Message = { id: string; message: Record<string, string> }

/** What an entry holds. One that nobody here can read, of another version of the app say, may be about anything. */
function readEvent({ event = '' }: Record<string, string>): LiveEvent | null {
  try {
    return liveEventSchema.safeParse(JSON.parse(event)).data ?? null
  } catch {
    return null
  }
}

/** The first entry of a stream holds nothing: it is there so that there always is one to come back to. */
function entriesOf(messages: readonly Message[]): BusEntry[] {
  return messages.filter(({ message }) => !('begin' in message)).map(({ id, message }) => ({ id, event: readEvent(message) }))
}

async function connectionsTo(url: string) {
  const { createClient } = await loadRedis()
  const client = createClient({
    url,
    disableOfflineQueue: true,
    commandOptions: { timeout: PATIENCE },
    // A connection that is dead without having been closed is found out.
    pingInterval: LOOK_ANYWAY,
    socket: { connectTimeout: PATIENCE, reconnectStrategy: (retries) => Math.min(50 * 2 ** retries, PATIENCE) },
  })
  const ear = client.duplicate()
  for (const one of [client, ear]) one.on('error', () => {})
  return { client, ear }
}

type Client = Awaited<ReturnType<typeof connectionsTo>>['client']

/** Waits until a client can be asked something. */
async function ready(client: Client): Promise<void> {
  if (client.isReady) return
  let timer: ReturnType<typeof setTimeout> | undefined
  let heard = () => {}
  const connected = new Promise<void>((resolve, reject) => {
    heard = resolve
    client.once('ready', heard)
    timer = setTimeout(() => reject(new Error('Redis at REDIS_URL cannot be reached.')), PATIENCE)
    // One that gave up, because the password is wrong say, tries anew.
    if (!client.isOpen) client.connect().catch(reject)
  })
  try {
    await connected
  } finally {
    clearTimeout(timer)
    client.off('ready', heard)
  }
}

/**
 * Makes a bus in Redis, or what speaks its protocol and has streams. It connects when it is used; connections that
 * break are made again.
 *
 * @param url `redis:` or `rediss:`, with user, password and database as it needs them
 * @throws ApiError `not_configured` without the package `redis`
 */
export async function createRedisBus(url: string): Promise<LiveBus> {
  const { client, ear } = await connectionsTo(url)
  const listeners = new Set<(entry: BusEntry) => void>()
  /** The last entry that was given to the listeners; null while there are none. */
  let cursor: string | null = null
  let turn: Promise<unknown> = Promise.resolve()
  let isDue = false
  let isHearing = false
  /** Whether something could not be published: everybody is told so as soon as that is possible. */
  let owes = false

  /** One after the other, so that entries are given in their order. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = turn.then(work)
    turn = done.catch(() => {})
    return done
  }

  /** What came after an entry; null where that entry is gone, and perhaps others with it. */
  async function readAfter(id: string): Promise<Message[] | null> {
    const messages: Message[] = []
    for (let from = id; ;) {
      const page = (await client.xRange(KEY, from, '+', { COUNT: PAGE + 1 })) ?? []
      if (page[0]?.id !== from) return null
      messages.push(...page.slice(1))
      if (page.length <= PAGE) return messages
      from = page.at(-1)!.id
    }
  }

  async function lastId(): Promise<string> {
    const last = await client.xRevRange(KEY, '+', '-', { COUNT: 1 })
    return last?.[0]?.id ?? client.xAdd(KEY, '*', { begin: '1' })
  }

  function give(entry: BusEntry): void {
    for (const listener of listeners) listener(entry)
  }

  async function catchUp(): Promise<void> {
    if (cursor === null) return
    const messages = await readAfter(cursor)
    if (messages) {
      cursor = messages.at(-1)?.id ?? cursor
      entriesOf(messages).forEach(give)
    } else {
      cursor = await lastId()
      give({ id: cursor, event: null })
    }
  }

  function look(): void {
    if (isDue) return
    isDue = true
    // What fails is made up for when the connection is there again.
    void inTurn(() => {
      isDue = false
      return catchUp()
    }).catch(() => {})
  }

  async function write(events: readonly (LiveEvent | null)[]): Promise<void> {
    await ready(client)
    const multi = client.multi()
    const TRIM = { strategy: 'MAXLEN', strategyModifier: '~', threshold: KEPT } as const
    for (const event of events) multi.xAdd(KEY, '*', { event: JSON.stringify(event) }, { TRIM })
    await multi.publish(KEY, '').exec()
  }

  async function payDebt(): Promise<void> {
    if (!owes) return
    await write([null])
    owes = false
  }

  /** Connects, and hears of new entries from then on. */
  async function hear(): Promise<void> {
    await Promise.all([ready(client), ready(ear)])
    if (isHearing) return
    isHearing = true
    try {
      await ear.subscribe(KEY, look)
    } catch (thrown) {
      isHearing = false
      throw thrown
    }
  }

  for (const one of [client, ear]) one.on('ready', look)
  client.on('ready', () => void payDebt().catch(() => {}))

  let timer: ReturnType<typeof setInterval> | undefined
  function stop(listener: (entry: BusEntry) => void): void {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
    cursor = null
  }

  return {
    async publish(event) {
      try {
        await write(owes ? [null, event] : [event])
        owes = false
      } catch (thrown) {
        owes = true
        throw thrown
      }
    },
    async subscribe(listen, after) {
      await hear()
      return inTurn(async () => {
        if (cursor === null) cursor = await lastId()
        else await catchUp()
        const missed = after === undefined ? [] : /^\d{1,20}-\d{1,20}$/.test(after) ? await readAfter(after) : null
        // What came since is still to be given to everybody.
        const end = missed?.findIndex(({ id }) => id === cursor) ?? -1
        const listener = (entry: BusEntry) => listen(entry)
        listeners.add(listener)
        timer ??= setInterval(look, LOOK_ANYWAY)
        return { id: cursor, missed: missed && entriesOf(missed.slice(0, end + 1)), stop: () => stop(listener) }
      })
    },
  }
}
