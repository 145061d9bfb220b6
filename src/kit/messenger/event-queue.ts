/** Loaded by the first component that tracks an event. */
import { API_ROOT, toAppUrl } from '../shared/api-client.ts'
import { createIdempotencyKey } from '../shared/retry.ts'
import { onSessionEnd } from '../shared/session.ts'
import { isSamePrincipal, isVisitor, type Principal } from '../shared/session-end.ts'
import { findEventProblems } from './event-rules.ts'
import { report } from './engine-protocol.ts'
import { messenger, type Messenger } from './messenger-store.ts'
import type { EventMetadata } from './types.ts'

/** Milliseconds between two requests. A repeated event within one period is a double click, and counts once. */
const PERIOD = 1_000
const MAX_SENT_TO_MESSENGER_IN_PERIOD = 10

// Limits of one request. Browsers limit requests with `keepalive` to 64 kB.
const MAX_BATCH = 50
const MAX_BYTES = 60_000

const MAX_WAITING = 500

// Milliseconds before a failed request is retried, doubled each time.
const FIRST_RETRY = 2_000
const LAST_RETRY = 60_000

/** Options of a tracked event. */
export interface TrackOptions {
  /** `messenger` falls back to the app's route if the Messenger is blocked; `api` always uses it. @default 'messenger' */
  via?: 'messenger' | 'api' | undefined
  /** Milliseconds in which only the last event of a name counts, for sliders and search fields. @default 0 */
  debounce?: number | undefined
}

interface WaitingEvent {
  name: string
  metadata: EventMetadata | undefined
  at: number
  dueAt: number
  via: 'messenger' | 'api'
  user: Principal
  /** Whether `onEvent` has been called. */
  isAnnounced: boolean
}

/** Retries use the same key, so that the route counts each event once. */
interface Batch {
  key: string
  events: WaitingEvent[]
}

const retryableCodes = new Set(['rate_limited', 'unavailable', 'upstream_unavailable', 'upstream_timeout', 'upstream_invalid'])

async function readErrorCodes(response: Response): Promise<string[]> {
  const body = (await response.json().catch(() => null)) as { results?: { error?: { code?: string } }[] } | null
  return (body?.results ?? []).map(({ error }) => error?.code ?? '').filter(Boolean)
}

export interface EventQueue {
  track: (name: string, metadata?: EventMetadata, options?: TrackOptions & { at?: number }) => void
  /** Sends events that are due, or all events if `isUrgent`. */
  flush: (isUrgent?: boolean) => void
}

