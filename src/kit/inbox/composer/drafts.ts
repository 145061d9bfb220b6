'use client'

import * as React from 'react'
import { onSessionEnd, STORAGE_PREFIX } from '../../shared/session-end.ts'

/** A reply, which the customer reads, or a note, which only teammates read. */
export type MessageMode = 'reply' | 'note'

/** Text and files that the user has begun to write. */
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

/** Runs work on `sessionStorage`. If the browser refuses it, a draft lives as long as the page. */
function attempt<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}

/** The drafts of the page, outside React. Text survives a reload, files don't. */
export const drafts = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
  /** Returns a draft, maybe an empty one. The same object until it changes. */
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

/** Removes all drafts of the tab. */
export function clearDrafts(): void {
  kept.clear()
  attempt(() => {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key)
  })
  notify()
}

onSessionEnd(clearDrafts)

/**
 * Returns the draft of a conversation and a function that changes it. Replies and notes have separate drafts, so that a note
 * is never sent as a reply. The draft is empty until the page is hydrated.
 */
export function useDraft(conversationId: string, mode: MessageMode): [draft: Draft, change: (change: Partial<Draft>) => void] {
  const draft = React.useSyncExternalStore(
    drafts.subscribe,
    () => drafts.get(conversationId, mode),
    () => empty,
  )
  const change = React.useCallback((next: Partial<Draft>) => drafts.set(conversationId, mode, next), [conversationId, mode])
  return [draft, change]
}
