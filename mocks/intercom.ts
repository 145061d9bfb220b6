import { findEndpoint, nobodyAnswers } from './api/router.ts'
import { ApiFailure, errorList, invalid } from './api/errors.ts'
import { type Answer, isObject } from './api/endpoint.ts'
import { type ApiVersion, findVersion, presentConversation } from './api/present.ts'
import { wakeSnoozed } from './changes.ts'
import { NOW } from './data/clock.ts'
import { buildWorkspace } from './data/workspace.ts'
import { type Fault, type FaultId, makeFault, meetsFault } from './faults.ts'
import { toWebhookItem, type WorkspaceChange } from './notification.ts'
import { rateLimiter } from './rate-limit.ts'
import type { Timestamp } from './types.ts'
import type { Workspace } from './workspace.ts'

/** A request that the mocked Intercom received. */
export interface ReceivedRequest {
  method: string
  url: string
  path: string
  query: Record<string, string>
  /** By lower-case names. */
  headers: Record<string, string>
  /** The parsed JSON, the text where it is none, or null. */
  body: unknown
}

/** What a mocked Intercom is made of. */
export interface IntercomOptions {
  /**
   * What is in it; a support week by default. A function is called now and again by `reset()`; a workspace that is
   * given as it is, is copied now for that purpose.
   */
  workspace?: Workspace | (() => Workspace)
  /** The present moment in Unix seconds, for everything that is recorded. By default it stands still at `NOW`. */
  now?: () => Timestamp
  /** The one access token that is accepted. By default every token is, except `invalid`. */
  token?: string
  /**
   * How many requests are answered in ten seconds before 429. By default nobody is ever refused, and the headers
   * count down from Intercom's own limit.
   */
  rateLimit?: number
}

/** A mocked Intercom. */
export interface Intercom {
  /** Answers a request as Intercom would, whatever its host. Where there is no answer, it is `Response.error()`. */
  handle: (request: Request) => Promise<Response>
  /** {@link handle} for code that takes a `fetch`: fails, follows redirects and is aborted as `fetch` is. */
  fetch: typeof fetch
  /** What is in it now. Plain data, free to be changed. */
  readonly workspace: Workspace
  /** The requests that were received, oldest first; the last 1,000 of them. */
  readonly requests: readonly ReceivedRequest[]
  /** Makes requests fail, until it is called with null. */
  setFault: (fault: Fault | FaultId | null) => void
  /** Back to the start: the first workspace, no requests, no fault. Listeners stay. */
  reset: () => void
  /**
   * Calls a listener after every change.
   * @returns Stops that.
   */
  on: (listener: (change: WorkspaceChange) => void) => () => void
}

const REQUESTS_KEPT = 1000

function readStart(start: IntercomOptions['workspace']): () => Workspace {
  if (start === undefined) return () => buildWorkspace()
  if (typeof start === 'function') return start
  const copy = structuredClone(start)
  let first: Workspace | null = start
  return () => {
    const workspace = first ?? structuredClone(copy)
    first = null
    return workspace
  }
}

async function record(request: Request): Promise<ReceivedRequest> {
  const url = new URL(request.url)
  const text = await request.clone().text()
  let body: unknown = text === '' ? null : text
  try {
    if (text !== '') body = JSON.parse(text)
  } catch {
    // Kept as text.
  }
  return {
    method: request.method,
    url: request.url,
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: Object.fromEntries(request.headers),
    body,
  }
}

function readVersion(request: Request): ApiVersion {
  const version = request.headers.get('Intercom-Version') ?? '2.14'
  const known = findVersion(version)
  if (known) return known
  throw new ApiFailure(400, 'intercom_version_invalid', `The requested version could not be found: ${version}`)
}

function checkToken(request: Request, expected: string | undefined): void {
  const token = /^Bearer\s+(\S+)\s*$/i.exec(request.headers.get('Authorization') ?? '')?.[1]
  const accepted = expected === undefined ? token !== undefined && token !== 'invalid' : token === expected
  if (!accepted) throw new ApiFailure(401, 'unauthorized', 'Access Token Invalid')
}