/** Events belong to the user who was signed in when they were tracked. When another user signs in, they are dropped. */
export function createEventQueue(
  source: Pick<Messenger, 'getState' | 'getPrincipal' | 'subscribe' | 'emit'>,
  sendEvent: (name: string, metadata: EventMetadata | undefined) => void,
): EventQueue {
  let waiting: WaitingEvent[] = []
  let posting: Batch | undefined
  let failed: Batch | undefined
  let lastSeen = new Map<string, number>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let retryDelay = FIRST_RETRY
  let retryAt = 0
  let periodStart = 0
  let sentInPeriod = 0
  /** User whose events the route rejects: they wait for the Messenger. */
  let refusedFor: Principal | undefined

  const isRefused = (user: Principal) => refusedFor !== undefined && isSamePrincipal(refusedFor, user)
  // After the session of a signed-in user, cookies may already be another user's.
  const isOver = () => source.getState().status === 'shutdown' && !isVisitor(source.getPrincipal())

  function schedule(): void {
    if (failed || waiting.length > 0) timer ??= setTimeout(flush, PERIOD)
  }

  function findRoute({ via, user }: WaitingEvent, isUrgent: boolean): 'messenger' | 'api' | undefined {
    const { status } = source.getState()
    if (via === 'api') return 'api'
    if (status === 'ready') return 'messenger'
    return !isRefused(user) && (status === 'blocked' || status === 'off' || isUrgent) ? 'api' : undefined
  }

  function dequeue(count: number, choose: (event: WaitingEvent) => boolean): WaitingEvent[] {
    const chosen = waiting.filter(choose).slice(0, count)
    waiting = waiting.filter((event) => !chosen.includes(event))
    return chosen
  }

  function dropRefused({ events: batch }: Batch, status: number): void {
    report('events_refused', { status })
    refusedFor = source.getPrincipal()
    waiting = [...batch.filter(({ via }) => via === 'messenger'), ...waiting].slice(-MAX_WAITING)
    schedule()
  }

  function retryLater(batch: Batch, seconds: number): void {
    retryAt = Date.now() + Math.max(seconds * 1000, retryDelay)
    retryDelay = Math.min(retryDelay * 2, LAST_RETRY)
    failed = batch
    schedule()
  }

  async function handleResponse(batch: Batch, response: Response): Promise<void> {
    const seconds = Number(response.headers.get('retry-after')) || 0
    if (response.status === 429 || response.status === 409 || response.status >= 500) return retryLater(batch, seconds)
    if (!response.ok) return dropRefused(batch, response.status)
    const codes = await readErrorCodes(response)
    if (codes.some((code) => retryableCodes.has(code))) return retryLater(batch, seconds)
    if (codes.length > 0) report('events_refused', { status: response.status })
    retryDelay = FIRST_RETRY
  }

  async function post(batch: Batch, keepalive: boolean): Promise<void> {
    if (failed === batch) failed = undefined
    posting = batch
    try {
      const response = await fetch(toAppUrl(`${API_ROOT}/events`), {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': batch.key },
        body: JSON.stringify(batch.events.map(({ name, metadata }) => ({ event_name: name, ...(metadata && { metadata }) }))),
        keepalive,
      })
      if (isBatchCurrent(batch)) await handleResponse(batch, response)
    } catch {
      if (isBatchCurrent(batch)) retryLater(batch, 0)
    } finally {
      if (posting === batch) posting = undefined
    }
  }

  function getNextBatch(isUrgent: boolean): Batch | undefined {
    if (failed) return failed
    const now = Date.now()
    let bytes = 0
    const chosen = dequeue(MAX_BATCH, (event) => {
      if (findRoute(event, isUrgent) !== 'api' || (!isUrgent && event.dueAt > now)) return false
      bytes += new TextEncoder().encode(JSON.stringify([event.name, event.metadata])).length + 60
      return bytes <= MAX_BYTES
    })
    return chosen.length > 0 ? { key: createIdempotencyKey(), events: chosen } : undefined
  }

  // A visitor's events become those of the user who signs in.
  const isCurrent = ({ user }: WaitingEvent) => isVisitor(user) || isSamePrincipal(user, source.getPrincipal())
  const isBatchCurrent = (batch: Batch) => batch.events.every(isCurrent) && !isOver()

  function dropOthers(): void {
    if (!isRefused(source.getPrincipal())) refusedFor = undefined
    waiting = waiting.filter(isCurrent)
    if (failed && !failed.events.every(isCurrent)) failed = undefined
  }

  function dropAll(): void {
    waiting = []
    failed = posting = refusedFor = undefined
  }

  function announce(isUrgent: boolean): void {
    const now = Date.now()
    for (const event of waiting) {
      if (event.isAnnounced || (!isUrgent && event.dueAt > now)) continue
      event.isAnnounced = true
      source.emit('onEvent', event.name, event.metadata)
    }
  }

  function sendToMessenger(isUrgent: boolean): void {
    const now = Date.now()
    if (now - periodStart >= PERIOD) {
      periodStart = now
      sentInPeriod = 0
    }
    const count = isUrgent ? waiting.length : MAX_SENT_TO_MESSENGER_IN_PERIOD - sentInPeriod
    const chosen = dequeue(count, (event) => findRoute(event, false) === 'messenger' && (isUrgent || event.dueAt <= now))
    sentInPeriod += chosen.length
    for (const { name, metadata } of chosen) sendEvent(name, metadata)
  }

  function flush(isUrgent = false, isLeaving = false): void {
    clearTimeout(timer)
    timer = undefined
    dropOthers()
    announce(isUrgent)
    sendToMessenger(isUrgent)
    if (isUrgent) {
      // Post again with `keepalive`, because the browser aborts other requests with the page. The route counts a key once.
      if (isLeaving && posting) void post(posting, true)
      for (let batch = getNextBatch(true); batch; batch = getNextBatch(true)) void post(batch, isLeaving)
    } else if (!posting && Date.now() >= retryAt) {
      const batch = getNextBatch(false)
      if (batch) void post(batch, false)
    }
    if (failed || waiting.some((event) => !event.isAnnounced || findRoute(event, false))) schedule()
  }

  let wasOver = isOver()
  source.subscribe(() => {
    const isNowOver = isOver()
    // The server still knows the user who is signing out, but not for long.
    if (isNowOver && !wasOver) {
      flush(true)
      dropAll()
    } else if (!isNowOver) {
      schedule()
    }
    wasOver = isNowOver
  })
  onSessionEnd(dropAll)
  if (typeof document !== 'undefined') {
    const flushOnLeave = () => (isOver() ? undefined : flush(true, true))
    addEventListener('pagehide', flushOnLeave)
    // Phones may end a hidden page without `pagehide`.
    document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && flushOnLeave())
  }

  return {
    track(name, metadata, { via = 'messenger', debounce = 0, at = Date.now() } = {}) {
      report('event', [name, metadata])
      if (findEventProblems(name, metadata).length > 0 || isOver()) return
      const user = source.getPrincipal()
      if (debounce) {
        waiting = waiting.filter((event) => event.name !== name || !isSamePrincipal(event.user, user) || event.dueAt <= event.at)
      } else {
        const key = JSON.stringify([name, metadata, via, user])
        const last = lastSeen.get(key)
        if (last !== undefined && at - last < PERIOD) return
        lastSeen = new Map([...lastSeen].filter(([, seenAt]) => at - seenAt < PERIOD).concat([[key, at]]))
      }
      waiting = [...waiting, { name, metadata, at, dueAt: at + debounce, via, user, isAnnounced: false }].slice(-MAX_WAITING)
      dropOthers()
      announce(false)
      sendToMessenger(false)
      schedule()
    },
    flush,
  }
}

export const events: EventQueue = createEventQueue(messenger, (name, metadata) => void messenger.send('trackEvent', name, metadata, true))
