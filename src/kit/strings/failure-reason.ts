import { RequestError, type RequestErrorCode } from '../shared/api-client.ts'
import type { failureReasonStrings } from './tables/failures.ts'
import type { errorStateStrings } from './tables/inbox.ts'
import type { Translator } from './format-string.ts'

type ErrorKey = keyof typeof errorStateStrings

/** A reason has two strings: `offline`, for example, and its title `offlineTitle`. */
export type ErrorReason = { [Key in ErrorKey]: `${Key}Title` extends ErrorKey ? Key : never }[ErrorKey]

/** Reasons for failed reads and failed writes. */
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

/** Returns the key of the string that explains an error of a read. */
export function getErrorReason(error: Error): ErrorReason {
  const code = getErrorCode(error)
  return code === 'malformed' ? 'malformed' : (sharedReasons[code] ?? 'unknown')
}

/** Whether a write may have succeeded although it failed: the response was lost, or doesn't say. */
export function mayHaveSucceeded(error: unknown): boolean {
  // These errors occur before anything is sent to Intercom.
  if (!(error instanceof RequestError) || error.code === 'unavailable' || sharedReasons[error.code] === 'configuration') return false
  return error.status === 0 || error.status >= 500 || error.code === 'conflict' || error.code === 'malformed'
}

/**
 * Returns a sentence that says why a write failed.
 *
 * @param t strings of `failureReasonStrings`
 */
export function getFailureReason(error: Error, t: Translator<typeof failureReasonStrings>): string {
  if (error.name === 'NotReadableError' || error.name === 'NotFoundError') return t('file')
  const code = getErrorCode(error)
  if (code === 'conflict') return t('conflict')
  if (code === 'payload_too_large') return t('tooLarge')
  return t(sharedReasons[code] ?? 'unknown', { reason: error.message })
}
