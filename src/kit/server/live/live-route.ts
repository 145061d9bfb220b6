import { type LiveEvent, liveEventSchema, type LiveStatus } from '../../contracts/index.ts'
import { isCrossSite } from '../http/cross-site.ts'
import { ApiError } from '../http/errors.ts'
import { identify, getPrincipalId, type Principal } from '../http/principals.ts'
import { countRequest } from '../http/rate-limit.ts'
import { parseQuery } from '../http/request-input.ts'
import type { RouteHandler } from '../http/route-handler.ts'
import { withRequestLog, type RouteContext } from '../http/with-request-log.ts'
import { createIntercomClient } from '../intercom/intercom-client.ts'
import { findOwnContact } from '../people/contacts.ts'
import { readSettings } from '../settings.ts'
import { within } from '../async-work.ts'
import { readLastDelivery } from './live-changes.ts'
import { type BusEntry, type BusSubscription, getBus } from './live-bus.ts'
import { registerStream } from './open-streams.ts'

/** Milliseconds between heartbeats. Proxies close streams that are silent for 30 to 60 seconds. */
const HEARTBEAT = 25_000

/** Milliseconds until a stream ends, so that `authorize` runs again. Platforms limit streams anyway. */
const LASTS = 270_000
const RETRY = 1000

/** Milliseconds to wait for the bus before opening the stream without it. */
const FIRST_BUS_DEADLINE = 800

/** Milliseconds per attempt to subscribe, and between attempts. */
const BUS_DEADLINE = 2000

/** Seconds after which a page gets a new `webhook_at`. */
const STATUS_AGE = 60 * 60

/** Most events to buffer for a slow page. */
const MAX_WAITING = 256
export const MAX_STREAMS = 20

/** Twenty tabs, some of which reconnect at once. */
const LIMIT = { requests: 60, seconds: 60 }

const publicChanges = new Set(['message', 'state', 'contact'])

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  // Compression would buffer events.
  'cache-control': 'private, no-store, no-transform',
  'x-accel-buffering': 'no',
  'x-content-type-options': 'nosniff',
  vary: 'Sec-Fetch-Site, Origin, Cookie, Authorization',
}

const streams = new Map<string, number>()

/** Counts a stream. Returns a function that ends the count. */
function countStream(principal: Principal): () => void {
  const user = getPrincipalId(principal)
  const count = streams.get(user) ?? 0
  if (count >= MAX_STREAMS) {
    throw new ApiError('rate_limited', { message: 'Too many open pages. Close some of them.', retryAfter: 60 })
  }
  streams.set(user, count + 1)
  return () => {
    const left = (streams.get(user) ?? 1) - 1
    if (left > 0) streams.set(user, left)
    else streams.delete(user)
  }
}

type View = (event: LiveEvent) => LiveEvent | null

async function createView(principal: Principal, signal: AbortSignal): Promise<View> {
  if (principal.kind === 'agent') return (event) => event
  const own = await findOwnContact(createIntercomClient({ settings: readSettings(), signal }), principal)
  return (event) => {
    if (!own) return null
    if (event.kind === 'contact') return event.contact_id === own.id && !event.change ? event : null
    if (!publicChanges.has(event.change) || !event.contact_ids.includes(own.id)) return null
    return { ...event, contact_ids: [own.id] }
  }
}

const encoder = new TextEncoder()

/** Bytes of each entry as agents get it, so that thousands of streams encode it once. */
const encoded = new WeakMap<LiveEvent, Uint8Array>()

function encodeForAgents(id: string, event: LiveEvent): Uint8Array {
  const known = encoded.get(event)
  if (known) return known
  const bytes = encoder.encode(formatChange(id, event))
  encoded.set(event, bytes)
  return bytes
}

function formatChange(id: string, event: LiveEvent): string {
  if (event.kind === 'contact') return formatStreamMessage('change', id, event)
  const { via: _via, ...change } = event
  return formatStreamMessage('change', id, change)
}

