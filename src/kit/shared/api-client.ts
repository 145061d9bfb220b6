/**
 * How the browser talks to the app's own routes: one way to fetch, one error to catch.
 */
import type { ErrorCode, ErrorResponse } from '../contracts/index.ts'

declare const process: { env: { NODE_ENV?: string } }

/** Where the routes are, below the app's {@link setBasePath | base path}. */
export const API_ROOT = '/api/intercom'

let basePath = ''

/**
 * Says where the app is below its host, for one with a `basePath` of Next.js or behind another app: `setBasePath('/shop')`.
 * Call it in the browser, before anything is shown: in the module of the app's provider, say.
 *
 * @param path begins with a slash, and does not end with one; empty for the root of the host
 */
export function setBasePath(path: string): void {
  basePath = path
}

/** The address at which a path of the app is asked. */
export function toAppUrl(path: string): string {
  return basePath + path
}

/** Why a request failed: a code of our routes, or `offline` (nothing came back) or `malformed` (what came back is not ours). */
export type RequestErrorCode = ErrorCode | 'offline' | 'malformed'

/** A request to our own routes that failed. What `code` means to a person is said by `ErrorState`. */
export class RequestError extends Error {
  readonly code: RequestErrorCode
  /** The HTTP status, or 0 where nothing came back. */
  readonly status: number
  /** For a support request: the id under which the server logged it. */
  readonly requestId: string | undefined
  /** Seconds to wait before another try, where the server says so. */
  readonly retryAfter: number | undefined
  /** What was wrong, by field, where the request was refused for its content. */
  readonly fields: Record<string, string> | undefined

  constructor(code: RequestErrorCode, message: string, status = 0, details: Partial<ErrorResponse['error']> = {}) {
    super(message)
    this.name = 'RequestError'
    this.code = code
    this.status = status
    this.requestId = details.request_id
    this.retryAfter = details.retry_after
    this.fields = details.fields
  }
}

function toMalformedResponseError(status: number): RequestError {
  return new RequestError('malformed', 'The answer of the server could not be read.', status)
}

/** Codes of responses that something in front of the routes sent: a proxy, a firewall, a sign-in wall. */
const codesInFront: Partial<Record<number, ErrorCode>> = {
  401: 'unauthorized', 403: 'forbidden', 407: 'unauthorized', 413: 'payload_too_large', 429: 'rate_limited',
}

/** Seconds that a `Retry-After` header asks to wait, as a number or a date; at most an hour. */
function readRetryAfter(value: string | null): number | undefined {
  if (!value) return undefined
  const seconds = /^\d+$/.test(value) ? Number(value) : Math.ceil((Date.parse(value) - Date.now()) / 1000)
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 1), 3600) : undefined
}

function toRequestError({ status, headers, redirected }: Response, data: unknown): RequestError {
  const error = (data as Partial<ErrorResponse> | null)?.error
  if (typeof error?.code !== 'string' || typeof error.message !== 'string') {
    const code = codesInFront[redirected && data === undefined ? 401 : status]
    if (!code) return toMalformedResponseError(status)
    return new RequestError(code, 'The request was refused before it reached the app.', status, {
      retry_after: readRetryAfter(headers.get('retry-after')),
    })
  }
  return new RequestError(error.code, error.message, status, error)
}

const missing = new Set<string>()

/** In development, names the line that adds a route which the app lacks, once. The kit's own 404 has a body. */
function warnAboutMissingRoute(url: string): void {
  if (process.env.NODE_ENV === 'production') return
  const isKit = url.startsWith(`${API_ROOT}/`)
  const path = isKit ? API_ROOT : url
  if (missing.has(path)) return
  missing.add(path)
  const cure = isKit
    ? 'Create app/api/intercom/[...path]/route.ts with: export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = createIntercomRoutes({ authorize }). The item intercom-api brings that file.'
    : 'The item account-settings brings that route.'
  // oxlint-disable-next-line no-console -- in development the console is where a developer looks first
  console.warn(`Intercom: ${toAppUrl(path)} responded with 404, so this app has no route there. ${cure}`)
}

/**
 * Fetches JSON from one of our routes.
 *
 * @param url where it is: {@link API_ROOT}, and the rest with its query string
 * @param isExpected a quick look at the answer; one that it refuses is an error, not data
 * @param init as `fetch` takes it
 * @returns the answer
 * @throws RequestError for everything that is not that answer; an abort is thrown on as it is
 */
export async function requestJson<T>(
  url: string,
  isExpected: (data: T) => boolean,
  init?: RequestInit,
): Promise<T> {
  let response: Response
  let data: unknown
  try {
    response = await fetch(toAppUrl(url), { ...init, headers: { accept: 'application/json', ...init?.headers } })
    data = await response.json().catch((reason: unknown) => {
      if (reason instanceof SyntaxError) return undefined
      throw reason
    })
  } catch (reason) {
    if (isAbort(reason)) throw reason
    throw new RequestError('offline', 'The server could not be reached.')
  }
  if (response.status === 404 && data === undefined) warnAboutMissingRoute(url)
  // The app's own routes never redirect: a page of HTML after a redirect is a sign-in page.
  if (!response.ok || (response.redirected && data === undefined)) throw toRequestError(response, data)
  if (typeof data !== 'object' || data === null || !isExpected(data as T)) throw toMalformedResponseError(response.status)
  return data as T
}

/** Whether a request failed because its caller gave it up. */
export function isAbort(reason: unknown): boolean {
  return reason instanceof Error && reason.name === 'AbortError'
}

/** Whether another try of the same request can succeed without anybody doing anything. */
export function isTemporary(error: unknown): boolean {
  if (isAbort(error)) return false
  if (!(error instanceof RequestError)) return true
  return error.code === 'offline' || error.code === 'rate_limited' || error.status >= 500
}
