/** Why something could not be done, for the sentence that says so. */
import { RequestError, type RequestErrorCode } from '../shared/api-client.ts'
import type { failureReasonMessages } from './tables/failures.ts'
import type { Translate } from './format-message.ts'

type Words = keyof typeof failureReasonMessages

const reasons: Partial<Record<RequestErrorCode, Words>> = {
  offline: 'offline',
  malformed: 'unknown',
  unauthorized: 'unauthorized',
  forbidden: 'forbidden',
  not_found: 'notFound',
  conflict: 'conflict',
  payload_too_large: 'tooLarge',
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

/** Whether something may have been done, although it failed: the answer was lost, or says nothing of that. */
export function mayBeDone(error: unknown): boolean {
  // These are raised before anything is sent to Intercom.
  if (!(error instanceof RequestError) || error.code === 'unavailable' || reasons[error.code] === 'configuration') return false
  return error.status === 0 || error.status >= 500 || error.code === 'conflict' || error.code === 'malformed'
}

/**
 * A sentence that says why something failed.
 *
 * @param error what was thrown
 * @param t the words of `failureReasonMessages`
 */
export function failureReason(error: Error, t: Translate<typeof failureReasonMessages>): string {
  if (error.name === 'NotReadableError' || error.name === 'NotFoundError') return t('file')
  const words = error instanceof RequestError ? (reasons[error.code] ?? 'unknown') : 'unknown'
  return t(words, { reason: error.message })
}
