'use client'

import * as React from 'react'
import type { ConversationSummary } from '../../contracts/index.ts'
import { getViewer } from '../../shared/api-client.ts'

/** Last message that a customer has seen, by conversation, in Unix seconds. Conversations without one count from `since`. */
interface Seen {
  since: number
  at: Record<string, number>
}

type Row = Pick<ConversationSummary, 'id' | 'last_message_at'>

const MAX_KEPT = 200
const listeners = new Set<() => void>()
/** Last text by viewer with its value, so that a snapshot stays the same object. Replaces a storage that the browser blocks. */
const kept = new Map<string, { text: string | null; seen: Seen | null }>()

const toKey = (viewer: string) => `intercom-kit-seen:${viewer}`

function parseSeen(text: string | null): Seen | null {
  try {
    const seen = JSON.parse(text ?? 'null') as Partial<Seen> | null
    return typeof seen?.since === 'number' && typeof seen.at === 'object' && seen.at ? { since: seen.since, at: seen.at } : null
  } catch {
    return null
  }
}

function readText(viewer: string): string | null {
  try {
    return localStorage.getItem(toKey(viewer))
  } catch {
    return kept.get(viewer)?.text ?? null
  }
}

function readSeen(viewer: string): Seen | null {
  const text = readText(viewer)
  const known = kept.get(viewer)
  if (known?.text === text) return known.seen
  const seen = parseSeen(text)
  kept.set(viewer, { text, seen })
  return seen
}

function writeSeen(viewer: string, { since, at }: Seen): void {
  const newest = Object.fromEntries(Object.entries(at).sort(([, a], [, b]) => b - a).slice(0, MAX_KEPT))
  const seen = { since, at: newest }
  const text = JSON.stringify(seen)
  kept.set(viewer, { text, seen })
  try {
    localStorage.setItem(toKey(viewer), text)
  } catch {
    // The browser blocks storage.
  }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  // Another tab has shown messages.
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

const nothing: ReadonlySet<string> = new Set()

/**
 * Returns the ids of a customer's conversations with a message that this browser hasn't shown. The selected conversation counts
 * as seen while the page is visible. Intercom's API doesn't say what a customer has read.
 */
export function useSeenConversations(rows: readonly Row[] | undefined, selectedId: string | null): ReadonlySet<string> {
  // Responses name the user before there are rows.
  const viewer = rows ? getViewer() : ''
  const seen = React.useSyncExternalStore(subscribe, () => (rows ? readSeen(viewer) : null), () => null)
  const newest = Math.max(0, ...(rows?.map(({ last_message_at }) => last_message_at) ?? []))
  const selectedAt = rows?.find(({ id }) => id === selectedId)?.last_message_at ?? 0
  React.useEffect(() => {
    if (!rows) return
    const update = () => {
      const before = readSeen(viewer)
      // On the first visit, nothing is new.
      if (!before) return writeSeen(viewer, { since: newest, at: {} })
      if (!selectedId || document.visibilityState === 'hidden' || (before.at[selectedId] ?? before.since) >= selectedAt) return
      writeSeen(viewer, { ...before, at: { ...before.at, [selectedId]: selectedAt } })
    }
    update()
    document.addEventListener('visibilitychange', update)
    return () => document.removeEventListener('visibilitychange', update)
  }, [rows, viewer, newest, selectedId, selectedAt])
  return React.useMemo(() => {
    if (!rows || !seen) return nothing
    return new Set(rows.filter(({ id, last_message_at: at }) => id !== selectedId && at > (seen.at[id] ?? seen.since)).map(({ id }) => id))
  }, [rows, seen, selectedId])
}
