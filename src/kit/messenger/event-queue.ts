/**
 * Events on their way: checked, and sent through the Messenger where there is one, as fast as that is decent; else
 * gathered and sent once a second through the app's own route. Loaded by the first component that tracks something.
 */
import { API_ROOT, appAddress } from '../shared/api-client.ts'
import { findEventProblems } from './event-rules.ts'
import { report } from './report.ts'
import { messenger as pageMessenger, type Messenger } from './messenger-store.ts'
import type { EventMetadata } from './types.ts'

/** Milliseconds between two requests; also the time in which the same event is a double click, and counts once. */
const PERIOD = 1_000

/** Events that the Messenger is given in one period. */
const MAX_IN_PERIOD = 10

/** Events that the route takes in one request, and bytes of a request that a browser sends from a page that is left. */
const MAX_BATCH = 50
const MAX_BYTES = 60_000

/** More than this do not wait: the oldest are given up. */
const MAX_WAITING = 500

/** Milliseconds until a request that failed is sent again, doubled each time. */
const FIRST_RETRY = 2_000
const LAST_RETRY = 60_000

/** How an event is tracked. */
export interface TrackOptions {
  /** `messenger` falls back on the app's route where the Messenger is blocked; `api` asks for the route. */
  via?: 'messenger' | 'api' | undefined
  /** Milliseconds in which events of this name count as one, the last of them: for a slider, a search field. */
  debounce?: number | undefined
}

interface WaitingEvent {
  name: string
  metadata: EventMetadata | undefined
  /** Milliseconds since 1970. */
  at: number
  dueAt: number
  via: 'messenger' | 'api'
  /** Whose event it is: `''` for a visitor. */
  user: string
}

/** Events of one request. The key stays the same however often it is sent, so that the route counts it once. */
interface Batch {
  key: string
  events: WaitingEvent[]
}

/** A key that nobody has had. `randomUUID` would be shorter, and is not there on a page without HTTPS. */
function makeKey(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-')
}

/** Codes of the route that another try of the same events can turn. */
const passing = new Set(['rate_limited', 'unavailable', 'upstream_unavailable', 'upstream_timeout', 'upstream_invalid'])

/** What the route says of each event, where it says so: codes of those that it did not take. */
async function readRefusals(response: Response): Promise<string[]> {
  const answer = (await response.json().catch(() => null)) as { results?: { error?: { code?: string } }[] } | null
  return (answer?.results ?? []).map(({ error }) => error?.code ?? '').filter(Boolean)
}

/** The queue of the page's events. */
export interface EventQueue {
  /** Adds an event. One that breaks a rule of `event-rules.ts` is refused, and development says why. */
  track: (name: string, metadata?: EventMetadata, options?: TrackOptions & { at?: number }) => void
  /** Sends what can be sent; everything, when the page is being left. */
  flush: (isLeaving?: boolean) => void
}

/**
 * Makes a queue. The page has one, {@link events}; a test makes its own.
 *
 * @param messenger the Messenger of the page
 */
