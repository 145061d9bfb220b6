import { RequestError, type RequestErrorCode } from '../shared/api-client.ts'
import type { failureReasonStrings } from './tables/failures.ts'
import type { errorStateStrings } from './tables/inbox.ts'
import type { Translator } from './format-string.ts'

type ErrorKey = keyof typeof errorStateStrings

/** Reason with a string and a title, such as `offline` and `offlineTitle`. */
export type ErrorReason = { [Key in ErrorKey]: `${Key}Title` extends ErrorKey ? Key : never }[ErrorKey]

const sharedReasons: Partial<Record<RequestErrorCode, ErrorReason & keyof typeof failureReasonStrings>> = {
  offline: 'offline',
  unauthorized: 'unauthorized',
  forbidden: 'forbidden',
  not_found: 'notFound',
  invalid_request: 'rejected',
  rejected: 'rejected',
  rate_limited: 'rateLimited',
  not_configured: 'configuration',
  upstream_auth: 'configuration',
  upstream_forbidden: 'configuration',
  upstream_invalid: 'upstream',
  upstream_unavailable: 'upstream',
  upstream_timeout: 'timeout',
}

/** Returns the code of a failed request, or `internal` for any other error. */
export function getErrorCode(error: Error): RequestErrorCode {
  return error instanceof RequestError ? error.code : 'internal'
}

/** Returns the key of the string that explains a failed read. */
export function getErrorReason(error: Error): ErrorReason {
  const code = getErrorCode(error)
  return code === 'malformed' ? 'malformed' : (sharedReasons[code] ?? 'unknown')
}

/** Returns whether a failed write may have succeeded, because its response was lost or unclear. */
export function mayHaveSucceeded(error: unknown): boolean {
  // These errors occur before anything is sent to Intercom.
  if (!(error instanceof RequestError) || error.code === 'unavailable' || sharedReasons[error.code] === 'configuration') return false
  return error.status === 0 || error.status >= 500 || error.code === 'conflict' || error.code === 'malformed'
}

/** Returns a sentence that explains a failed write. */
export function getFailureReason(error: Error, t: Translator<typeof failureReasonStrings>): string {
  if (error.name === 'NotReadableError' || error.name === 'NotFoundError') return t('file')
  const code = getErrorCode(error)
  if (code === 'conflict') return t('conflict')
  if (code === 'payload_too_large') return t('tooLarge')
  return t(sharedReasons[code] ?? 'unknown', { reason: error.message })
}
