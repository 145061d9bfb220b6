import type { subscriptionPanelMessages, Translate } from '../strings/index.ts'
import { RequestError, type RequestErrorCode } from '../shared/api-client.ts'

const reasons: Partial<Record<RequestErrorCode, keyof typeof subscriptionPanelMessages>> = {
  unauthorized: 'unauthorized',
  forbidden: 'forbidden',
  rate_limited: 'rateLimited',
  not_configured: 'configuration',
  invalid_request: 'refused',
  rejected: 'refused',
  not_found: 'refused',
}

/** Failures that a retry would meet again. */
const permanent = new Set<RequestErrorCode>(['unauthorized', 'forbidden', 'not_configured'])

/** Why no checkout was started. */
export interface UpgradeFailure {
  title: string
  text: string
  /** Whether the user was certainly not charged. Without a response, a payment may have started. */
  isRefused: boolean
  /** Whether a retry can succeed. A retry is the same payment. */
  canRetry: boolean
}

/**
 * Explains why no checkout was started, and whether the user was charged.
 *
 * @param error thrown by the checkout
 * @param t strings of `subscriptionPanelMessages`
 */
export function getUpgradeFailure(error: Error | undefined, t: Translate<typeof subscriptionPanelMessages>): UpgradeFailure {
  const code = error instanceof RequestError ? error.code : undefined
  const reason = code && reasons[code]
  return {
    title: t(reason ? 'failedTitle' : 'unsureTitle'),
    text: t(reason ?? (code === 'offline' ? 'unsureOffline' : 'unsure'), { reason: error?.message ?? '' }),
    isRefused: reason !== undefined,
    canRetry: !(code && permanent.has(code)),
  }
}
