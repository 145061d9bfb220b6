/** Ways in which Intercom, or the way to it, can fail. Each is switched on by its id. */

/** A fault, and the requests that meet it. Without `method` and `path` all do. */
export interface Fault {
  id: FaultId
  /** Only requests with this method, such as `GET`. */
  method?: string
  /** Only requests whose path equals this string, or matches this expression. */
  path?: string | RegExp
  /** How many requests meet it before it is gone; all of them by default. */
  times?: number
}

/** How a fault is made: `answer` gives what the API would have answered, state changed and all. */
type Make = (answer: () => Promise<Response>, request: Request) => Response | Promise<Response>

const json = 'application/json; charset=utf-8'
const html = 'text/html; charset=utf-8'

function errors(
  status: number,
  code: string,
  message: string,
  extra: { field?: string; headers?: HeadersInit } = {},
): Make {
  return () => {
    const error = { code, message, ...(extra.field ? { field: extra.field } : {}) }
    const body = { type: 'error.list', request_id: FAULT_REQUEST_ID, errors: [error] }
    return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': json, ...extra.headers } })
  }
}

/** Faults happen before a request has an id of its own. */
const FAULT_REQUEST_ID = 'fa017000-0000-4000-8000-000000000000'

const raw = (status: number, contentType: string, body: string): Make => () =>
  new Response(body, { status, headers: { 'Content-Type': contentType } })

/** Rate-limit headers tell the time of day on the network, not the workspace's. */
const secondsFromNow = (seconds: number): number => Math.floor(Date.now() / 1000) + seconds

const limited = (headers: () => Record<string, string>): Make => (answer, request) =>
  errors(429, 'rate_limit_exceeded', 'Exceeded rate limit of 1666 in 10_seconds', {
    headers: headers(),
  })(answer, request)

/** Answers later; not at all once the caller has given up. Without `ms` that is what it waits for. */
const delayed = (ms?: number): Make => async (answer, { signal }) => {
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

/** Answers as usual, with the JSON body changed. Answers that are not a success stay as they are. */
const transformed = (change: (body: Json) => Json): Make => async (answer) => {
  const response = await answer()
  const text = await response.text()
  const body = response.ok && text !== '' ? JSON.stringify(change(JSON.parse(text) as Json)) : text
  return new Response(text === '' ? null : body, { status: response.status, headers: response.headers })
}

/** Rebuilds a JSON value from its leaves up. */
function mapObjects(value: Json, change: (object: Record<string, Json>) => Record<string, Json>): Json {
  if (Array.isArray(value)) return value.map((item) => mapObjects(item, change))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, item]) => [key, mapObjects(item, change)] as const)
  return change(Object.fromEntries(entries))
}

const addUnknown = (body: Json): Json => mapObjects(body, (object) => {
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

const nullAuthors = (body: Json): Json => mapObjects(body, (object) => {
  const hollow = { ...object }
  for (const key of ['author', 'body', 'created_at']) if (key in hollow) hollow[key] = null
  return hollow
})

const FIVE_MEGABYTES = 5 * 1024 * 1024

const fattened = (body: Json): Json =>
  typeof body === 'object' && body !== null && !Array.isArray(body) ? {
    ...body,
    padding: 'x'.repeat(FIVE_MEGABYTES),
  } : body

const cutOff: Make = async (answer) => {
  const response = await answer()
  const bytes = new Uint8Array(await response.arrayBuffer())
  const half = bytes.slice(0, Math.max(1, Math.floor(bytes.length / 2)))
  let sent = false
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent) controller.error(new TypeError('The connection was closed in the middle of the answer'))
      else controller.enqueue(half)
      sent = true
    },
  })
  return new Response(stream, { status: response.status, headers: response.headers })
}

/**
 * Every fault by its id. `offline`: the request never arrives. `conn-reset` and `truncated-stream`: it arrives and
 * takes effect, and the answer is lost. `slow-10s`: it takes effect after ten seconds, if the caller still waits.
 */
const makers = {
  offline: () => Response.error(),
  'slow-10s': delayed(10_000),
  never: delayed(),
  '401': errors(401, 'unauthorized', 'Access Token Invalid'),
  '403': errors(403, 'api_plan_restricted', 'Active subscription needed.'),
  '404': errors(404, 'not_found', 'Resource Not Found'),
  '422': errors(422, 'parameter_invalid', 'is invalid', { field: 'email' }),
  '429-reset': limited(() => ({
    'X-RateLimit-Limit': '10000', 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': String(secondsFromNow(2)),
  })),
  '429-retry-after-s': limited(() => ({ 'Retry-After': '2' })),
  '429-retry-after-date': limited(() => ({ 'Retry-After': new Date(secondsFromNow(2) * 1000).toUTCString() })),
  '429-hostile': limited(() => ({ 'Retry-After': '999999999' })),
  '500': errors(500, 'server_error', 'Something went wrong'),
  '502-html': raw(502, html, '<html><body><h1>502 Bad Gateway</h1><script>alert(1)</script></body></html>'),
  '503': errors(503, 'service_unavailable', 'Sorry, the API service is temporarily unavailable'),
  '200-html': raw(200, html, '<html><body>Please log in</body></html>'),
  '200-malformed': raw(200, json, '{"type":"conversation.list","conv'),
  '200-empty': raw(200, json, ''),
  '204': () => new Response(null, { status: 204 }),
  '200-wrong-shape': raw(200, json, '{"type":"conversation.list","conversations":null}'),
  '200-unknown-fields': transformed(addUnknown),
  '200-null-author': transformed(nullAuthors),
  '200-5MB': transformed(fattened),
  'truncated-stream': cutOff,
  redirect: () => new Response(null, { status: 302, headers: { Location: 'https://attacker.test/' } }),
  'conn-reset': async (answer) => {
    await answer()
    return Response.error()
  },
} satisfies Record<string, Make>

/** The id of a fault. */
export type FaultId = keyof typeof makers

/** The ids of all faults. */
export const faultIds = Object.keys(makers) as FaultId[]

/** Whether a request meets a fault. */
export function meetsFault(fault: Fault, method: string, path: string): boolean {
  if (fault.method !== undefined && fault.method.toUpperCase() !== method) return false
  if (fault.path === undefined) return true
  return typeof fault.path === 'string' ? fault.path === path : fault.path.test(path)
}

/**
 * Makes a fault of what would have been an answer.
 * @param answer Handles the request as usual; called by those faults that let it through.
 * @returns `Response.error()` where there is no answer at all: a door turns that into its kind of network failure.
 */
export async function makeFault(
  id: FaultId, answer: () => Promise<Response>, request: Request,
): Promise<Response> {
  const make: Make = makers[id]
  return make(answer, request)
}
