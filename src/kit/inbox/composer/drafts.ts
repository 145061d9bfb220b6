/**
 * What somebody has begun to write, by conversation and kind of message: a store of the page, outside React. Text also
 * survives a reload, in the tab's `sessionStorage`; files do not.
 */

import { onSessionEnd, STORAGE_PREFIX } from '../../shared/session-end.ts'

/** What is written: a reply, which the customer reads, or a note, which teammates alone read. */
export type MessageMode = 'reply' | 'note'

/** Something begun. */
export interface Draft {
  text: string
  files: readonly File[]
}

const PREFIX = `${STORAGE_PREFIX}draft:`
const empty: Draft = { text: '', files: [] }

const kept = new Map<string, Draft>()
const listeners = new Set<() => void>()

const keyOf = (conversationId: string, mode: MessageMode) => `${PREFIX}${mode}:${conversationId}`

/** A browser may keep nothing, or refuse to say: then a draft lives as long as the page. */
function attempt<T>(work: () => T, otherwise: T): T {
  try {
    return work()
  } catch {
    return otherwise
  }
}

/** The drafts of the page. */
export const drafts = {
  /** Calls a listener after every change; gives what stops that. */
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },

  /** A draft; an empty one where nothing was begun. The same object until it changes. */
  get(conversationId: string, mode: MessageMode): Draft {
    const key = keyOf(conversationId, mode)
    let draft = kept.get(key)
    if (!draft) {
      const text = attempt(() => sessionStorage.getItem(key), null)
      draft = text ? { text, files: [] } : empty
      kept.set(key, draft)
    }
    return draft
  },

  /** Changes a draft, at once: whoever reads it next reads the new one. An empty one is forgotten. */
  set(conversationId: string, mode: MessageMode, change: Partial<Draft>): void {
    const key = keyOf(conversationId, mode)
    const draft = { ...drafts.get(conversationId, mode), ...change }
    kept.set(key, draft.text === '' && draft.files.length === 0 ? empty : draft)
    attempt(() => (draft.text ? sessionStorage.setItem(key, draft.text) : sessionStorage.removeItem(key)), undefined)
    for (const listener of listeners) listener()
  },
}

/** Forgets every draft of this tab. */
export function clearDrafts(): void {
  kept.clear()
  attempt(() => {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key)
  }, undefined)
  for (const listener of listeners) listener()
}

onSessionEnd(clearDrafts)
