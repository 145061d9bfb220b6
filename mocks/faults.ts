/** A fault and the requests that it affects. Without `method` and `path`, it affects every request. */
export interface Fault {
  id: FaultId
  /** Affects only requests with this HTTP method, such as `GET`. */
  method?: string
  /** Affects only paths that equal this string or match this expression. */
  path?: string | RegExp
  /** Number of requests to fail. @default Infinity */
  times?: number
}

/** `answer` handles the request as usual, including its changes to the workspace. */
type FaultHandler = (answer: () => Promise<Response>, request: Request) => Response | Promise<Response>

const json = 'application/json; charset=utf-8'
const html = 'text/html; charset=utf-8'

function createErrorFault(
  status: number,
  code: string,
  message: string,
  extra: { field?: string; headers?: HeadersInit } = {},
): FaultHandler {
  return () => {
    const error = { code, message, ...(extra.field ? { field: extra.field } : {}) }
    const body = { type: 'error.list', request_id: FAULT_REQUEST_ID, errors: [error] }
    return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': json, ...extra.headers } })
  }
}

/** Faults happen before a request gets its own id. */
const FAULT_REQUEST_ID = 'fa017000-0000-4000-8000-000000000000'

const createRawFault = (status: number, contentType: string, body: string): FaultHandler => () =>
  new Response(body, { status, headers: { 'Content-Type': contentType } })

/** Clients compare rate-limit headers with their own clock, not the workspace's. */
const secondsFromNow = (seconds: number): number => Math.floor(Date.now() / 1000) + seconds

const createRateLimitFault = (headers: () => Record<string, string>): FaultHandler => (answer, request) =>
  createErrorFault(429, 'rate_limit_exceeded', 'Exceeded rate limit of 1666 in 10_seconds', {
    headers: headers(),
  })(answer, request)

/** Responds after `ms`, or never without it. Stops waiting when the caller aborts. */
const delay = (ms?: number): FaultHandler => async (answer, { signal }) => {
  await new Promise<void>((resolve) => {
    const timer = ms === undefined ? undefined : setTimeout(resolve, ms)
    const stop = () => {
      clearTimeout(timer)
      resolve()
    }
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })
  return signal.aborted ? Response.error() : answer()
}

type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/** Changes the JSON body of a successful response. */
const transform = (change: (body: Json) => Json): FaultHandler => async (answer) => {
  const response = await answer()
  const text = await response.text()
  const body = response.ok && text !== '' ? JSON.stringify(change(JSON.parse(text) as Json)) : text
  return new Response(text === '' ? null : body, { status: response.status, headers: response.headers })
}

/** Applies `change` to every object of a JSON value, innermost first. */
function mapObjects(value: Json, change: (object: Record<string, Json>) => Record<string, Json>): Json {
  if (Array.isArray(value)) return value.map((item) => mapObjects(item, change))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, item]) => [key, mapObjects(item, change)] as const)
  return change(Object.fromEntries(entries))
}

const addUnknownFields = (body: Json): Json => mapObjects(body, (object) => {
  const grown: Record<string, Json> = { ...object, unheard_of: { of: ['tomorrow'] } }
  const parts = object.conversation_parts
  if (object.type === 'conversation_part.list' && Array.isArray(parts) && parts.length > 0) {
    grown.conversation_parts = [
      ...parts,
      { ...(parts.at(-1) as Record<string, Json>), id: '31259999999', part_type: 'quantum_flip', body: null },
    ]
  }
  return grown
})

const removeAuthors = (body: Json): Json => mapObjects(body, (object) => {
  const hollow = { ...object }
  for (const key of ['author', 'body', 'created_at']) if (key in hollow) hollow[key] = null
  return hollow
})

const FIVE_MEGABYTES = 5 * 1024 * 1024

const addPadding = (body: Json): Json =>
  typeof body === 'object' && body !== null && !Array.isArray(body) ? {
    ...body,
    padding: 'x'.repeat(FIVE_MEGABYTES),
  } : body

const truncateStream: FaultHandler = async (answer) => {
  const response = await answer()
  const bytes = new Uint8Array(await response.arrayBuffer())
  const half = bytes.slice(0, Math.max(1, Math.floor(bytes.length / 2)))
  let sent = false
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent) controller.error(new TypeError('The connection was closed in the middle of the response'))
      else controller.enqueue(half)
      sent = true
    },
  })
  return new Response(stream, { status: response.status, headers: response.headers })
}

/**
 * `offline`: the request never arrives. `conn-reset` and `truncated-stream`: it takes effect, but the response is lost.
 * `slow-10s`: it takes effect after ten seconds, if the caller still waits.
 */
const faultHandlers = {
  offline: () => Response.error(),
  'slow-10s': delay(10_000),
  never: delay(),
  '401': createErrorFault(401, 'unauthorized', 'Access Token Invalid'),
  '403': createErrorFault(403, 'api_plan_restricted', 'Active subscription needed.'),
  '404': createErrorFault(404, 'not_found', 'Resource Not Found'),
  '422': createErrorFault(422, 'parameter_invalid', 'is invalid', { field: 'email' }),
  '429-reset': createRateLimitFault(() => ({
    'X-RateLimit-Limit': '10000', 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': String(secondsFromNow(2)),
  })),
  '429-retry-after-s': createRateLimitFault(() => ({ 'Retry-After': '2' })),
  '429-retry-after-date': createRateLimitFault(() => ({ 'Retry-After': new Date(secondsFromNow(2) * 1000).toUTCString() })),
  '429-hostile': createRateLimitFault(() => ({ 'Retry-After': '999999999' })),
  '500': createErrorFault(500, 'server_error', 'Something went wrong'),
  '502-html': createRawFault(502, html, '<html><body><h1>502 Bad Gateway</h1><script>alert(1)</script></body></html>'),
  '503': createErrorFault(503, 'service_unavailable', 'Sorry, the API service is temporarily unavailable'),
  '200-html': createRawFault(200, html, '<html><body>Please log in</body></html>'),
  '200-malformed': createRawFault(200, json, '{"type":"conversation.list","conv'),
  '200-empty': createRawFault(200, json, ''),
  '204': () => new Response(null, { status: 204 }),
  '200-wrong-shape': createRawFault(200, json, '{"type":"conversation.list","conversations":null}'),
  '200-unknown-fields': transform(addUnknownFields),
  '200-null-author': transform(removeAuthors),
  '200-5MB': transform(addPadding),
  'truncated-stream': truncateStream,
  redirect: () => new Response(null, { status: 302, headers: { Location: 'https://attacker.test/' } }),
  'conn-reset': async (answer) => {
    await answer()
    return Response.error()
  },
} satisfies Record<string, FaultHandler>

/** Id of a fault, such as `429-reset`. */
export type FaultId = keyof typeof faultHandlers

/** Ids of all faults. */
export const faultIds = Object.keys(faultHandlers) as FaultId[]

/** Whether a fault affects a request with this method and path. */
export function matchesFault(fault: Fault, method: string, path: string): boolean {
  if (fault.method !== undefined && fault.method.toUpperCase() !== method) return false
  if (fault.path === undefined) return true
  return typeof fault.path === 'string' ? fault.path === path : fault.path.test(path)
}

/**
 * Applies a fault to a request.
 * @param answer Handles the request as usual. Faults that let the request through call it.
 * @returns `Response.error()` for a network failure.
 */
export async function applyFault(
  id: FaultId, answer: () => Promise<Response>, request: Request,
): Promise<Response> {
  const handler: FaultHandler = faultHandlers[id]
  return handler(answer, request)
}