async function readBody(request: Request): Promise<Record<string, unknown>> {
  const text = await request.text()
  if (text.trim() === '') return {}
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    throw invalid('Invalid JSON in the body of the request')
  }
  if (!isObject(body)) throw invalid('The body of the request must be a JSON object')
  return body
}

/**
 * An Intercom that runs wherever a `Request` exists: it keeps state, speaks API 2.11 to 2.16 and the preview, and fails on demand.
 * https://developers.intercom.com/docs/references/2.14/rest-api/api.intercom.io
 */
export function createIntercom(options: IntercomOptions = {}): Intercom {
  const start = readStart(options.workspace)
  const now = options.now ?? (() => NOW)
  const limiter = rateLimiter(options.rateLimit)
  const listeners = new Set<(change: WorkspaceChange) => void>()
  let workspace = start()
  let requests: ReceivedRequest[] = []
  let fault: (Fault & { left: number }) | null = null
  let handled = 0

  const emit = (topic: string, item: object) => {
    for (const listener of listeners) listener({ topic, item: toWebhookItem(topic, item) })
  }

  async function call(request: Request): Promise<Answer> {
    const version = readVersion(request)
    if (!/(\*\/\*|application\/(json|\*))/.test(request.headers.get('Accept') ?? '*/*')) {
      throw new ApiFailure(406, 'not_acceptable', 'The Accept header must allow application/json')
    }
    const url = new URL(request.url)
    const found = findEndpoint(request.method, url.pathname, version)
    if (!found) throw nobodyAnswers(request.method, url.pathname)
    const body = request.method === 'GET' ? {} : await readBody(request)
    for (const conversation of wakeSnoozed(workspace, now())) {
      emit('conversation.admin.unsnoozed', presentConversation(conversation, { version }))
    }
    const { endpoint, params } = found
    return endpoint.answer({ workspace, now: now(), version, params, query: url.searchParams, body, emit })
  }

  async function answer(request: Request): Promise<Response> {
    const requestId = `${(++handled).toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`
    const headers = new Headers({ 'Content-Type': 'application/json; charset=utf-8', 'X-Request-Id': requestId })
    try {
      checkToken(request, options.token)
      limiter.count(headers)
      headers.set('Intercom-Version', readVersion(request))
      const { status, body } = await call(request)
      if (body === undefined) headers.delete('Content-Type')
      return new Response(body === undefined ? null : JSON.stringify(body), { status, headers })
    } catch (error) {
      // A fault of the mock itself is shown as Intercom shows its own, with what was wrong.
      const failure = error instanceof ApiFailure ? error : new ApiFailure(500, 'server_error', String(error))
      return new Response(JSON.stringify(errorList(requestId, failure)), { status: failure.status, headers })
    }
  }

  function takeFault(method: string, path: string): FaultId | null {
    if (!fault || fault.left <= 0 || !meetsFault(fault, method, path)) return null
    fault.left -= 1
    return fault.id
  }

  async function handle(request: Request): Promise<Response> {
    const received = await record(request)
    requests = [...requests.slice(1 - REQUESTS_KEPT), received]
    const faultId = takeFault(received.method, received.path)
    return faultId === null ? answer(request) : makeFault(faultId, () => answer(request), request)
  }

  return {
    handle,
    async fetch(input, init) {
      const request = new Request(input, init)
      request.signal.throwIfAborted()
      const response = await handle(request)
      request.signal.throwIfAborted()
      if (response.type === 'error') throw new TypeError('fetch failed')
      const location = response.headers.get('Location')
      if (response.status < 300 || response.status > 399 || location === null || request.redirect === 'manual') {
        return response
      }
      if (request.redirect === 'error') throw new TypeError('fetch failed: unexpected redirect')
      const followed = new Request(new URL(location, request.url), { headers: request.headers })
      requests = [...requests, await record(followed)]
      return new Response('{}', { headers: { 'Content-Type': 'application/json' } })
    },
    get workspace() {
      return workspace
    },
    get requests() {
      return requests
    },
    setFault(next) {
      const wanted = typeof next === 'string' ? { id: next } : next
      fault = wanted === null ? null : { ...wanted, left: wanted.times ?? Number.POSITIVE_INFINITY }
    },
    reset() {
      workspace = start()
      requests = []
      fault = null
      limiter.reset()
    },
    on(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
