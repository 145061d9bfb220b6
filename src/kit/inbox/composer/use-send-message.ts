'use client'

import * as React from 'react'
import { useSWRConfig } from 'swr'
import { drafts, type MessageMode } from './drafts.ts'
import { messageText } from '../../shared/message-html.ts'
import { outboxOf, type OutboxMessage } from './outbox.ts'

const nothing: readonly OutboxMessage[] = []

/** What {@link useSendMessage} gives. */
export interface SendMessage {
  /** Messages of this conversation that are on their way, or failed. */
  pending: readonly OutboxMessage[]
  /**
   * Sends the draft, which is empty from then on: a second press has nothing to send.
   *
   * @param mode which of the two drafts
   * @param at the time now, in Unix seconds
   * @param onSent called once, when it was sent, even if the component is gone by then
   * @returns whether there was something to send
   */
  send: (mode: MessageMode, at: number, onSent?: () => void) => boolean
  /** Tries again what failed, by its id. */
  retry: (id: string) => void
  /** Gives a message up, by its id: it becomes the draft again, unless there is another by now. */
  discard: (id: string) => void
}

/**
 * Sends what is written in a conversation, by `POST /api/intercom/conversations/[id]/reply` or `/notes`. Each message
 * has an `Idempotency-Key` that stays the same in every try: none is posted twice.
 *
 * @param conversationId the conversation
 */
export function useSendMessage(conversationId: string): SendMessage {
  const outbox = outboxOf(useSWRConfig())
  const pending = React.useSyncExternalStore(
    outbox.subscribe,
    () => outbox.get(conversationId),
    () => nothing,
  )
  const send = React.useCallback(
    (mode: MessageMode, at: number, onSent?: () => void) => {
      const { text, files } = drafts.get(conversationId, mode)
      if (messageText(text) === '' && files.length === 0) return false
      drafts.set(conversationId, mode, { text: '', files: [] })
      outbox.send({ conversationId, mode, text, files, at, onSent })
      return true
    },
    [conversationId, outbox],
  )
  return { pending, send, retry: outbox.retry, discard: outbox.discard }
}