function formatStreamMessage(name: 'change' | 'ready' | 'resync', id: string | null, data: object): string {
  return `event: ${name}\n${id === null ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`
}

/** Subscription that buffers entries until the stream listens. */
interface Feed {
  subscription: BusSubscription
  isDelayed: () => boolean
  listen: (onEntry: (entry: BusEntry) => void, onDelay: () => void) => void
}

async function subscribe(lastId: string | undefined): Promise<Feed> {
  const early: BusEntry[] = []
  let onEntry = (entry: BusEntry): void => void early.push(entry)
  let onDelay = () => {}
  let isDelayed = false
  const subscribing = getBus().subscribe((entry) => onEntry(entry), lastId, (next) => {
    isDelayed = next
    onDelay()
  })
  try {
    const subscription = await within(BUS_DEADLINE, subscribing)
    return {
      subscription,
      isDelayed: () => isDelayed,
      listen(nextEntry, nextDelay) {
        early.forEach(nextEntry)
        onEntry = nextEntry
        onDelay = nextDelay
      },
    }
  } catch (thrown) {
    subscribing.then(({ stop }) => stop(), () => {})
    throw thrown
  }
}

interface Opened {
  subscribing: Promise<Feed>
  isSubscribed: boolean
  lastId: string | undefined
  view: View
  webhookAt: number | null
  isAgent: boolean
  release: () => void
  signal: AbortSignal
}

function createStream({ subscribing, isSubscribed, lastId, view, isAgent, release, signal, ...opened }: Opened): ReadableStream<Uint8Array> {
  let { webhookAt } = opened
  let statusSentAt = webhookAt ?? 0
  let feed: Feed | undefined
  let heartbeat: ReturnType<typeof setTimeout> | undefined
  let end: ReturnType<typeof setTimeout> | undefined
  let retry: ReturnType<typeof setTimeout> | undefined
  let isOpen = true
  let unregister = () => {}
  let close = () => {}
  let send: (text: string | Uint8Array) => void = () => {}

  function stop(): void {
    if (!isOpen) return
    isOpen = false
    for (const timer of [heartbeat, end, retry]) clearTimeout(timer)
    signal.removeEventListener('abort', close)
    unregister()
    feed?.subscription.stop()
    release()
  }

  /** Rounds the time for customers, because it would reveal when the team writes notes. */
  function getStatus(): LiveStatus {
    const webhook_at = webhookAt === null || isAgent ? webhookAt : Math.max(1, webhookAt - (webhookAt % STATUS_AGE))
    return { delayed: !feed || feed.isDelayed(), webhook_at }
  }

  function toText({ id, event }: BusEntry): string {
    if (!event) return formatStreamMessage('resync', id, {})
    const seen = view(event)
    if (!seen) return ''
    return formatChange(id, seen) + (isStatusDue(seen) ? formatStreamMessage('ready', id, getStatus()) : '')
  }

  /** Whether the page has to learn that a webhook has arrived. */
  function isStatusDue(event: LiveEvent): boolean {
    if (event.kind !== 'conversation' || !event.via) return false
    webhookAt = Math.floor(Date.now() / 1000)
    if (webhookAt - statusSentAt < STATUS_AGE) return false
    statusSentAt = webhookAt
    return true
  }

  function sendEntry(entry: BusEntry): void {
    const { id, event } = entry
    if (!isAgent || !event) return send(toText(entry))
    send(encodeForAgents(id, event))
    if (isStatusDue(event)) send(formatStreamMessage('ready', id, getStatus()))
  }

  function startFeed(next: Feed, isFirst: boolean): void {
    feed = next
    const { id, missed } = next.subscription
    const isKnown = missed && (isFirst || lastId !== undefined)
    const before = isKnown ? missed.map(toText).join('') : formatStreamMessage('resync', id, {})
    send(`${isFirst ? `retry: ${RETRY}\n` : ''}${before}${formatStreamMessage('ready', id, getStatus())}`)
    next.listen(sendEntry, () => send(formatStreamMessage('ready', null, getStatus())))
  }

  /** Subscribes until it succeeds. Meanwhile the page knows that changes are delayed. */
  async function keepSubscribing(attempt: Promise<Feed>): Promise<void> {
    try {
      const next = await attempt
      if (isOpen) startFeed(next, isSubscribed)
      else next.subscription.stop()
    } catch {
      if (isOpen) retry = setTimeout(() => void keepSubscribing(subscribe(lastId)), BUS_DEADLINE)
    }
  }

  return new ReadableStream<Uint8Array>({
    async start(controller) {
      close = () => {
        if (isOpen) controller.close()
        stop()
      }
      send = (text) => {
        if (!isOpen || text === '') return
        controller.enqueue(typeof text === 'string' ? encoder.encode(text) : text)
        // A page that can't keep up reconnects, and gets the missed entries.
        if ((controller.desiredSize ?? 0) <= 0) close()
      }
      const sendHeartbeat = () => {
        send(':\n\n')
        if (isOpen) heartbeat = setTimeout(sendHeartbeat, HEARTBEAT)
      }
      heartbeat = setTimeout(sendHeartbeat, HEARTBEAT)
      end = setTimeout(close, LASTS)
      signal.addEventListener('abort', close)
      unregister = registerStream((milliseconds) => {
        send(`retry: ${milliseconds}\n\n`)
        close()
      })
      if (signal.aborted) close()
      if (isSubscribed) return keepSubscribing(subscribing)
      send(`retry: ${RETRY}\n${formatStreamMessage('ready', null, getStatus())}`)
      void keepSubscribing(subscribing)
    },
    cancel: stop,
  }, { highWaterMark: MAX_WAITING })
}

