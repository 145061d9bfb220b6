'use client'

import * as React from 'react'
import { useSWRConfig } from 'swr'
import { messageText } from '../../shared/message-html.ts'
import { drafts, type MessageMode } from './drafts.ts'
import { outboxOf, type OutboxMessage } from './outbox.ts'

const nothing: readonly OutboxMessage[] = []

/** Result of {@link useSendMessage}. */
export interface SendMessage {
  /** Messages of the conversation that are on their way, or failed. */
  pending: readonly OutboxMessage[]
  /**
   * Sends the draft and empties it. Returns whether there was something to send.
   *
   * @param at the time now, in Unix seconds
   * @param onSent called once, when the message was sent, even if the component has unmounted
   */
  send: (mode: MessageMode, at: number, onSent?: () => void) => boolean
  /** Sends a failed message again, by its id. */
  retry: (id: string) => void
  /** Removes a failed message, by its id. It becomes the draft again, if the draft is empty. */
  discard: (id: string) => void
}

/** Sends the drafts of a conversation as replies and notes. Each is posted once, however often it is retried. */
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
