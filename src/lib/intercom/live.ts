/**
 * Tells a page that is open what changes, as server-sent events: an agent of every conversation, a customer of their
 * own and of nothing that only teammates see.
 *
 * https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
import { answered } from '@/lib/intercom/answered'
import type { Principal } from '@/lib/intercom/authorize'
import { getBus, type BusEntry, type BusSubscription } from '@/lib/intercom/bus'
import { liveEventSchema, type LiveEvent } from '@/lib/intercom/contracts'
import { isCrossSite } from '@/lib/intercom/cross-site'
import { ApiError } from '@/lib/intercom/errors'
import type { RouteHandler } from '@/lib/intercom/handler'
import { findOwnContact } from '@/lib/intercom/own-contact'
import { identify, principalId } from '@/lib/intercom/principals'
import { countRequest } from '@/lib/intercom/rate-limit'
import { parseQuery } from '@/lib/intercom/request-input'
import { createIntercomClient } from '@/lib/intercom/rest-client'
import { readSettings } from '@/lib/intercom/settings'

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
 * Makes the route that pages listen to: `route(live({ path }))`. Somebody who comes back with `Last-Event-ID` is told
 * what they missed, or to fetch everything again where that is not known any more. Every stream ends after a few minutes.
 *
 * @param options where it is mounted
 */
export function live({ path }: { path: string }): { GET: RouteHandler; HEAD: RouteHandler } {
  async function admit(request: Request): Promise<Principal> {
    if (isCrossSite(request)) throw new ApiError('forbidden', { message: 'Requests from other sites are not answered.' })
    parseQuery(undefined, request)
    const principal = await identify(request)
    await countRequest(principal, `GET ${path}`, LIMIT)
    return principal
  }
  const GET = answered(path, async (request) => new Response(await open(await admit(request), request), { headers }))
  const HEAD = answered(path, async (request) => {
    await admit(request)
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
