import { TimeoutError, within } from '../async-work.ts'
import { ApiError } from '../http/errors.ts'

/** Milliseconds per call, including the time to connect. */
export const REDIS_DEADLINE = 2000
const PAUSE = 1000

/** Milliseconds for which calls fail at once after a failed attempt. The next attempt starts well before that. */
const TRUSTED = 2 * REDIS_DEADLINE + PAUSE

/** Milliseconds after which a read-only connection is replaced, because the primary may have changed. */
const FAILOVER = 10_000

/** Milliseconds without calls after which reconnecting stops. */
const IDLE = 60_000

export type RedisClient = ReturnType<Awaited<ReturnType<typeof loadRedis>>['createClient']>

interface RedisState {
  client: RedisClient | null
  /** Whether calls fail until the next successful connection. */
  isAway: boolean
  refusesWrites: boolean
}

export interface RedisConnection {
  /** Runs read commands. Throws at once while Redis is known to be down. */
  read<T>(work: (client: RedisClient) => Promise<T>): Promise<T>
  write<T>(work: (client: RedisClient) => Promise<T>): Promise<T>
  /** Calls a listener with the current state and each change. Returns a function that unsubscribes. */
  watch(listener: (state: RedisState) => void): () => void
  close(): void
}

function createUnreachableError(cause: unknown): Error {
  return new Error('Redis at REDIS_URL cannot be reached. Check the address, and that Redis runs.', { cause })
}

/**
 * Connects on first use. Calls have a deadline, because node-redis only limits the time until a command is written. Connections
 * that miss it are destroyed, and calls fail at once until a timer reconnects.
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

  function notifyWatchers(): void {
    for (const watcher of watchers) watcher({ client, isAway: failure !== null, refusesWrites })
  }

  function fail(error: unknown): void {
    failure = { at: Date.now(), error }
    notifyWatchers()
    clearTimeout(timer)
    if (isClosed) return
    timer = setTimeout(() => {
      if (Date.now() - usedAt < IDLE) connect().catch(() => {})
    }, PAUSE)
    // Lets the process exit.
    ;(timer as { unref?: () => void }).unref?.()
  }

  function destroy(one: RedisClient): void {
    if (client === one) client = null
    try {
      one.destroy()
    } catch {
      // Already closed.
    }
  }

  async function open(): Promise<RedisClient> {
    const { createClient } = await loadRedis()
    const next: RedisClient = createClient({
      url,
      disableOfflineQueue: true,
      // This module reconnects, because node-redis waits forever for a server that accepts and never responds.
      socket: { connectTimeout: REDIS_DEADLINE, reconnectStrategy: false },
    })
    const onLost = () => {
      if (client !== next) return
      destroy(next)
      // Servers may close idle connections, so the next call reconnects first.
      if (Date.now() - usedAt < IDLE) connect().catch(() => {})
    }
    next.on('error', onLost).on('end', onLost)
    try {
      await within(REDIS_DEADLINE, next.connect())
    } catch (cause) {
      destroy(next)
      throw createUnreachableError(cause)
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
        notifyWatchers()
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

  function setRefusesWrites(isRefused: boolean): void {
    if (refusesWrites === isRefused) return
    refusesWrites = isRefused
    notifyWatchers()
  }

  async function run<T>(work: (client: RedisClient) => Promise<T>, isWrite: boolean): Promise<T> {
    usedAt = Date.now()
    if (isClosed) throw new Error('The connection to Redis is closed, because closeIntercom() was called.')
    if (!client && failure && usedAt - failure.at < TRUSTED) throw failure.error
    let used: RedisClient | undefined
    try {
      const result = await within(REDIS_DEADLINE, (async () => work((used = client ?? (await connect()))))())
      if (isWrite) setRefusesWrites(false)
      return result
    } catch (error) {
      if (error instanceof TimeoutError) {
        const reason = createUnreachableError(error)
        if (used && used === client) {
          destroy(used)
          fail(reason)
        }
        throw reason
      }
      if (isWrite && used && used === client && used.isReady) {
        setRefusesWrites(true)
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
      notifyWatchers()
    },
  }
}

const missing = new Set(['MODULE_NOT_FOUND', 'ERR_MODULE_NOT_FOUND'])

/**
 * Loads the optional peer `redis`. Next.js drops the import on the edge because of the condition. Bundlers build without the
 * package because of the `try` block.
 */
export async function loadRedis(): Promise<typeof import('redis')> {
  if (process.env.NEXT_RUNTIME !== 'edge') {
    try {
      const redis = await import('redis')
      if (typeof redis.createClient === 'function') return redis
    } catch (thrown) {
      if (!missing.has(String((thrown as { code?: unknown }).code))) throw thrown
    }
    throw new ApiError('not_configured', {
      message: 'REDIS_URL is set, but the package `redis` is not installed: npm install redis',
    })
  }
  throw new ApiError('not_configured', {
    message: 'REDIS_URL needs sockets, which the edge runtime does not have: call setStore() and setBus() instead.',
  })
}
