'use client'

import * as React from 'react'
import { onSessionEnd, STORAGE_PREFIX } from '../../shared/session-end.ts'

/** Kind of message: replies go to the customer, notes stay in the team. */
export type MessageMode = 'reply' | 'note'

/** Unsent text and files. */
export interface Draft {
  text: string
  files: readonly File[]
}

const PREFIX = `${STORAGE_PREFIX}draft:`
const empty: Draft = { text: '', files: [] }

const kept = new Map<string, Draft>()
const listeners = new Set<() => void>()

const getDraftKey = (conversationId: string, mode: MessageMode) => `${PREFIX}${mode}:${conversationId}`

function notify(): void {
  for (const listener of listeners) listener()
}

/** Ignores that a browser blocks `sessionStorage`: drafts then last as long as the page. */
function attempt<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}

/** Drafts of the page, outside React. Text survives a reload, files don't. */
export const drafts = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
  /** Returns the same object until the draft changes. */
  get(conversationId: string, mode: MessageMode): Draft {
    const key = getDraftKey(conversationId, mode)
    let draft = kept.get(key)
    if (!draft) {
      const text = attempt(() => sessionStorage.getItem(key))
      draft = text ? { text, files: [] } : empty
      kept.set(key, draft)
    }
    return draft
  },
  set(conversationId: string, mode: MessageMode, change: Partial<Draft>): void {
    const key = getDraftKey(conversationId, mode)
    const draft = { ...drafts.get(conversationId, mode), ...change }
    kept.set(key, draft.text === '' && draft.files.length === 0 ? empty : draft)
    attempt(() => (draft.text ? sessionStorage.setItem(key, draft.text) : sessionStorage.removeItem(key)))
    notify()
  },
}

export function clearDrafts(): void {
  kept.clear()
  attempt(() => {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key)
  })
  notify()
}

onSessionEnd(clearDrafts)

/** Returns a draft and its setter. Replies and notes have separate drafts, so that a note is never sent as a reply. */
export function useDraft(conversationId: string, mode: MessageMode): [draft: Draft, change: (change: Partial<Draft>) => void] {
  const draft = React.useSyncExternalStore(
    drafts.subscribe,
    () => drafts.get(conversationId, mode),
    () => empty,
  )
  const change = React.useCallback((next: Partial<Draft>) => drafts.set(conversationId, mode, next), [conversationId, mode])
  return [draft, change]
}
