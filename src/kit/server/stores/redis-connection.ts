import { TimeoutError, within } from '../within.ts'
import { loadRedis } from './load-redis.ts'

/** Milliseconds for one call, with the time to connect if that is needed. */
export const REDIS_DEADLINE = 2000

/** Milliseconds between two attempts to connect. */
const PAUSE = 1000

/** Milliseconds for which a failed attempt answers for the next calls. An attempt follows well before that. */
const TRUSTED = 2 * REDIS_DEADLINE + PAUSE

/** Milliseconds after which a connection to a read-only server is replaced: another server may be the primary by now. */
const FAILOVER = 10_000

/** Milliseconds without a call after which attempts to connect end. */
const IDLE = 60_000

/** A client of the package `redis`. */
export type RedisClient = ReturnType<Awaited<ReturnType<typeof loadRedis>>['createClient']>

/** State of a connection. */
export interface RedisState {
  client: RedisClient | null
  /** Whether calls fail until another attempt to connect succeeds. */
  isAway: boolean
  /** Whether the server refuses to write: it is full, or a replica. */
  refusesWrites: boolean
}

/** A connection to Redis that never keeps a caller waiting. */
export interface RedisConnection {
  /**
   * Runs commands that read.
   *
   * @throws Error if they fail or miss the deadline, and at once while Redis is known to be away
   */
  read<T>(work: (client: RedisClient) => Promise<T>): Promise<T>
  /** As `read`, for commands that write. */
  write<T>(work: (client: RedisClient) => Promise<T>): Promise<T>
  /** Calls a listener with the current state, and with every other one. Returns what ends that. */
  watch(listener: (state: RedisState) => void): () => void
  close(): void
}

function unreachable(cause: unknown): Error {
  return new Error('Redis at REDIS_URL cannot be reached.', { cause })
}

/**
 * Connects to Redis when it is first used. A call has one deadline, which node-redis can't give it: its command timeout
 * ends when the command is written, and `MULTI` has none. A connection that misses the deadline is destroyed; until
 * another one is made, which a timer tries, calls fail at once.
 */
export function createRedisConnection(url: string): RedisConnection {
  const watchers = new Set<(state: RedisState) => void>()
  let client: RedisClient | null = null
  let connecting: Promise<RedisClient> | null = null
  let failure: { at: number; error: unknown } | null = null
  let refusesWrites = false
  let usedAt = 0
  let connectedAt = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let isClosed = false

  function tellWatchers(): void {
    for (const watcher of watchers) watcher({ client, isAway: failure !== null, refusesWrites })
  }

  function fail(error: unknown): void {
    failure = { at: Date.now(), error }
    tellWatchers()
    clearTimeout(timer)
    if (isClosed) return
    timer = setTimeout(() => {
      if (Date.now() - usedAt < IDLE) connect().catch(() => {})
    }, PAUSE)
    // A process that has nothing else to do may end.
    ;(timer as { unref?: () => void }).unref?.()
  }

  function destroy(one: RedisClient): void {
    if (client === one) client = null
    try {
      one.destroy()
    } catch {
      // It was closed already.
    }
  }

  async function open(): Promise<RedisClient> {
    const { createClient } = await loadRedis()
    const next: RedisClient = createClient({
      url,
      disableOfflineQueue: true,
      // Reconnecting is up to this module: node-redis waits for ever for a server that accepts and never responds.
      socket: { connectTimeout: REDIS_DEADLINE, reconnectStrategy: false },
    })
    const onLost = () => {
      if (client !== next) return
      destroy(next)
      // A server may close a connection that was idle, so the next call connects before it fails.
      if (Date.now() - usedAt < IDLE) connect().catch(() => {})
    }
    next.on('error', onLost).on('end', onLost)
    try {
      await within(REDIS_DEADLINE, next.connect())
    } catch (cause) {
      destroy(next)
      throw unreachable(cause)
    }
    return next
  }

  function connect(): Promise<RedisClient> {
    connecting ??= open().then(
      (next) => {
        connecting = null
        if (isClosed) destroy(next)
        else client = next
        failure = null
        connectedAt = Date.now()
        tellWatchers()
        return next
      },
      (error: unknown) => {
        connecting = null
        fail(error)
        throw error
      },
    )
    return connecting
  }

  function noteRefusal(isRefused: boolean): void {
    if (refusesWrites === isRefused) return
    refusesWrites = isRefused
    tellWatchers()
  }

  async function run<T>(work: (client: RedisClient) => Promise<T>, isWrite: boolean): Promise<T> {
    usedAt = Date.now()
    if (isClosed) throw new Error('The connection to Redis is closed.')
    if (!client && failure && usedAt - failure.at < TRUSTED) throw failure.error
    let used: RedisClient | undefined
    try {
      const result = await within(REDIS_DEADLINE, (async () => work((used = client ?? (await connect()))))())
      if (isWrite) noteRefusal(false)
      return result
    } catch (error) {
      if (error instanceof TimeoutError) {
        const reason = unreachable(error)
        if (used && used === client) {
          destroy(used)
          fail(reason)
        }
        throw reason
      }
      if (isWrite && used && used === client && used.isReady) {
        noteRefusal(true)
        if (/READONLY/.test(String(error)) && Date.now() - connectedAt > FAILOVER) {
          destroy(used)
          connect().catch(() => {})
        }
      }
      throw error
    }
  }

  return {
    read: (work) => run(work, false),
    write: (work) => run(work, true),
    watch(listener) {
      watchers.add(listener)
      listener({ client, isAway: failure !== null, refusesWrites })
      return () => void watchers.delete(listener)
    },
    close() {
      isClosed = true
      clearTimeout(timer)
      if (client) destroy(client)
      tellWatchers()
    },
  }
}
