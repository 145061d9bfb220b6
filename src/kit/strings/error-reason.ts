import { RequestError, type RequestErrorCode } from '../shared/api-client.ts'
import type { errorStateMessages } from './tables/inbox.ts'

type Words = keyof typeof errorStateMessages

/** A reason has two strings: `offline`, for example, and its title `offlineTitle`. */
export type ErrorReason = { [Key in Words]: `${Key}Title` extends Words ? Key : never }[Words]

const reasons: Partial<Record<RequestErrorCode, ErrorReason>> = {
  unauthorized: 'unauthorized',
  forbidden: 'forbidden',
  not_found: 'notFound',
  rate_limited: 'rateLimited',
  upstream_unavailable: 'upstream',
  upstream_invalid: 'upstream',
  upstream_timeout: 'timeout',
  upstream_auth: 'configuration',
  upstream_forbidden: 'configuration',
  not_configured: 'configuration',
  offline: 'offline',
  malformed: 'malformed',
  invalid_request: 'rejected',
  rejected: 'rejected',
}

/** Returns the code of a failed request, or `internal` for any other error. */
export function getErrorCode(error: Error): RequestErrorCode {
  return error instanceof RequestError ? error.code : 'internal'
}

/** Returns the key of the string that explains an error to people. */
export function getErrorReason(error: Error): ErrorReason {
  return reasons[getErrorCode(error)] ?? 'unknown'
}
