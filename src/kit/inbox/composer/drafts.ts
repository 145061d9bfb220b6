'use client'

import * as React from 'react'
import { getViewer } from '../../shared/api-client.ts'
import { onSessionEnd, STORAGE_PREFIX } from '../../shared/session.ts'

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

const getDraftKey = (conversationId: string, mode: MessageMode, viewer: string) => `${PREFIX}${viewer}:${mode}:${conversationId}`

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

function readDraft(key: string): Draft {
  const text = attempt(() => sessionStorage.getItem(key))
  return text ? { text, files: [] } : empty
}

function keepDraft(key: string, draft: Draft): void {
  kept.set(key, draft)
  attempt(() => (draft.text ? sessionStorage.setItem(key, draft.text) : sessionStorage.removeItem(key)))
}

/** Returns a draft from before the first response, which names the user. */
function adoptDraft(conversationId: string, mode: MessageMode, key: string): Draft | undefined {
  const earlyKey = getDraftKey(conversationId, mode, '')
  const draft = kept.get(earlyKey)
  if (key === earlyKey || !draft || draft === empty) return undefined
  keepDraft(earlyKey, empty)
  keepDraft(key, draft)
  return draft
}

/** Drafts of the page, outside React. Text survives a reload, files don't. */
export const drafts = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
  /** Returns the same object until the draft changes. */
  get(conversationId: string, mode: MessageMode): Draft {
    const key = getDraftKey(conversationId, mode, getViewer())
    const draft = kept.get(key) ?? adoptDraft(conversationId, mode, key) ?? readDraft(key)
    kept.set(key, draft)
    return draft
  },
  set(conversationId: string, mode: MessageMode, change: Partial<Draft>): void {
    const key = getDraftKey(conversationId, mode, getViewer())
    const draft = { ...drafts.get(conversationId, mode), ...change }
    keepDraft(key, draft.text === '' && draft.files.length === 0 ? empty : draft)
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
