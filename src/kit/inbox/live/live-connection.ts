/** Keeps a page up to date: by the stream of changes, and by asking again and again where there is none. */
import { isTemporary, RequestError } from '../../shared/api-client.ts'
import type { LiveEvent } from '../../contracts/index.ts'

/**
 * How a page is kept up to date: `connecting` to the stream, `live` on it, `polling` where there is none, `offline`
 * where the browser has no network.
 */
export type LiveState = 'connecting' | 'live' | 'polling' | 'offline'

/** What is done about changes. */
export interface LiveTarget {
  /** Fetches again what some changes are about; those that come close together come as one call. */
  change: (events: LiveEvent[]) => void
  /** Fetches everything again. */
  resync: () => void
  /**
   * Looks at what is shown for changes.
   *
   * @returns whether that failed, and the seconds to wait where the server said so
   */
  poll: () => Promise<{ failed: boolean; retryAfter: number }>
}

/** Keeps a page up to date, once it is started. */
export interface LiveConnection {
  /** @param since when what is shown was fetched, or began to be, in milliseconds. Default: now */
  start: (since?: number) => void
  stop: () => void
  getState: () => LiveState
  /** @returns stops that */
  subscribe: (listener: () => void) => () => void
}

// All in milliseconds.
const BATCH = 300
const POLL = 10_000
const POLL_HIDDEN = 60_000
const POLL_FAILING = 120_000
/** What was fetched so short a time before the stream was ready needs not be fetched again. */
const FRESH = 2000
const RETRY_FIRST = 5000
const RETRY_LAST = 60_000
/** Where a stream was refused for good, it is tried again all the same: somebody may have signed in elsewhere. */
const RETRY_REFUSED = 300_000
/** All pages hear at once that they are to fetch everything: they do not all ask at once. */
const SPREAD = 1000

const isHidden = () => globalThis.document?.visibilityState === 'hidden'
const isOffline = () => globalThis.navigator?.onLine === false

type Reader = (typeof import('./live-stream.ts'))['readLiveStream']

/** The page comes first. */
const loadLiveStream = async (): Promise<Reader> => (await import('./live-stream.ts')).readLiveStream

/**
 * Makes a connection; it does nothing until it is started.
 *
 * @param target what is done about changes
 * @param loadReader loads what reads the stream; where that fails there is no stream
 */
export function createLiveConnection(target: LiveTarget, loadReader = loadLiveStream): LiveConnection {
  const listeners = new Set<() => void>()
  const sleepers = new Set<() => void>()
  let state: LiveState = 'connecting'
  let running: AbortController | undefined
  let polling: AbortController | undefined
  let lastId: string | undefined
  /** When everything was fetched last, without this stream. */
  let fetchedAt = 0
  let retry = 1000
  let pending: LiveEvent[] = []

  function enter(next: LiveState): void {
    if (state === next) return
    state = next
    for (const listener of listeners) listener()
  }

  /** Waits; gives whether the time was over, or something else ended it: a look at the page, or the signal. */
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

  async function poll(signal: AbortSignal): Promise<void> {
    let wait = POLL
    while (!signal.aborted) {
      // Whoever comes back to the page sees it fetched by SWR itself: the next look is one interval later.
      const isOver = await sleep(isHidden() ? Math.max(wait, POLL_HIDDEN) : wait, signal)
      if (!isOver) continue
      const { failed, retryAfter } = await target.poll()
      fetchedAt = Date.now()
      wait = Math.max(failed ? Math.min(wait * 2, POLL_FAILING) : POLL, retryAfter * 1000)
    }
  }

  /** @returns whether the stream was ready, and how long to wait where it was refused */
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
        onReady: () => {
          wasReady = true
          if (!isReturning && Date.now() - fetchedAt > FRESH) resync(0)
          stopPolling()
          enter('live')
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
        enter('connecting')
        await sleep(retry * (0.5 + Math.random()), signal)
        continue
      }
      failures += 1
      if (!polling) {
        polling = new AbortController()
        void poll(polling.signal)
      }
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
    // SWR has just fetched everything, or is about to: at the start, and when the network is there again.
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
