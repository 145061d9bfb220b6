import type { fieldStatusMessages, Translate } from '../strings/index.ts'
import { RequestError, type RequestErrorCode } from '../shared/api-client.ts'

const reasons: Partial<Record<RequestErrorCode, keyof typeof fieldStatusMessages>> = {
  unauthorized: 'unauthorized',
  forbidden: 'forbidden',
  offline: 'offline',
  rate_limited: 'rateLimited',
  not_configured: 'configuration',
  invalid_request: 'rejected',
  rejected: 'rejected',
}

/** Failures that the same value would meet again. */
const permanent = new Set<RequestErrorCode>(['forbidden', 'invalid_request', 'rejected', 'not_configured'])

/** Why a field wasn't saved. */
export interface SaveFailure {
  /** A sentence for the user. The server's own, if it has one for the field. */
  text: string
  /** Whether a retry of the same value can succeed. */
  canRetry: boolean
}

/**
 * Explains why a field wasn't saved.
 *
 * @param error thrown by the save
 * @param name the field's name
 * @param t strings of `fieldStatusMessages`
 */
export function getSaveFailure(error: Error, name: string, t: Translate<typeof fieldStatusMessages>): SaveFailure {
  if (!(error instanceof RequestError)) return { text: t('unknown', { reason: '' }), canRetry: true }
  return {
    text: error.fields?.[name] ?? t(reasons[error.code] ?? 'unknown', { reason: error.message }),
    canRetry: !permanent.has(error.code),
  }
}
