import { isTemporary, RequestError } from '../../shared/api-client.ts'
import { onSessionEnd } from '../../shared/session.ts'
import type { LiveEvent, LiveStatus } from '../../contracts/index.ts'

/**
 * State of live updates. `live`: the stream brings each change. `checking`: webhooks may be missing or delayed, so the page
 * also polls every 30 seconds. `polling`: without a stream, the page polls every ten seconds.
 */
export type LiveState = 'connecting' | 'live' | 'checking' | 'polling' | 'offline'

export interface LiveTarget {
  /** Loads changed data. Changes within 0.3 seconds are batched. */
  change: (events: LiveEvent[]) => void
  resync: () => void
  /** Refetches visible data. `retryAfter` is in seconds. */
  poll: () => Promise<{ failed: boolean; retryAfter: number }>
}

export interface LiveConnection {
  /** Starts updates. `since` is when the data was loaded, in Unix milliseconds. @default now */
  start: (since?: number) => void
  stop: () => void
  getState: () => LiveState
  subscribe: (listener: () => void) => () => void
}

// All in milliseconds.
const BATCH = 300
const POLL = 10_000
/** Polling interval while the stream may miss changes. */
const POLL_CHECKING = 30_000
/** Polling interval while live, to notice when webhooks stop. */
const POLL_LIVE = 300_000
const POLL_HIDDEN = 60_000
const POLL_FAILING = 120_000
/** Maximum age of the last webhook: longer than a quiet weekend. */
const PROVEN = 72 * 60 * 60 * 1000
/** Maximum age of data that is not reloaded when the stream is ready. */
const FRESH = 2000
const RETRY_FIRST = 5000
const RETRY_LAST = 60_000
/** Delay after a final refusal: the user may sign in in another tab. */
const RETRY_REFUSED = 300_000
/** Maximum random delay, because all pages get a resync at once. */
const SPREAD = 1000

const isHidden = () => globalThis.document?.visibilityState === 'hidden'
const isOffline = () => globalThis.navigator?.onLine === false

type Reader = (typeof import('./live-stream.ts'))['readLiveStream']

const loadLiveStream = async (): Promise<Reader> => (await import('./live-stream.ts')).readLiveStream

/** Whether webhooks are known to arrive. Trusts servers that don't report it. */
function isProven({ delayed, webhook_at: at }: Partial<LiveStatus>): boolean {
  return !delayed && (at === undefined || (at !== null && Date.now() - at * 1000 < PROVEN))
}

