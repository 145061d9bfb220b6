import { findEndpoint, createNotSimulatedError } from './api/router.ts'
import { ApiFailure, toErrorList, invalid } from './api/errors.ts'
import { type ApiResponse, isObject } from './api/endpoint.ts'
import { type ApiVersion, findVersion, presentConversation } from './api/present.ts'
import { wakeSnoozed } from './changes.ts'
import { NOW } from './data/clock.ts'
import { buildWorkspace } from './data/workspace.ts'
import { type Fault, type FaultId, applyFault, matchesFault } from './faults.ts'
import { toWebhookItem, type WorkspaceChange } from './notification.ts'
import { createRateLimiter } from './rate-limit.ts'
import type { Timestamp } from './types.ts'
import type { Workspace } from './workspace.ts'

/** A request that the mocked Intercom received. */
export interface ReceivedRequest {
  method: string
  url: string
  path: string
  query: Record<string, string>
  /** Names are lower-case. */
  headers: Record<string, string>
  /** Parsed JSON, or text if the body is not JSON, or `null` without a body. */
  body: unknown
}

/** Options of {@link createIntercom}. */
export interface IntercomOptions {
  /** Initial data. `reset()` calls a function again, and restores a copy of a plain workspace. @default buildWorkspace */
  workspace?: Workspace | (() => Workspace)
  /** Returns the current time in Unix seconds. @default () => NOW */
  now?: () => Timestamp
  /** The only access token to accept. By default, every token except `invalid` is accepted. */
  token?: string
  /** Requests per ten seconds before the mock responds with 429. By default, requests are counted but never rejected. */
  rateLimit?: number
}

/** A mocked Intercom with its data and the requests it received. */
export interface Intercom {
  /** Handles a request to any host. Returns `Response.error()` for a network failure. */
  handle: (request: Request) => Promise<Response>
  /** Works like `fetch`: rejects on network failures and aborts, and follows redirects. */
  fetch: typeof fetch
  /** Current data. Tests may change it directly. */
  readonly workspace: Workspace
  /** The last 1,000 requests, oldest first. */
  readonly requests: readonly ReceivedRequest[]
  /** Makes matching requests fail until called with `null`. */
  setFault: (fault: Fault | FaultId | null) => void
  /** Restores the initial workspace, and clears requests and faults. Listeners stay. */
  reset: () => void
  /**
   * Calls `listener` after every change.
   * @returns Removes the listener.
   */
  on: (listener: (change: WorkspaceChange) => void) => () => void
}

const REQUESTS_KEPT = 1000

function toWorkspaceFactory(start: IntercomOptions['workspace']): () => Workspace {
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

async function recordRequest(request: Request): Promise<ReceivedRequest> {
  const url = new URL(request.url)
  const text = await request.clone().text()
  let body: unknown = text === '' ? null : text
  try {
    if (text !== '') body = JSON.parse(text)
  } catch {
    // Keep the text.
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
 * Creates a mocked Intercom that runs anywhere `Request` exists. It supports API versions 2.11 to 2.16 and Preview.
 * https://developers.intercom.com/docs/references/2.14/rest-api/api.intercom.io
 */
export function createIntercom(options: IntercomOptions = {}): Intercom {
  const start = toWorkspaceFactory(options.workspace)
  const now = options.now ?? (() => NOW)
  const limiter = createRateLimiter(options.rateLimit)
  const listeners = new Set<(change: WorkspaceChange) => void>()
  let workspace = start()
  let requests: ReceivedRequest[] = []
  let fault: (Fault & { left: number }) | null = null
  let handled = 0

  const emit = (topic: string, item: object) => {
    for (const listener of listeners) listener({ topic, item: toWebhookItem(topic, item) })
  }

  async function callEndpoint(request: Request): Promise<ApiResponse> {
    const version = readVersion(request)
    if (!/(\*\/\*|application\/(json|\*))/.test(request.headers.get('Accept') ?? '*/*')) {
      throw new ApiFailure(406, 'not_acceptable', 'The Accept header must allow application/json')
    }
    const url = new URL(request.url)
    const found = findEndpoint(request.method, url.pathname, version)
    if (!found) throw createNotSimulatedError(request.method, url.pathname)
    const body = request.method === 'GET' ? {} : await readBody(request)
    for (const conversation of wakeSnoozed(workspace, now())) {
      emit('conversation.admin.unsnoozed', presentConversation(conversation, { version }))
    }
    const { endpoint, params } = found
    return endpoint.respond({ workspace, now: now(), version, params, query: url.searchParams, body, emit })
  }

  async function respond(request: Request): Promise<Response> {
    const requestId = `${(++handled).toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`
    const headers = new Headers({ 'Content-Type': 'application/json; charset=utf-8', 'X-Request-Id': requestId })
    try {
      checkToken(request, options.token)
      limiter.count(headers)
      headers.set('Intercom-Version', readVersion(request))
      const { status, body } = await callEndpoint(request)
      if (body === undefined) headers.delete('Content-Type')
      return new Response(body === undefined ? null : JSON.stringify(body), { status, headers })
    } catch (error) {
      // Report a bug in the mock like an error of Intercom's, with its message.
      const failure = error instanceof ApiFailure ? error : new ApiFailure(500, 'server_error', String(error))
      return new Response(JSON.stringify(toErrorList(requestId, failure)), { status: failure.status, headers })
    }
  }

  function takeFault(method: string, path: string): FaultId | null {
    if (!fault || fault.left <= 0 || !matchesFault(fault, method, path)) return null
    fault.left -= 1
    return fault.id
  }

  async function handle(request: Request): Promise<Response> {
    const received = await recordRequest(request)
    requests = [...requests.slice(1 - REQUESTS_KEPT), received]
    const faultId = takeFault(received.method, received.path)
    return faultId === null ? respond(request) : applyFault(faultId, () => respond(request), request)
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
      requests = [...requests, await recordRequest(followed)]
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
