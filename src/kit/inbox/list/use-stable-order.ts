'use client'

import * as React from 'react'
import { findLastIndex } from '../../shared/map-limited.ts'

// Milliseconds after a key during which the order stays.
const QUIET = 5_000

/**
 * Returns items in their former order, followed by those that come after all of them. Items between them wait, because they
 * would move the others.
 */
export function keepOrder<Item extends { id: string }>(before: readonly string[], items: readonly Item[]): Item[] {
  const byId = new Map(items.map((item) => [item.id, item]))
  const known = before.flatMap((id) => byId.get(id) ?? [])
  const last = findLastIndex(items, ({ id }) => before.includes(id))
  return [...known, ...items.slice(last + 1)]
}

/**
 * Keeps the order of a list while the pointer is over it, and for a moment after each key, so that no row moves while the
 * user is about to choose it. Removed rows disappear, and rows show their latest data.
 * Another `list` starts with its own order.
 */
export function useStableOrder<Item extends { id: string }>(items: Item[] | undefined, list: string) {
  const [isPointed, setPointed] = React.useState(false)
  const [isTyped, setTyped] = React.useState(false)
  const timer = React.useRef<ReturnType<typeof setTimeout>>(undefined)
  React.useEffect(() => () => clearTimeout(timer.current), [])

  const isHeld = isPointed || isTyped
  const [held, hold] = React.useState<{ list: string; ids: string[] } | null>(null)
  const known = held && held.list === list ? held.ids : null
  const settled = React.useMemo(() => (items && isHeld && known ? keepOrder(known, items) : items), [items, isHeld, known])
  // Ids of removed rows are kept: if an undo brings a row back, it returns to its place.
  const added = React.useMemo(() => {
    const before = new Set(known)
    return settled?.map(({ id }) => id).filter((id) => !before.has(id)) ?? []
  }, [known, settled])
  if (isHeld && settled && (!known || added.length > 0)) hold({ list, ids: [...(known ?? []), ...added] })
  if (!isHeld && held) hold(null)

  return {
    items: settled,
    holdProps: {
      onPointerEnter: ({ pointerType }: React.PointerEvent) => setPointed(pointerType !== 'touch'),
      onPointerLeave: () => setPointed(false),
      onKeyDown() {
        setTyped(true)
        clearTimeout(timer.current)
        timer.current = setTimeout(() => setTyped(false), QUIET)
      },
    },
  }
}
