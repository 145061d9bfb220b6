import { isTemporary, RequestError } from '../../shared/api-client.ts'
import type { LiveEvent, LiveStatus } from '../../contracts/index.ts'

/**
 * How a page is kept up to date:
 *
 * - `connecting`: it connects to the stream of changes
 * - `live`: the stream brings each change at once
 * - `checking`: the stream is open, but no webhook has arrived yet, or changes are delayed; the page also polls every 30 seconds
 * - `polling`: there is no stream; the page polls every ten seconds
 * - `offline`: the browser has no network
 */
export type LiveState = 'connecting' | 'live' | 'checking' | 'polling' | 'offline'

/** Reactions to changes. */
export interface LiveTarget {
  /** Loads what some changes are about. Changes within 0.3 seconds come in one call. */
  change: (events: LiveEvent[]) => void
  /** Loads everything again. */
  resync: () => void
  /**
   * Loads what is shown, to look for changes.
   *
   * @returns whether that failed, and the seconds to wait if the server sent them
   */
  poll: () => Promise<{ failed: boolean; retryAfter: number }>
}

/** Keeps a page up to date. */
export interface LiveConnection {
  /** @param since Unix milliseconds at which the data was loaded. Default: now */
  start: (since?: number) => void
  stop: () => void
  getState: () => LiveState
  /** Calls a listener when the state changes. Returns what ends that. */
  subscribe: (listener: () => void) => () => void
}

// All in milliseconds.
const BATCH = 300
const POLL = 10_000
/** While the stream is open, but not known to bring every change. */
const POLL_CHECKING = 30_000
/** While all is well: a webhook that stops arriving later is noticed by nothing else. */
const POLL_LIVE = 300_000
const POLL_HIDDEN = 60_000
const POLL_FAILING = 120_000
/** Age of the last webhook up to which webhooks are taken to arrive: longer than a quiet weekend. */
const PROVEN = 72 * 60 * 60 * 1000
/** Data that was loaded so shortly before the stream was ready is not loaded again. */
const FRESH = 2000
const RETRY_FIRST = 5000
const RETRY_LAST = 60_000
/** After a refusal that seems final: the user may sign in in another tab. */
const RETRY_REFUSED = 300_000
/** All pages get a resync at the same moment, so each waits a random time up to this. */
const SPREAD = 1000

const isHidden = () => globalThis.document?.visibilityState === 'hidden'
const isOffline = () => globalThis.navigator?.onLine === false

type Reader = (typeof import('./live-stream.ts'))['readLiveStream']

/** Loaded after the page. */
const loadLiveStream = async (): Promise<Reader> => (await import('./live-stream.ts')).readLiveStream

/** Whether webhooks are known to arrive. A server that doesn't say so is trusted. */
function isProven({ delayed, webhook_at: at }: Partial<LiveStatus>): boolean {
  return !delayed && (at === undefined || (at !== null && Date.now() - at * 1000 < PROVEN))
}

/**
 * Creates a connection, which does nothing until it is started.
 *
 * @param loadReader loads the reader of the stream; if it fails, the page polls
 */
export function createLiveConnection(target: LiveTarget, loadReader = loadLiveStream): LiveConnection {
  const listeners = new Set<() => void>()
  const sleepers = new Set<() => void>()
  let state: LiveState = 'connecting'
  let running: AbortController | undefined
  let polling: AbortController | undefined
  let pollEvery = 0
  let lastId: string | undefined
  /** Unix milliseconds at which everything was loaded last, without this stream. */
  let fetchedAt = 0
  let retry = 1000
  let pending: LiveEvent[] = []

  function enter(next: LiveState): void {
    if (state === next) return
    state = next
    for (const listener of listeners) listener()
  }

  /** Waits. Returns false if the signal or a look at the page ended it early. */
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
      // When the user returns to the page, SWR loads everything by itself.
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
    enter(isLive ? 'live' : 'checking')
  }

  /** Reads the stream. Returns whether it was ready, and why it was refused. */
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
        // While the page checks by itself, a short interruption changes nothing.
        if (state !== 'checking') enter('connecting')
        await sleep(retry * (0.5 + Math.random()), signal)
        continue
      }
      failures += 1
      startPolling(POLL)
      enter('polling')
      const asked = refused instanceof RequestError ? (refused.retryAfter ?? 0) * 1000 : 0
      const usual = Math.min(RETRY_FIRST * 2 ** (failures - 1), RETRY_LAST)
      const isFinal = refused instanceof RequestError && refused.status >= 400 && !isTemporary(refused) && refused.status !== 429
      await sleep(Math.max(asked, isFinal || refused === undefined ? RETRY_REFUSED : usual), signal)
    }
  }

  function go(): void {
    rest()
    running = new AbortController()
    // SWR loads everything at the start, and when the network is back.
    fetchedAt = Date.now()
    enter('connecting')
    void run(running.signal)
  }

  function stopPolling(): void {
    polling?.abort()
    polling = undefined
  }

  function rest(): void {
    running?.abort()
    running = undefined
    stopPolling()
  }

  function goOffline(): void {
    rest()
    enter('offline')
  }

  function onLook(): void {
    if (!isHidden()) for (const wake of sleepers) wake()
  }

  return {
    start(since = Date.now()) {
      globalThis.addEventListener?.('online', go)
      globalThis.addEventListener?.('offline', goOffline)
      globalThis.document?.addEventListener('visibilitychange', onLook)
      if (isOffline()) goOffline()
      else {
        go()
        fetchedAt = since
      }
    },
    stop() {
      globalThis.removeEventListener?.('online', go)
      globalThis.removeEventListener?.('offline', goOffline)
      globalThis.document?.removeEventListener('visibilitychange', onLook)
      rest()
      lastId = undefined
      enter('connecting')
    },
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
