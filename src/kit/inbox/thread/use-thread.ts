'use client'

import { RequestError } from '../../shared/api-client.ts'
import { conversationThreadStrings, getFailureReason, failureReasonStrings, useStrings } from '../../strings/index.ts'
import type { AdminsResponse, Author, Conversation } from '../../contracts/index.ts'
import type { OutboxMessage } from '../composer/outbox.ts'
import { useSendMessage } from '../composer/use-send-message.ts'
import { useAdmins, useConversation } from '../data/use-resource.ts'
import type { Teammates } from './teammates.ts'

/** Data and actions of a thread. */
export interface ThreadData {
  /** Conversation; `undefined` while loading, `null` if none is selected. */
  conversation: Conversation | null | undefined
  /** Teammates; `undefined` while loading, `null` if the user may not know. */
  teammates?: Teammates | null | undefined
  error?: Error | undefined
  onRetry?: (() => void) | undefined
  /** Messages being sent, shown last. */
  pending?: readonly OutboxMessage[] | undefined
  /** The user, who is the author of pending messages. */
  viewer?: Author | undefined
  onRetryMessage?: ((id: string) => void) | undefined
  onDiscardMessage?: ((id: string) => void) | undefined
}

/** Loads a conversation, its teammates and pending messages. `null` loads nothing. */
export function useThread(conversationId: string | null): ThreadData {
  const { data: conversation, error, reload } = useConversation(conversationId)
  const { data: teammates, error: teammatesError } = useAdmins()
  const { pending, retry, discard } = useSendMessage(conversationId ?? '')
  const isCustomer = teammatesError?.code === 'forbidden'
  return {
    conversation: conversationId === null ? null : conversation,
    teammates: teammatesError ? (teammates ?? null) : teammates,
    error,
    onRetry: reload,
    pending,
    viewer: isCustomer ? getCustomer(conversation) : getAdmin(teammates),
    onRetryMessage: retry,
    onDiscardMessage: discard,
  }
}

function getCustomer(conversation: Conversation | undefined): Author {
  const { id = null, name = null, avatar_url = null } = conversation?.contact ?? {}
  return { type: 'contact', id, name, avatar_url }
}

function getAdmin(teammates: AdminsResponse | undefined): Author {
  const admin = teammates?.admins.find(({ id }) => id === teammates.viewer_id)
  return { type: 'admin', id: teammates?.viewer_id ?? null, name: admin?.name ?? null, avatar_url: admin?.avatar_url ?? null }
}

/** Returns whether a message failed, its delivery as text, and the label of the retry button. */
export function useDelivery({ delivery, error }: OutboxMessage): { hasFailed: boolean; text: string; retryLabel: string } {
  const t = useStrings('conversationThread', conversationThreadStrings)
  const reason = useStrings('failureReason', failureReasonStrings)
  const isMissing = delivery === 'missing'
  const hasFailed = isMissing || delivery === 'failed'
  const retryLabel = t(isMissing ? 'sendAgain' : 'retrySending')
  if (!hasFailed) return { hasFailed, retryLabel, text: t(delivery === 'waiting' ? 'waitingToSend' : 'sending') }
  if (isMissing) return { hasFailed, retryLabel, text: t('missing') }
  const isRejected = error instanceof RequestError && error.code === 'rejected'
  const text = isRejected ? t('rejected') : t('notSent', { reason: error ? getFailureReason(error, reason) : '' })
  return { hasFailed, retryLabel, text }
}