export function createEventQueue(messenger: Messenger): EventQueue {
  let waiting: WaitingEvent[] = []
  /** What was sent and has to be sent again, as it is. */
  let unsent: Batch | undefined
  let lastSeen = new Map<string, number>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let retryDelay = FIRST_RETRY
  let retryAt = 0
  let isPosting = false
  let periodStart = 0
  let sentInPeriod = 0
  /** For whom the route has no ear: their events wait for the Messenger. */
  let refusedFor: string | undefined

  function userNow(): string {
    const { userId, email } = messenger.getOptions()
    return userId || email || ''
  }

  function schedule(): void {
    if (unsent || waiting.length > 0) timer ??= setTimeout(flush, PERIOD)
  }

  /** Where an event goes now; undefined where it has to wait. */
  function routeOf({ via, user }: WaitingEvent, isLeaving: boolean): 'messenger' | 'api' | undefined {
    const { status } = messenger.getState()
    if (via === 'api') return 'api'
    if (status === 'ready') return 'messenger'
    return user !== refusedFor && (status === 'blocked' || status === 'off' || isLeaving) ? 'api' : undefined
  }

  function take(count: number, choose: (event: WaitingEvent) => boolean): WaitingEvent[] {
    const taken = waiting.filter(choose).slice(0, count)
    waiting = waiting.filter((event) => !taken.includes(event))
    return taken
  }

  function refuse({ events: batch }: Batch, status: number): void {
    report('events_refused', { status })
    refusedFor = userNow()
    waiting = [...batch.filter(({ via }) => via === 'messenger'), ...waiting].slice(-MAX_WAITING)
    schedule()
  }

  function retryLater(batch: Batch, seconds: number): void {
    retryAt = Date.now() + Math.max(seconds * 1000, retryDelay)
    retryDelay = Math.min(retryDelay * 2, LAST_RETRY)
    unsent = batch
    schedule()
  }

  async function settle(batch: Batch, response: Response): Promise<void> {
    const seconds = Number(response.headers.get('retry-after')) || 0
    if (response.status === 429 || response.status === 409 || response.status >= 500) return retryLater(batch, seconds)
    if (!response.ok) return refuse(batch, response.status)
    const refusals = await readRefusals(response)
    if (refusals.some((code) => passing.has(code))) return retryLater(batch, seconds)
    if (refusals.length > 0) report('events_refused', { status: response.status })
    retryDelay = FIRST_RETRY
  }

  async function post(batch: Batch): Promise<void> {
    if (unsent === batch) unsent = undefined
    isPosting = true
    try {
      const response = await fetch(appAddress(`${API_ROOT}/events`), {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': batch.key },
        body: JSON.stringify(batch.events.map(({ name, metadata }) => ({ event_name: name, ...(metadata && { metadata }) }))),
        // Outlives the page.
        keepalive: true,
      })
      await settle(batch, response)
    } catch {
      retryLater(batch, 0)
    } finally {
      isPosting = false
    }
  }

  function nextBatch(isLeaving: boolean): Batch | undefined {
    if (unsent) return unsent
    const now = Date.now()
    let bytes = 0
    const taken = take(MAX_BATCH, (event) => {
      if (routeOf(event, isLeaving) !== 'api' || (!isLeaving && event.dueAt > now)) return false
      bytes += new TextEncoder().encode(JSON.stringify([event.name, event.metadata])).length + 60
      return bytes <= MAX_BYTES
    })
    return taken.length > 0 ? { key: makeKey(), events: taken } : undefined
  }

  function dropOthers(): void {
    const user = userNow()
    if (refusedFor !== user) refusedFor = undefined
    // A visitor may have become a user; events of a user who is gone would count as the next one's.
    const isTheirs = (event: WaitingEvent) => event.user === '' || event.user === user
    waiting = waiting.filter(isTheirs)
    if (unsent && !unsent.events.every(isTheirs)) unsent = undefined
  }

  function giveToMessenger(isLeaving: boolean): void {
    const now = Date.now()
    if (now - periodStart >= PERIOD) {
      periodStart = now
      sentInPeriod = 0
    }
    const count = isLeaving ? waiting.length : MAX_IN_PERIOD - sentInPeriod
    const given = take(count, (event) => routeOf(event, false) === 'messenger' && (isLeaving || event.dueAt <= now))
    sentInPeriod += given.length
    for (const { name, metadata } of given) messenger.actions.trackEvent(name, metadata)
  }

  function flush(isLeaving = false): void {
    clearTimeout(timer)
    timer = undefined
    dropOthers()
    giveToMessenger(isLeaving)
    if (isLeaving) {
      for (let batch = nextBatch(true); batch; batch = nextBatch(true)) void post(batch)
    } else if (!isPosting && Date.now() >= retryAt) {
      const batch = nextBatch(false)
      if (batch) void post(batch)
    }
    if (unsent || waiting.some((event) => routeOf(event, false))) schedule()
  }

  messenger.subscribe(() => {
    // Whoever logs out is still known to the server now, and no more in a second.
    if (messenger.getState().status === 'shutdown') flush(true)
    else schedule()
  })
  if (typeof document !== 'undefined') {
    addEventListener('pagehide', () => flush(true))
    // On a phone a page that is put aside may never be told that it ends.
    document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && flush(true))
  }

  return {
    track(name, metadata, { via = 'messenger', debounce = 0, at = Date.now() } = {}) {
      report('event', { name, metadata })
      if (findEventProblems(name, metadata).length > 0) return
      const user = userNow()
      if (debounce) {
        waiting = waiting.filter((event) => event.name !== name || event.user !== user || event.dueAt <= event.at)
      } else {
        const key = JSON.stringify([name, metadata, via, user])
        const last = lastSeen.get(key)
        if (last !== undefined && at - last < PERIOD) return
        lastSeen = new Map([...lastSeen].filter(([, seenAt]) => at - seenAt < PERIOD).concat([[key, at]]))
      }
      waiting = [...waiting, { name, metadata, at, dueAt: at + debounce, via, user }].slice(-MAX_WAITING)
      dropOthers()
      giveToMessenger(false)
      schedule()
    },
    flush,
  }
}

/** The events of the page. */
export const events: EventQueue = createEventQueue(pageMessenger)