async function openStream(principal: Principal, request: Request): Promise<ReadableStream<Uint8Array>> {
  const release = countStream(principal)
  try {
    const view = await createView(principal, request.signal)
    const lastId = request.headers.get('last-event-id') ?? undefined
    const subscribing = subscribe(lastId)
    const [isSubscribed, webhookAt] = await Promise.all([
      within(FIRST_BUS_DEADLINE, subscribing).then(() => true, (thrown: unknown) => {
        if (thrown instanceof ApiError && thrown.code === 'not_configured') throw thrown
        return false
      }),
      within(FIRST_BUS_DEADLINE, readLastDelivery()).catch(() => null),
    ])
    return createStream({
      subscribing, isSubscribed, lastId, view, webhookAt, isAgent: principal.kind === 'agent', release, signal: request.signal,
    })
  } catch (thrown) {
    release()
    throw thrown
  }
}

/** A page that reconnects with `Last-Event-ID` gets the missed events, or `resync` if they are gone. */
export function createLiveRoute({ path }: { path: string }): { GET: RouteHandler; HEAD: RouteHandler } {
  async function authorizeRequest(request: Request, { authorize }: RouteContext): Promise<Principal> {
    if (isCrossSite(request)) throw new ApiError('forbidden', { message: 'Requests from other sites are refused. See INTERCOM_TRUSTED_ORIGINS.' })
    parseQuery(undefined, request)
    const principal = await identify(request, authorize)
    await countRequest(principal, `GET ${path}`, LIMIT)
    return principal
  }
  const GET = withRequestLog(path, async (request, context) =>
    new Response(await openStream(await authorizeRequest(request, context), request), { headers }),
  )
  const HEAD = withRequestLog(path, async (request, context) => {
    await authorizeRequest(request, context)
    return new Response(null, { headers })
  })
  const about = {
    path,
    summary: 'Streams changes as server-sent events. Customers receive only changes of their own conversations.',
    allow: ['agent', 'customer'] as const,
    response: liveEventSchema,
    contentType: 'text/event-stream',
    limit: LIMIT,
  }
  return { GET: Object.assign(GET, { about }), HEAD }
}
