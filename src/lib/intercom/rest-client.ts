/**
 * Talks to Intercom's REST API for one request of ours: at most so long, at most so much, to one host, with every
 * answer checked. What fails, fails as an `ApiError`, which holds nothing that Intercom sent.
 *
 * https://developers.intercom.com/docs/references/rest-api/api.intercom.io
 */
import type { z } from 'zod'
import type { ErrorCode } from '@/lib/intercom/contracts'
import { ApiError } from '@/lib/intercom/errors'
import { errorListSchema } from '@/lib/intercom/intercom-schemas'
import { readText } from '@/lib/intercom/read-text'
import { retryAfterSeconds, retryDelay, sleep as sleepFor } from '@/lib/intercom/retry'
import type { IntercomSettings } from '@/lib/intercom/settings'

/** Milliseconds for everything that one request of ours asks of Intercom, other tries included. */
export const DEADLINE = 10_000

/** Bytes of one answer. A page of 50 conversations has about 110,000. */
const MAX_BODY = 4 * 1024 * 1024

/** Bytes of an answer that says what went wrong. */
const MAX_ERROR_BODY = 64 * 1024

/** A filter of Intercom's search, or a group of them. */
export type SearchQuery =
  | { field: string; operator: '=' | '!=' | '>' | '<' | '~' | 'IN'; value: string | number | string[] }
  | { operator: 'AND' | 'OR'; value: SearchQuery[] }

/** What `POST /conversations/search` and `POST /contacts/search` take. */
export interface SearchRequest {
  query: SearchQuery
  pagination: { per_page: number; starting_after?: string }
  sort?: { field: string; order: 'ascending' | 'descending' }
}

/** The part of Intercom's API that the routes use. */
export interface IntercomClient {
  /**
   * Reads one thing.
   *
   * @param path its parts, such as `['conversations', id]`; each may hold letters, digits, `_` and `-` alone
   * @param schema what the answer must be
   * @throws ApiError
   */
  get<T>(path: readonly string[], schema: z.ZodType<T>): Promise<T>
  /** Searches. It is a POST that only reads, so it is tried again like a GET. */
  search<T>(resource: 'contacts' | 'conversations', request: SearchRequest, schema: z.ZodType<T>): Promise<T>
}

/** What {@link createIntercomClient} takes. The functions are there to be replaced in tests. */
export interface IntercomClientOptions {
  settings: IntercomSettings
  /** Ends everything; usually that of the request which is being answered. */
  signal: AbortSignal
  /** Waits so many milliseconds, or until the signal throws. */
  sleep?: (milliseconds: number, signal: AbortSignal) => Promise<void>
  /** Gives a number from 0 to 1. */
  random?: () => number
}

/** What each status means for our caller. Those that are not here, nor 5xx, make the answer one that cannot be read. */
const codes: Record<number, ErrorCode> = {
  400: 'rejected',
  401: 'upstream_auth',
  403: 'upstream_forbidden',
  404: 'not_found',
  408: 'upstream_timeout',
  409: 'conflict',
  410: 'not_found',
  422: 'rejected',
  429: 'rate_limited',
}

function urlOf(origin: string, path: readonly string[]): string {
  for (const part of path) {
    // Routes check ids before; this is the last door, because fetch would resolve `..` and send a `?` on.
    if (!/^[A-Za-z0-9_-]{1,64}$/.test(part)) throw new ApiError('invalid_request', { reason: 'not a path part' })
  }
  return `${origin}/${path.join('/')}`
}

async function errorCodesOf(response: Response): Promise<string[]> {
  const text = await readText(response.body, MAX_ERROR_BODY).catch(() => null)
  try {
    return errorListSchema.parse(JSON.parse(text ?? ''))
  } catch {
    return []
  }
}

