'use client'

import * as React from 'react'
import { drafts, type Draft, type MessageMode } from './drafts.ts'

const empty: Draft = { text: '', files: [] }

/**
 * What somebody has begun to write in a conversation: it stays when they look at another, and its text when the page is
 * loaded again. On the server and until the page is hydrated it is empty.
 *
 * @param conversationId the conversation
 * @param mode replies and notes have drafts of their own: one never becomes the other
 * @returns the draft, and how to change it
 */
export function useDraft(
  conversationId: string,
  mode: MessageMode,
): [draft: Draft, change: (change: Partial<Draft>) => void] {
  const draft = React.useSyncExternalStore(
    drafts.subscribe,
    () => drafts.get(conversationId, mode),
    () => empty,
  )
  const change = React.useCallback(
    (next: Partial<Draft>) => drafts.set(conversationId, mode, next),
    [conversationId, mode],
  )
  return [draft, change]
}
