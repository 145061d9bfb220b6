import type { ErrorCode, ErrorResponse } from '../contracts/index.ts'
import { forgetUser, getSession } from './session.ts'

declare const process: { env: { NODE_ENV?: string } }

/** Path of the kit's routes, without the base path. */
export const API_ROOT = '/api/intercom'

let basePath = ''

/** Sets the base path of the app's routes, such as `/shop`. Call it in the browser, in the module of the app's provider. */
export function setBasePath(path: string): void {
  basePath = path
}

export function toAppUrl(path: string): string {
  return basePath + path
}

let viewer = ''

/** Returns the hashed id of the signed-in user, or an empty string before the first response. */
export function getViewer(): string {
  return viewer
}

/** Declares the user of a response. A late response, of a session that has ended, says nothing about the current user. */
export function readViewer({ headers }: Response, startedIn: number): void {
  const id = headers.get('x-intercom-viewer')
  if (id && startedIn === getSession()) setViewer(id)
}

/** Declares the signed-in user by hashed id. Another user ends the session. */
export function setViewer(id: string): void {
  if (id === viewer) return
  const isOther = viewer !== ''
  viewer = id
  if (isOther) forgetUser(false)
  import('./session-tabs.ts').then((tabs) => tabs.rememberPrincipal('inbox', { id, email: '' }, isOther), () => {})
}

/** Code of a failed request: sent by the app's route, or `offline` (no response) or `malformed` (unexpected response). */
export type RequestErrorCode = ErrorCode | 'offline' | 'malformed'

/** Failed request to the app's own routes. `ErrorState` explains its `code` to the user. */
export class RequestError extends Error {
  readonly code: RequestErrorCode
  /** HTTP status, or 0 without a response. */
  readonly status: number
  /** Id of the request in the server's log. */
  readonly requestId: string | undefined
  /** Seconds to wait before a retry, if the server requests that. */
  readonly retryAfter: number | undefined
  /** Messages about invalid values, by field. */
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
  return new RequestError('malformed', "The server's response couldn't be read.", status)
}

/** Codes for responses of a proxy, a firewall or a sign-in page in front of the routes. */
const codesInFront: Partial<Record<number, ErrorCode>> = {
  401: 'unauthorized', 403: 'forbidden', 407: 'unauthorized', 413: 'payload_too_large', 429: 'rate_limited',
}

/** Returns the seconds of a `Retry-After` header, which may be a date. At most an hour. */
function readRetryAfter(value: string | null): number | undefined {
  const seconds = Math.ceil(Number(value) || (Date.parse(`${value}`) - Date.now()) / 1000)
  return seconds ? Math.min(Math.max(seconds, 1), 3600) : undefined
}

function toRequestError({ status, headers, redirected }: Response, data: unknown): RequestError {
  const error = (data as Partial<ErrorResponse> | null)?.error
  // Hosts and gateways also send a code and a message, but no request id.
  if (typeof error?.code !== 'string' || typeof error.message !== 'string' || typeof error.request_id !== 'string') {
    const code = codesInFront[redirected && data === undefined ? 401 : status] ?? 'malformed'
    return new RequestError(code, 'Something in front of the app responded.', status, {
      retry_after: readRetryAfter(headers.get('retry-after')),
    })
  }
  return new RequestError(error.code, error.message, status, error)
}

const warned = new Set<string>()

/** Warns once, in development. The kit's own 404 responses have a body. */
function warnAboutMissingRoute(url: string): void {
  if (process.env.NODE_ENV === 'production') return
  const isKit = url.startsWith(`${API_ROOT}/`)
  const path = isKit ? API_ROOT : url
  if (warned.has(path)) return
  warned.add(path)
  const cure = isKit
    ? 'Create app/api/intercom/[...path]/route.ts with: export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = createIntercomRoutes({ authorize }). The item intercom-api contains that file.'
    : 'The item account-settings contains that route.'
  // oxlint-disable-next-line no-console -- Developers look here first.
  console.warn(`Intercom: ${toAppUrl(path)} responded with 404, so this app has no route there. ${cure}`)
}

/**
 * Fetches JSON from one of the app's routes.
 *
 * @param isExpected checks the response. Returning `false` fails the request
 * @throws RequestError if the request fails. An abort is thrown unchanged
 */
export async function requestJson<T>(url: string, isExpected: (data: T) => boolean, init?: RequestInit): Promise<T> {
  let response: Response
  let data: unknown
  const session = getSession()
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
  readViewer(response, session)
  if (response.status === 404 && data === undefined) warnAboutMissingRoute(url)
  // The app's routes never redirect: HTML after a redirect is a sign-in page.
  if (!response.ok || (response.redirected && data === undefined)) throw toRequestError(response, data)
  if (typeof data !== 'object' || data === null || !isExpected(data as T)) throw toMalformedResponseError(response.status)
  return data as T
}

export function isAbort(reason: unknown): boolean {
  return reason instanceof Error && reason.name === 'AbortError'
}

/** Whether a retry can succeed without a change by the user or the app. */
export function isTemporary(error: unknown): boolean {
  if (isAbort(error)) return false
  if (!(error instanceof RequestError)) return true
  return error.code === 'offline' || error.code === 'rate_limited' || error.status >= 500
}
