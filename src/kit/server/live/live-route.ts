/**
 * Tells a page that is open what changes, as server-sent events: an agent of every conversation, a customer of their
 * own and of nothing that only teammates see.
 *
 * https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
import { answered, type RouteContext } from '../http/with-request-log.ts'
import type { Principal } from '../http/principal.ts'
import { getBus, type BusEntry, type BusSubscription } from './live-bus.ts'
import { type LiveEvent, liveEventSchema } from '../../contracts/index.ts'
import { isCrossSite } from '../http/cross-site.ts'
import { ApiError } from '../http/errors.ts'
import type { RouteHandler } from '../http/route-handler.ts'
import { findOwnContact } from '../people/find-own-contact.ts'
import { identify, principalId } from '../http/principals.ts'
import { countRequest } from '../http/rate-limit.ts'
import { parseQuery } from '../http/request-input.ts'
import { createIntercomClient } from '../intercom/intercom-client.ts'
import { readSettings } from '../settings.ts'

/** Milliseconds between two signs of life: proxies close what is silent for 30 to 60 seconds. */
const HEARTBEAT = 25_000

/** Milliseconds that a stream lasts: whoever comes back is asked anew who they are, and platforms end it anyway. */
const LASTS = 270_000

/** Milliseconds that a page waits before it comes back. */
const RETRY = 1000

/** Events that wait for a reader who is slow, before the stream is ended. */
const MAX_WAITING = 256

/** Streams of one person at one instance: more than anybody has tabs of an inbox. */
const MAX_STREAMS = 20

/** How often one person may come: twenty tabs, and some that come back at once. */
const LIMIT = { requests: 60, seconds: 60 }

/** What a customer is told of; the rest is the team's. */
const publicChanges = new Set(['message', 'state', 'contact'])

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  // Compressed, it would be held back until there is enough of it.
  'cache-control': 'private, no-store, no-transform',
  'x-accel-buffering': 'no',
  'x-content-type-options': 'nosniff',
  vary: 'Sec-Fetch-Site, Origin, Cookie, Authorization',
}

const streams = new Map<string, number>()

/** Counts one more stream of somebody; gives what counts it off again. */
function countStream(principal: Principal): () => void {
  const who = principalId(principal)
  const count = streams.get(who) ?? 0
  if (count >= MAX_STREAMS) {
    throw new ApiError('rate_limited', { message: 'Too many pages of yours are open. Close some of them.', retryAfter: 60 })
  }
  streams.set(who, count + 1)
  return () => {
    const left = (streams.get(who) ?? 1) - 1
    if (left > 0) streams.set(who, left)
    else streams.delete(who)
  }
}

/** What somebody may be told of an event; null for nothing. */
type View = (event: LiveEvent) => LiveEvent | null

async function viewOf(principal: Principal, signal: AbortSignal): Promise<View> {
  if (principal.kind === 'agent') return (event) => event
  const own = await findOwnContact(createIntercomClient({ settings: readSettings(), signal }), principal)
  return (event) => {
    if (!own) return null
    if (event.kind === 'contact') return event.contact_id === own.id ? event : null
    if (!publicChanges.has(event.change) || !event.contact_ids.includes(own.id)) return null
    return { ...event, contact_ids: [own.id] }
  }
}

function message(name: 'change' | 'ready' | 'resync', id: string, data: object): string {
  return `event: ${name}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`
}

function messageOf({ id, event }: BusEntry, view: View): string {
  if (!event) return message('resync', id, {})
  const seen = view(event)
  return seen ? message('change', id, seen) : ''
}

/** What is told first: what was missed, and that nothing is missed from then on. */
function opening({ id, missed }: BusSubscription, view: View): string {
  const before = missed ? missed.map((entry) => messageOf(entry, view)).join('') : message('resync', id, {})
  return `retry: ${RETRY}\n${before}${message('ready', id, {})}`
}

interface Opened {
  subscription: BusSubscription
  view: View
  /** Says who hears of entries from now on, and gives them those that came already. */
  listen: (listener: (entry: BusEntry) => void) => void
  /** Called once, when the stream has ended, however it did. */
  release: () => void
  signal: AbortSignal
}

function streamOf({ subscription, view, listen, release, signal }: Opened): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let heart: ReturnType<typeof setTimeout> | undefined
  let end: ReturnType<typeof setTimeout> | undefined
  let isOpen = true
  let close = () => {}

  function stop(): void {
    if (!isOpen) return
    isOpen = false
    clearTimeout(heart)
    clearTimeout(end)
    signal.removeEventListener('abort', close)
    release()
  }

  return new ReadableStream<Uint8Array>({
    start(controller) {
      close = () => {
        if (isOpen) controller.close()
        stop()
      }
      const send = (text: string) => {
        if (!isOpen || text === '') return
        controller.enqueue(encoder.encode(text))
        // A reader who does not keep up is let go, and makes up for it when they come back.
        if ((controller.desiredSize ?? 0) <= 0) close()
      }
      const beat = () => {
        send(':\n\n')
        if (isOpen) heart = setTimeout(beat, HEARTBEAT)
      }
      heart = setTimeout(beat, HEARTBEAT)
      end = setTimeout(close, LASTS)
      signal.addEventListener('abort', close)
      send(opening(subscription, view))
      listen((entry) => send(messageOf(entry, view)))
      if (signal.aborted) close()
    },
    cancel: stop,
  }, { highWaterMark: MAX_WAITING })
}

async function open(principal: Principal, request: Request): Promise<ReadableStream<Uint8Array>> {
  const uncount = countStream(principal)
  try {
    const view = await viewOf(principal, request.signal)
    const early: BusEntry[] = []
    let listener = (entry: BusEntry): void => void early.push(entry)
    const lastId = request.headers.get('last-event-id') ?? undefined
    const subscription = await getBus().subscribe((entry) => listener(entry), lastId)
    return streamOf({
      subscription,
      view,
      listen: (next) => {
        listener = next
        early.forEach(next)
      },
      release: () => {
        subscription.stop()
        uncount()
      },
      signal: request.signal,
    })
  } catch (thrown) {
    uncount()
    throw thrown
  }
}

/**
 * Makes the route that pages listen to: `createRoute(authorize, createLiveRoute({ path }))`. Somebody who comes back with `Last-Event-ID` is told
 * what they missed, or to fetch everything again where that is not known any more. Every stream ends after a few minutes.
 *
 * @param options where it is mounted
 */
export function createLiveRoute({ path }: { path: string }): { GET: RouteHandler; HEAD: RouteHandler } {
  async function admit(request: Request, { authorize }: RouteContext): Promise<Principal> {
    if (isCrossSite(request)) throw new ApiError('forbidden', { message: 'Requests from other sites are not answered.' })
    parseQuery(undefined, request)
    const principal = await identify(request, authorize)
    await countRequest(principal, `GET ${path}`, LIMIT)
    return principal
  }
  const GET = answered(path, async (request, context) =>
    new Response(await open(await admit(request, context), request), { headers }),
  )
  const HEAD = answered(path, async (request, context) => {
    await admit(request, context)
    return new Response(null, { headers })
  })
  const about = {
    path,
    summary: 'Tells what changes, as server-sent events: an agent of everything, a customer of their own conversations.',
    allow: ['agent', 'customer'] as const,
    response: liveEventSchema,
    contentType: 'text/event-stream',
    limit: LIMIT,
  }
  return { GET: Object.assign(GET, { about }), HEAD }
}
