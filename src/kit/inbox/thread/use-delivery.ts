'use client'

import { RequestError } from '../../shared/api-client.ts'
import { conversationThreadMessages, failureReason, failureReasonMessages, useMessages } from '../../strings/index.ts'
import type { OutboxMessage } from '../composer/outbox.ts'

/**
 * Describes the delivery of a message on its way.
 *
 * @returns whether it failed, its state in words, and the name of the action that sends it again
 */
export function useDelivery({ delivery, error }: OutboxMessage): { hasFailed: boolean; text: string; retryLabel: string } {
  const t = useMessages('conversationThread', conversationThreadMessages)
  const reason = useMessages('failureReason', failureReasonMessages)
  const isMissing = delivery === 'missing'
  const hasFailed = isMissing || delivery === 'failed'
  const retryLabel = t(isMissing ? 'sendAgain' : 'retrySending')
  if (!hasFailed) return { hasFailed, retryLabel, text: t(delivery === 'waiting' ? 'waitingToSend' : 'sending') }
  if (isMissing) return { hasFailed, retryLabel, text: t('missing') }
  const isRejected = error instanceof RequestError && error.code === 'rejected'
  const text = isRejected ? t('rejected') : t('notSent', { reason: error ? failureReason(error, reason) : '' })
  return { hasFailed, retryLabel, text }
}