/** Creates a stopped connection. If `loadReader` fails, the page polls. */
export function createLiveConnection(target: LiveTarget, loadReader = loadLiveStream): LiveConnection {
  const listeners = new Set<() => void>()
  const sleepers = new Set<() => void>()
  let state: LiveState = 'connecting'
  let running: AbortController | undefined
  let polling: AbortController | undefined
  let pollEvery = 0
  let lastId: string | undefined
  /** Unix milliseconds of the last full load. */
  let fetchedAt = 0
  let retry = 1000
  let pending: LiveEvent[] = []
  let unsubscribe = () => {}

  function setState(next: LiveState): void {
    if (state === next) return
    state = next
    for (const listener of listeners) listener()
  }

  /** Resolves to `false` if aborted or if the page becomes visible. */
  function sleep(milliseconds: number, signal: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      const finish = (isOver: boolean) => {
        clearTimeout(timer)
        sleepers.delete(wake)
        signal.removeEventListener('abort', wake)
        resolve(isOver)
      }
      const wake = () => finish(false)
      const timer = setTimeout(() => finish(true), milliseconds)
      sleepers.add(wake)
      signal.addEventListener('abort', wake)
      if (signal.aborted) wake()
    })
  }

  function collect(event: LiveEvent): void {
    if (pending.push(event) > 1) return
    setTimeout(() => {
      const events = pending
      pending = []
      if (running) target.change(events)
    }, BATCH)
  }

  function resync(within: number): void {
    fetchedAt = Date.now()
    setTimeout(() => {
      if (running) target.resync()
    }, Math.random() * within)
  }

  async function poll(every: number, signal: AbortSignal): Promise<void> {
    let wait = every
    while (!signal.aborted) {
      // SWR refetches everything when the user returns.
      const isOver = await sleep(isHidden() ? Math.max(wait, POLL_HIDDEN) : wait, signal)
      if (!isOver) continue
      const { failed, retryAfter } = await target.poll()
      fetchedAt = Date.now()
      wait = Math.max(failed ? Math.min(wait * 2, Math.max(POLL_FAILING, every)) : every, retryAfter * 1000)
    }
  }

  function startPolling(every: number): void {
    if (polling && pollEvery === every) return
    stopPolling()
    pollEvery = every
    polling = new AbortController()
    void poll(every, polling.signal)
  }

  function onStatus(status: Partial<LiveStatus>): void {
    const isLive = isProven(status)
    startPolling(isLive ? POLL_LIVE : POLL_CHECKING)
    setState(isLive ? 'live' : 'checking')
  }

  async function listen(signal: AbortSignal): Promise<{ wasReady: boolean; refused: unknown }> {
    let wasReady = false
    const isReturning = lastId !== undefined
    try {
      const readLiveStream = await loadReader()
      await readLiveStream({
        lastId,
        signal,
        onChange: collect,
        onResync: () => resync(SPREAD),
        onReady: (status) => {
          if (!wasReady && !isReturning && Date.now() - fetchedAt > FRESH) resync(0)
          wasReady = true
          onStatus(status)
        },
        onId: (id) => (lastId = id),
        onRetry: (milliseconds) => (retry = milliseconds),
      })
      return { wasReady, refused: undefined }
    } catch (reason) {
      return { wasReady, refused: reason }
    }
  }

  async function run(signal: AbortSignal): Promise<void> {
    let failures = 0
    while (!signal.aborted) {
      const { wasReady, refused } = await listen(signal)
      if (signal.aborted) return
      if (wasReady) {
        failures = 0
        // While the page polls, a short interruption changes nothing.
        if (state !== 'checking') setState('connecting')
        await sleep(retry * (0.5 + Math.random()), signal)
        continue
      }
      failures += 1
      startPolling(POLL)
      setState('polling')
      const asked = refused instanceof RequestError ? (refused.retryAfter ?? 0) * 1000 : 0
      const usual = Math.min(RETRY_FIRST * 2 ** (failures - 1), RETRY_LAST)
      const isFinal = refused instanceof RequestError && refused.status >= 400 && !isTemporary(refused) && refused.status !== 429
      await sleep(Math.max(asked, isFinal || refused === undefined ? RETRY_REFUSED : usual), signal)
    }
  }

  function connect(): void {
    disconnect()
    running = new AbortController()
    // SWR loads everything at the start and when the network is back.
    fetchedAt = Date.now()
    setState('connecting')
    void run(running.signal)
  }

  function stopPolling(): void {
    polling?.abort()
    polling = undefined
  }

  function disconnect(): void {
    running?.abort()
    running = undefined
    stopPolling()
  }

  /** The next user must not get the stream of the user before. */
  function restart(): void {
    lastId = undefined
    pending = []
    if (running) connect()
  }

  function goOffline(): void {
    disconnect()
    setState('offline')
  }

  function onVisibilityChange(): void {
    if (!isHidden()) for (const wake of sleepers) wake()
  }

  return {
    start(since = Date.now()) {
      unsubscribe()
      unsubscribe = onSessionEnd(restart)
      globalThis.addEventListener?.('online', connect)
      globalThis.addEventListener?.('offline', goOffline)
      globalThis.document?.addEventListener('visibilitychange', onVisibilityChange)
      if (isOffline()) goOffline()
      else {
        connect()
        fetchedAt = since
      }
    },
    stop() {
      unsubscribe()
      globalThis.removeEventListener?.('online', connect)
      globalThis.removeEventListener?.('offline', goOffline)
      globalThis.document?.removeEventListener('visibilitychange', onVisibilityChange)
      disconnect()
      lastId = undefined
      setState('connecting')
    },
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
