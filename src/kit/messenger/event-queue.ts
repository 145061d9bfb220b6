/** Queue of tracked events. Loaded by the first component that tracks something. */
import { API_ROOT, toAppUrl } from '../shared/api-client.ts'
import { createIdempotencyKey } from '../shared/idempotency-key.ts'
import { isSamePrincipal, isVisitor, onSessionEnd, type Principal } from '../shared/session-end.ts'
import { findEventProblems } from './event-rules.ts'
import { report } from './engine-protocol.ts'
import { messenger, type Messenger } from './messenger-store.ts'
import type { EventMetadata } from './types.ts'

/** Milliseconds between two requests. Within it, the same event is a double click, and counts once. */
const PERIOD = 1_000

/** Events that the Messenger gets in one period. */
const MAX_IN_PERIOD = 10

/** Events and bytes of one request: browsers limit requests with `keepalive` to 64 kB. */
const MAX_BATCH = 50
const MAX_BYTES = 60_000

/** Waiting events at most. The oldest are dropped. */
const MAX_WAITING = 500

/** Milliseconds until a failed request is retried, doubled each time. */
const FIRST_RETRY = 2_000
const LAST_RETRY = 60_000

/** Options of a tracked event. */
export interface TrackOptions {
  /** `messenger` falls back to the app's route if the Messenger is blocked. `api` uses the route. */
  via?: 'messenger' | 'api' | undefined
  /** Milliseconds in which only the last event of this name counts, for a slider or a search field. */
  debounce?: number | undefined
}

interface WaitingEvent {
  name: string
  metadata: EventMetadata | undefined
  at: number
  dueAt: number
  via: 'messenger' | 'api'
  user: Principal
}

/** Events of one request. Retries use the same key, so that the route counts each event once. */
interface Batch {
  key: string
  events: WaitingEvent[]
}

/** Error codes of single events that a retry can resolve. */
const temporaryCodes = new Set(['rate_limited', 'unavailable', 'upstream_unavailable', 'upstream_timeout', 'upstream_invalid'])

async function readErrorCodes(response: Response): Promise<string[]> {
  const answer = (await response.json().catch(() => null)) as { results?: { error?: { code?: string } }[] } | null
  return (answer?.results ?? []).map(({ error }) => error?.code ?? '').filter(Boolean)
}

/** The queue of the page's events. */
export interface EventQueue {
  /** Adds an event, unless it breaks a rule of `event-rules.ts`. */
  track: (name: string, metadata?: EventMetadata, options?: TrackOptions & { at?: number }) => void
  /** Sends what can be sent; all of it if that is urgent. */
  flush: (isUrgent?: boolean) => void
}

/** What a queue needs of the Messenger. */
export type EventQueueSource = Pick<Messenger, 'getState' | 'getPrincipal' | 'subscribe'>

/**
 * Creates a queue. Events belong to the user of the moment when they were tracked, and are dropped when another user signs in.
 *
 * @param sendEvent sends an event through the Messenger
 */
