import type { ErrorCode, ErrorResponse } from '../../contracts/index.ts'
import { toJsonResponse } from './json-response.ts'

const table: Record<ErrorCode, { status: number; message: string }> = {
  invalid_request: { status: 400, message: 'The request is not valid. Check its path, query and body.' },
  unauthorized: { status: 401, message: 'Sign in to see this.' },
  forbidden: { status: 403, message: "You don't have permission to do this." },
  not_found: { status: 404, message: 'Not found, or you may not see it.' },
  method_not_allowed: { status: 405, message: 'This route does not support this method. The header Allow lists the ones it does.' },
  conflict: { status: 409, message: 'Another request changed or created it in the meantime. Reload and try again.' },
  payload_too_large: { status: 413, message: 'The request is too large. Send less text, or fewer or smaller files.' },
  unsupported_media_type: { status: 415, message: 'Send JSON, with the content type application/json.' },
  rejected: { status: 422, message: "Intercom did not accept this request. The app's log says why." },
  rate_limited: { status: 429, message: 'Too many requests. Try again in a moment.' },
  not_configured: { status: 500, message: 'Intercom is not set up in this app. GET /api/intercom/health says what is missing.' },
  unavailable: { status: 503, message: 'The app cannot reach its storage at the moment. Try again in a few seconds.' },
  upstream_auth: {
    status: 502,
    message: "Intercom does not accept this app's access token. Check INTERCOM_ACCESS_TOKEN and INTERCOM_REGION.",
  },
  upstream_forbidden: {
    status: 502,
    message: "This app's access token lacks a permission in Intercom. Check its permissions and your Intercom plan.",
  },
  upstream_invalid: { status: 502, message: "Intercom sent an invalid response. Try again. If it keeps happening, look up the request_id in the app's log." },
  upstream_unavailable: { status: 503, message: 'Intercom cannot be reached at the moment. Try again in a few seconds.' },
  upstream_timeout: { status: 504, message: 'Intercom took too long to respond. Check whether the change was made before you repeat it.' },
  internal: { status: 500, message: "Something went wrong on our side. Try again. If it keeps happening, look up the request_id in the app's log." },
}

interface ApiErrorDetails {
  /** Message for the caller: what happened, and what to do. Each code has a default. */
  message?: string
  /** Seconds until a retry, at least 1. */
  retryAfter?: number
  /** Problem of each invalid field, by name. */
  fields?: Record<string, string>
  /** Reason for the log only. Must not contain secrets or users' text. */
  reason?: string
  /** Id of the existing contact after a `conflict`. Never sent. */
  existingId?: string
}

/** Error with a message for the caller. Any other error becomes `internal`, and its message is only logged. */
export class ApiError extends Error {
  readonly code: ErrorCode
  readonly status: number
  readonly retryAfter: number | undefined
  readonly fields: Record<string, string> | undefined
  readonly reason: string | undefined
  readonly existingId: string | undefined

  constructor(code: ErrorCode, details: ApiErrorDetails = {}) {
    super(details.message ?? table[code].message)
    this.name = 'ApiError'
    this.code = code
    this.status = table[code].status
    this.retryAfter = details.retryAfter
    this.fields = details.fields
    this.reason = details.reason
    this.existingId = details.existingId
  }
}

export function toErrorResponse(error: ApiError, requestId: string, headers: Record<string, string> = {}): Response {
  const body: ErrorResponse = {
    error: {
      code: error.code,
      message: error.message,
      request_id: requestId,
      ...(error.retryAfter && { retry_after: error.retryAfter }),
      ...(error.fields && { fields: error.fields }),
    },
  }
  const retryAfter = error.retryAfter && { 'retry-after': String(error.retryAfter) }
  return toJsonResponse(error.status, body, { ...headers, ...retryAfter })
}
