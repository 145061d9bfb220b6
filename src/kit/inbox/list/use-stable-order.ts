'use client'

import * as React from 'react'
import { findLastIndex } from '../../shared/map-limited.ts'

/** Milliseconds after the last key for which somebody who works by keyboard finds every row where it was. */
const QUIET = 5000

/** What {@link useSettledOrder} gives. */
export interface SettledOrder<Item> {
  /** The items, in the order to show them in. */
  items: Item[] | undefined
  /** For the element around them. */
  holdProps: {
    onPointerEnter: (event: React.PointerEvent) => void
    onPointerLeave: (event: React.PointerEvent) => void
    onKeyDown: (event: React.KeyboardEvent) => void
  }
}

/**
 * Puts items in the order that they had, those that came since after them all. What came in between waits: it would
 * move the others.
 *
 * @param before the ids in their former order
 * @param items in their new order
 */
export function settle<Item extends { id: string }>(before: readonly string[], items: readonly Item[]): Item[] {
  const byId = new Map(items.map((item) => [item.id, item]))
  const known = before.flatMap((id) => byId.get(id) ?? [])
  const last = findLastIndex(items, ({ id }) => before.includes(id))
  return [...known, ...items.slice(last + 1)]
}

/**
 * Holds the order of a list while the pointer is over it, and for a moment after each key that is pressed in it: so
 * nothing that arrives moves the row that somebody is about to choose. What a row says is always the latest, and rows
 * that go are gone.
 *
 * @param items undefined while there are none yet
 * @param list which list it is: another one begins anew
 */
export function useSettledOrder<Item extends { id: string }>(items: Item[] | undefined, list: string): SettledOrder<Item> {
  const [isPointed, setPointed] = React.useState(false)
  const [isTyped, setTyped] = React.useState(false)
  const timer = React.useRef<ReturnType<typeof setTimeout>>(undefined)
  React.useEffect(() => () => clearTimeout(timer.current), [])

  const isHeld = isPointed || isTyped
  const [held, hold] = React.useState<{ list: string; ids: string[] } | null>(null)
  // What is shown when it begins to be held; rows that are loaded after the last keep their places, too.
  const settled = React.useMemo(
    () => (items && isHeld && held && held.list === list ? settle(held.ids, items) : items),
    [items, isHeld, held, list],
  )
  // A row that goes keeps its place: it comes back there when what was done is undone, or has failed.
  const known = held && held.list === list ? held.ids : null
  const added = React.useMemo(() => {
    const before = new Set(known)
    return settled?.map(({ id }) => id).filter((id) => !before.has(id)) ?? []
  }, [known, settled])
  if (isHeld && settled && (!known || added.length > 0)) hold({ list, ids: [...(known ?? []), ...added] })
  if (!isHeld && held) hold(null)

  return {
    items: settled,
    holdProps: {
      onPointerEnter: ({ pointerType }) => setPointed(pointerType !== 'touch'),
      onPointerLeave: () => setPointed(false),
      onKeyDown: () => {
        setTyped(true)
        clearTimeout(timer.current)
        timer.current = setTimeout(() => setTyped(false), QUIET)
      },
    },
  }
}
