'use client'

import * as React from 'react'

// Milliseconds for which a key holds the order.
const QUIET = 5_000

/** Keeps the former order and appends later items. Items in between wait, because they would move the others. */
export function keepOrder<Item extends { id: string }>(before: readonly string[], items: readonly Item[]): Item[] {
  const byId = new Map(items.map((item) => [item.id, item]))
  const known = before.flatMap((id) => byId.get(id) ?? [])
  const last = Math.max(-1, ...known.map((item) => items.indexOf(item)))
  return [...known, ...items.slice(last + 1)]
}

/** Keeps the order of a list under the pointer and after each key, so that rows don't move. Another `list` resets it. */
export function useStableOrder<Item extends { id: string }>(items: Item[] | undefined, list: string) {
  const [isPointed, setPointed] = React.useState(false)
  const [isTyped, setTyped] = React.useState(false)
  const timer = React.useRef<ReturnType<typeof setTimeout>>(undefined)
  React.useEffect(() => () => clearTimeout(timer.current), [])

  const isHeld = isPointed || isTyped
  const [held, hold] = React.useState<{ list: string; ids: string[] } | null>(null)
  const known = held && held.list === list ? held.ids : null
  const settled = React.useMemo(() => (items && isHeld && known ? keepOrder(known, items) : items), [items, isHeld, known])
  // Keep the ids of removed rows, so that an undo restores their place.
  const added = React.useMemo(() => {
    const before = new Set(known)
    return settled?.map(({ id }) => id).filter((id) => !before.has(id)) ?? []
  }, [known, settled])
  if (isHeld && settled && (!known || added.length > 0)) hold({ list, ids: [...(known ?? []), ...added] })
  if (!isHeld && held) hold(null)

  return {
    items: settled,
    holdProps: {
      onPointerEnter({ currentTarget, pointerType }: React.PointerEvent) {
        setPointed(pointerType !== 'touch')
        // React would also report that the pointer leaves for a toolbar that a portal puts into a row.
        currentTarget.addEventListener('pointerleave', () => setPointed(false), { once: true })
      },
      onKeyDown() {
        setTyped(true)
        clearTimeout(timer.current)
        timer.current = setTimeout(() => setTyped(false), QUIET)
      },
    },
  }
}
