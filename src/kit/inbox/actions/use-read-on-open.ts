'use client'

import * as React from 'react'
import type { ConversationSummary } from '../../contracts/index.ts'
import { useConversationChanges } from './optimistic-store.ts'
import { useConversationActions } from './use-conversation-actions.ts'

/** Milliseconds that a conversation is open before it counts as read. */
const READING_TIME = 1_500

const events = ['focus', 'blur'] as const

function useIsAttended(): boolean {
  return React.useSyncExternalStore(
    (listener) => {
      for (const event of events) window.addEventListener(event, listener)
      document.addEventListener('visibilitychange', listener)
      return () => {
        for (const event of events) window.removeEventListener(event, listener)
        document.removeEventListener('visibilitychange', listener)
      }
    },
    () => document.visibilityState === 'visible' && document.hasFocus(),
    () => false,
  )
}

/**
 * Marks a conversation as read once it has been open for a moment on a focused page. A conversation that the user marks
 * as unread stays so until it is selected again or the customer writes.
 */
export function useReadOnOpen(
  conversation: Pick<ConversationSummary, 'id' | 'read' | 'last_message_at'> | undefined,
  isEnabled: boolean,
): void {
  const run = useConversationActions()
  const isAttended = useIsAttended()
  const id = conversation?.id
  const visit = conversation && `${conversation.id} ${conversation.last_message_at}`
  const isRead = conversation?.read
  // An unread conversation stays the same when it is marked as unread.
  const { pending } = useConversationChanges()
  const isKeptUnread = id !== undefined && pending.get(id)?.some(({ action }) => action.action === 'mark_unread')
  const seen = React.useRef<string>(undefined)

  React.useEffect(() => {
    if (!isEnabled || id === undefined) seen.current = undefined
    else if (isRead || isKeptUnread) seen.current = visit
    if (!isEnabled || id === undefined || !isAttended || seen.current === visit) return
    const timer = setTimeout(() => {
      seen.current = visit
      void run([id], [{ action: 'mark_read' }], '')
    }, READING_TIME)
    return () => clearTimeout(timer)
  }, [isEnabled, id, visit, isRead, isKeptUnread, isAttended, run])
}
