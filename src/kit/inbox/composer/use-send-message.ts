'use client'

import * as React from 'react'
import { useSWRConfig } from 'swr'
import { normalizeMessageText } from '../../shared/message-html.ts'
import { drafts, type MessageMode } from './drafts.ts'
import { getOutbox, type OutboxMessage } from './outbox.ts'

const nothing: readonly OutboxMessage[] = []

/** Sends drafts as replies and notes. Retries never post twice. */
export function useSendMessage(conversationId: string) {
  const outbox = getOutbox(useSWRConfig())
  const pending = React.useSyncExternalStore(
    outbox.subscribe,
    () => outbox.get(conversationId),
    () => nothing,
  )
  // Returns whether there was something to send. `onSent` is called even after unmount.
  const send = React.useCallback(
    (mode: MessageMode, at: number, onSent?: () => void) => {
      const { text, files } = drafts.get(conversationId, mode)
      if (normalizeMessageText(text) === '' && files.length === 0) return false
      drafts.set(conversationId, mode, { text: '', files: [] })
      outbox.send({ conversationId, mode, text, files, at, onSent })
      return true
    },
    [conversationId, outbox],
  )
  return { pending, send, retry: outbox.retry, discard: outbox.discard }
}