async function failureOf(response: Response): Promise<ApiError> {
  const { status } = response
  const upstreamCodes = await errorCodesOf(response)
  const reason = ['Intercom answered', status, ...upstreamCodes].join(' ')
  if (upstreamCodes.includes('intercom_version_invalid')) {
    const message = 'Intercom does not know the version in INTERCOM_API_VERSION. Set one that it offers, such as 2.14.'
    return new ApiError('not_configured', { message, reason })
  }
  if (status === 429) {
    return new ApiError('rate_limited', { retryAfter: retryAfterSeconds(response.headers, Date.now()), reason })
  }
  return new ApiError(codes[status] ?? (status >= 500 ? 'upstream_unavailable' : 'upstream_invalid'), { reason })
}

function unreadable(reason: string): ApiError {
  return new ApiError('upstream_invalid', { reason })
}

async function jsonOf(response: Response): Promise<unknown> {
  const type = response.headers.get('content-type') ?? ''
  if (!/^application\/([\w.-]+\+)?json\b/i.test(type)) {
    response.body?.cancel().catch(() => {})
    throw unreadable(`Intercom answered ${response.status} without JSON`)
  }
  const text = await readText(response.body, MAX_BODY)
  if (text === null) throw unreadable(`Intercom answered more than ${MAX_BODY} bytes`)
  try {
    return JSON.parse(text)
  } catch {
    // The parser's own message quotes what it read.
    throw unreadable('Intercom answered JSON that does not parse')
  }
}

/** What went wrong under `fetch`: only names such as ECONNRESET, since a message can quote a header. */
function connectionReason(thrown: unknown): string {
  const cause = thrown instanceof Error ? (thrown.cause as { code?: unknown } | undefined) : undefined
  const code = typeof cause?.code === 'string' && /^[A-Z0-9_]{1,40}$/.test(cause.code) ? cause.code : 'no code'
  return `The connection to Intercom failed (${code})`
}

function parse<T>(schema: z.ZodType<T>, data: unknown): T {
  const result = schema.safeParse(data)
  if (result.success) return result.data
  const paths = result.error.issues.slice(0, 5).map((issue) => issue.path.join('.') || 'the whole')
  throw unreadable(`Intercom's answer has another shape: ${paths.join(', ')}`)
}

/**
 * Makes a client for one request of ours. Its {@link DEADLINE} begins now.
 *
 * @param options the settings, and what ends it early
 */
export function createIntercomClient(options: IntercomClientOptions): IntercomClient {
  const { settings, sleep = sleepFor, random = Math.random } = options
  const signal = AbortSignal.any([options.signal, AbortSignal.timeout(DEADLINE)])

  async function send(method: 'GET' | 'POST', url: string, body: SearchRequest | undefined): Promise<unknown> {
    const response = await fetch(url, {
      method,
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${settings.token}`,
        'intercom-version': settings.version,
        ...(body && { 'content-type': 'application/json' }),
      },
      body: body && JSON.stringify(body),
      // A redirect would carry the token to another host. 'error' says so better, but not every edge runtime has it.
      redirect: 'manual',
      cache: 'no-store',
      signal,
    })
    if (response.type === 'opaqueredirect') throw unreadable('Intercom answered with a redirect')
    if (!response.ok) throw await failureOf(response)
    return jsonOf(response)
  }

  function errorOf(thrown: unknown): ApiError {
    if (options.signal.aborted) return new ApiError('upstream_timeout', { reason: 'The caller went away' })
    if (signal.aborted) return new ApiError('upstream_timeout', { reason: `No answer in ${DEADLINE} ms` })
    if (thrown instanceof ApiError) return thrown
    return new ApiError('upstream_unavailable', { reason: connectionReason(thrown) })
  }

  async function read<T>(method: 'GET' | 'POST', url: string, schema: z.ZodType<T>, body?: SearchRequest): Promise<T> {
    for (let retries = 0, delay: number | null = 0; ; retries += 1) {
      try {
        if (delay > 0) await sleep(delay, signal)
        return parse(schema, await send(method, url, body))
      } catch (thrown) {
        const error = errorOf(thrown)
        delay = retryDelay(error, retries, random())
        if (delay === null) throw error
      }
    }
  }

  return {
    get: async (path, schema) => read('GET', urlOf(settings.origin, path), schema),
    search: async (resource, request, schema) =>
      read('POST', urlOf(settings.origin, [resource, 'search']), schema, request),
  }
}
