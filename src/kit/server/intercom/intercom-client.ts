import type { z } from 'zod'
import { startDeadline } from './deadline.ts'
import { ApiError } from '../http/errors.ts'
import { getRetryDelay, sleep as sleepFor } from './retry.ts'
import type { IntercomSettings } from '../settings.ts'
import {
  getConnectionFailureReason, toApiError, readJson, isBeforeConnection, PAGE_LIMITS, parseResponse, THREAD_LIMITS, createUnreadableError, isSafeToRepeat,
} from './intercom-response.ts'

/** Milliseconds for all requests to Intercom of one route call, retries included. */
export const DEADLINE = 10_000

export type SearchQuery =
  | { field: string; operator: '=' | '!=' | '>' | '<' | '~' | 'IN'; value: string | number | boolean | string[] }
  | { operator: 'AND' | 'OR'; value: SearchQuery[] }

export interface SearchRequest {
  query: SearchQuery
  pagination: { per_page: number; starting_after?: string }
  sort?: { field: string; order: 'ascending' | 'descending' }
}

/** Client of Intercom's REST API for one route call, with a deadline. Its errors contain no data from Intercom. */
export interface IntercomClient {
  /** Sends a GET request to a path such as `['conversations', id]`, with the parameters of a query string. */
  get<T>(path: readonly string[], schema: z.ZodType<T>, query?: Record<string, string>): Promise<T>
  /** Searches. Retried like a GET request, because it only reads. */
  search<T>(resource: 'contacts' | 'conversations', request: SearchRequest, schema: z.ZodType<T>): Promise<T>
  /**
   * Sends a write. Retried only if Intercom certainly did nothing: after 429 or without a connection, never after a timeout or
   * 5xx. Without a schema, Intercom must respond with 202 or 204.
   */
  send<T>(method: WriteMethod, path: readonly string[], body: object, schema: z.ZodType<T>): Promise<T>
  send(method: WriteMethod, path: readonly string[], body: object, schema: null): Promise<void>
  /** Version of the API, such as `2.14`. */
  readonly version: string
  /**
   * Whether Intercom may have changed something, also if a response was lost. If `false`, starting over is safe. Contacts
   * themselves don't count, because writing one again changes nothing.
   */
  readonly mayHaveWritten: boolean
}

type WriteMethod = 'POST' | 'PUT' | 'DELETE'

interface IntercomClientOptions {
  settings: IntercomSettings
  signal: AbortSignal
  /** Called before each request to Intercom, retries included. If it throws, the request is not sent. */
  beforeCall?: () => Promise<void>
  sleep?: (milliseconds: number, signal: AbortSignal) => Promise<void>
  /** Returns a number from 0 to 1. */
  random?: () => number
}

function buildUrl(origin: string, path: readonly string[], query?: Record<string, string>): string {
  for (const part of path) {
    // `fetch` would resolve `..` and accept a `?`, so ids are checked again here.
    if (!/^[A-Za-z0-9_-]{1,64}$/.test(part)) throw new ApiError('invalid_request', { reason: 'not a path part' })
  }
  return `${origin}/${path.join('/')}${query ? `?${new URLSearchParams(query)}` : ''}`
}

/** Creates a client for one route call. Its deadline of ten seconds starts now. */
export function createIntercomClient(options: IntercomClientOptions): IntercomClient {
  const { settings, sleep = sleepFor, random = Math.random } = options
  const { signal, runWithin } = startDeadline(DEADLINE, options.signal)

  let mayHaveWritten = false

  async function sendRequest(method: 'GET' | WriteMethod, url: string, body: object | undefined): Promise<Response> {
    if (options.beforeCall) await options.beforeCall()
    const response = await fetch(url, {
      method,
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${settings.token}`,
        'intercom-version': settings.version,
        ...(body && { 'content-type': 'application/json' }),
      },
      body: body && JSON.stringify(body),
      // A redirect would send the token to another host. Some edge runtimes don't support 'error'.
      redirect: 'manual',
      cache: 'no-store',
      signal,
    })
    if (response.type === 'opaqueredirect') throw createUnreadableError('Intercom responded with a redirect')
    if (!response.ok) throw await toApiError(response)
    return response
  }

  function toClientError(thrown: unknown): ApiError {
    if (options.signal.aborted) return new ApiError('upstream_timeout', { reason: 'The client disconnected' })
    if (signal.aborted) return new ApiError('upstream_timeout', { reason: `No response within ${DEADLINE} ms` })
    if (thrown instanceof ApiError) return thrown
    return new ApiError('upstream_unavailable', { reason: getConnectionFailureReason(thrown) })
  }

  async function repeat<T>(run: () => Promise<T>, mayRepeat: (error: ApiError, thrown: unknown) => boolean): Promise<T> {
    for (let retries = 0, delay: number | null = 0; ; retries += 1) {
      try {
        if (delay > 0) await sleep(delay, signal)
        return await run()
      } catch (thrown) {
        const error = toClientError(thrown)
        delay = mayRepeat(error, thrown) ? getRetryDelay(error, retries, random()) : null
        if (delay === null) throw error
      }
    }
  }

  async function read<T>(method: 'GET' | 'POST', url: string, schema: z.ZodType<T>, body?: SearchRequest): Promise<T> {
    const limits = method === 'POST' ? PAGE_LIMITS : THREAD_LIMITS
    return runWithin(() => repeat(async () => parseResponse(schema, await readJson(await sendRequest(method, url, body), limits)), () => true))
  }

  async function writeOnce<T>(method: WriteMethod, url: string, body: object, schema: z.ZodType<T> | null) {
    const before = mayHaveWritten
    mayHaveWritten = before || !/^\/contacts(\/[^/]+)?$/.test(url.slice(settings.origin.length))
    try {
      const response = await sendRequest(method, url, body)
      if (schema) return parseResponse(schema, await readJson(response, THREAD_LIMITS))
      response.body?.cancel().catch(() => {})
      if (response.status !== 202 && response.status !== 204) throw createUnreadableError(`Intercom responded with ${response.status}`)
      return undefined
    } catch (thrown) {
      if (isSafeToRepeat(thrown)) mayHaveWritten = before
      throw thrown
    }
  }

  async function send<T>(method: WriteMethod, path: readonly string[], body: object, schema: z.ZodType<T> | null) {
    const url = buildUrl(settings.origin, path)
    return runWithin(() => repeat(
      () => writeOnce(method, url, body, schema),
      (error, thrown) => error.code === 'rate_limited' || isBeforeConnection(thrown),
    ))
  }

  return {
    get: async (path, schema, query) => read('GET', buildUrl(settings.origin, path, query), schema),
    search: async (resource, request, schema) =>
      read('POST', buildUrl(settings.origin, [resource, 'search']), schema, request),
    send: send as IntercomClient['send'],
    version: settings.version,
    get mayHaveWritten() {
      return mayHaveWritten
    },
  }
}