export function createEventQueue(
  source: EventQueueSource,
  sendEvent: (name: string, metadata: EventMetadata | undefined) => void,
): EventQueue {
  let waiting: WaitingEvent[] = []
  /** The request on its way, and the one to retry. */
  let posting: Batch | undefined
  let unsent: Batch | undefined
  let lastSeen = new Map<string, number>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let retryDelay = FIRST_RETRY
  let retryAt = 0
  let periodStart = 0
  let sentInPeriod = 0
  /** User whose events the route refuses: they wait for the Messenger. */
  let refusedFor: Principal | undefined

  const isRefused = (user: Principal) => refusedFor !== undefined && isSamePrincipal(refusedFor, user)
  /** Whether the session of a signed-in user is over: cookies may be another user's by now. */
  const isOver = () => source.getState().status === 'shutdown' && !isVisitor(source.getPrincipal())

  function schedule(): void {
    if (unsent || waiting.length > 0) timer ??= setTimeout(flush, PERIOD)
  }

  function findRoute({ via, user }: WaitingEvent, isUrgent: boolean): 'messenger' | 'api' | undefined {
    const { status } = source.getState()
    if (via === 'api') return 'api'
    if (status === 'ready') return 'messenger'
    return !isRefused(user) && (status === 'blocked' || status === 'off' || isUrgent) ? 'api' : undefined
  }

  function take(count: number, choose: (event: WaitingEvent) => boolean): WaitingEvent[] {
    const taken = waiting.filter(choose).slice(0, count)
    waiting = waiting.filter((event) => !taken.includes(event))
    return taken
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
    unsent = batch
    schedule()
  }

  async function handleResponse(batch: Batch, response: Response): Promise<void> {
    const seconds = Number(response.headers.get('retry-after')) || 0
    if (response.status === 429 || response.status === 409 || response.status >= 500) return retryLater(batch, seconds)
    if (!response.ok) return dropRefused(batch, response.status)
    const codes = await readErrorCodes(response)
    if (codes.some((code) => temporaryCodes.has(code))) return retryLater(batch, seconds)
    if (codes.length > 0) report('events_refused', { status: response.status })
    retryDelay = FIRST_RETRY
  }

  async function post(batch: Batch, keepalive: boolean): Promise<void> {
    if (unsent === batch) unsent = undefined
    posting = batch
    try {
      const response = await fetch(toAppUrl(`${API_ROOT}/events`), {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': batch.key },
        body: JSON.stringify(batch.events.map(({ name, metadata }) => ({ event_name: name, ...(metadata && { metadata }) }))),
        keepalive,
      })
      if (belongsHere(batch)) await handleResponse(batch, response)
    } catch {
      if (belongsHere(batch)) retryLater(batch, 0)
    } finally {
      if (posting === batch) posting = undefined
    }
  }

  function nextBatch(isUrgent: boolean): Batch | undefined {
    if (unsent) return unsent
    const now = Date.now()
    let bytes = 0
    const taken = take(MAX_BATCH, (event) => {
      if (findRoute(event, isUrgent) !== 'api' || (!isUrgent && event.dueAt > now)) return false
      bytes += new TextEncoder().encode(JSON.stringify([event.name, event.metadata])).length + 60
      return bytes <= MAX_BYTES
    })
    return taken.length > 0 ? { key: createIdempotencyKey(), events: taken } : undefined
  }

  // A visitor's events become those of the user who signs in.
  const isCurrent = ({ user }: WaitingEvent) => isVisitor(user) || isSamePrincipal(user, source.getPrincipal())
  const belongsHere = (batch: Batch) => batch.events.every(isCurrent) && !isOver()

  function dropOthers(): void {
    if (!isRefused(source.getPrincipal())) refusedFor = undefined
    waiting = waiting.filter(isCurrent)
    if (unsent && !unsent.events.every(isCurrent)) unsent = undefined
  }

  function dropAll(): void {
    waiting = []
    unsent = posting = refusedFor = undefined
  }

  function sendToMessenger(isUrgent: boolean): void {
    const now = Date.now()
    if (now - periodStart >= PERIOD) {
      periodStart = now
      sentInPeriod = 0
    }
    const count = isUrgent ? waiting.length : MAX_IN_PERIOD - sentInPeriod
    const given = take(count, (event) => findRoute(event, false) === 'messenger' && (isUrgent || event.dueAt <= now))
    sentInPeriod += given.length
    for (const { name, metadata } of given) sendEvent(name, metadata)
  }

  function flush(isUrgent = false, isLeaving = false): void {
    clearTimeout(timer)
    timer = undefined
    dropOthers()
    sendToMessenger(isUrgent)
    if (isUrgent) {
      // The browser aborts a request without `keepalive` together with the page. The route counts a key once.
      if (isLeaving && posting) void post(posting, true)
      for (let batch = nextBatch(true); batch; batch = nextBatch(true)) void post(batch, isLeaving)
    } else if (!posting && Date.now() >= retryAt) {
      const batch = nextBatch(false)
      if (batch) void post(batch, false)
    }
    if (unsent || waiting.some((event) => findRoute(event, false))) schedule()
  }

  let wasOver = isOver()
  source.subscribe(() => {
    const isNowOver = isOver()
    // The server still knows a user who signs out, but not for long.
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
    const leave = () => (isOver() ? undefined : flush(true, true))
    addEventListener('pagehide', leave)
    // Phones may end a hidden page without `pagehide`.
    document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && leave())
  }

  return {
    track(name, metadata, { via = 'messenger', debounce = 0, at = Date.now() } = {}) {
      report('event', { name, metadata })
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
      waiting = [...waiting, { name, metadata, at, dueAt: at + debounce, via, user }].slice(-MAX_WAITING)
      dropOthers()
      sendToMessenger(false)
      schedule()
    },
    flush,
  }
}

/** The events of the page. */
export const events: EventQueue = createEventQueue(messenger, (name, metadata) => void messenger.send('trackEvent', name, metadata))
