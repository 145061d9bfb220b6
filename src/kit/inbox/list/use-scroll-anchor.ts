'use client'

import * as React from 'react'
import type { VirtualizerHandle } from 'virtua'
import type { ListItem } from './use-roving-focus.ts'

/** Keeps rows in place when others change above them, except at the very top. Rows have one height. */
export function useScrollAnchor(
  items: readonly ListItem[],
  scroller: React.RefObject<HTMLElement | null>,
  rows: React.RefObject<VirtualizerHandle | null>,
): void {
  const previous = React.useRef(items)
  React.useLayoutEffect(() => {
    const before = previous.current
    previous.current = items
    const view = scroller.current
    const list = rows.current
    // Reading the element would force a layout.
    if (before === items || !view || !list || list.scrollOffset <= 0) return

    const height = list.getItemSize(0)
    const first = Math.floor(list.scrollOffset / height)
    const last = Math.ceil((list.scrollOffset + list.viewportSize) / height)
    const shift = getSmallestShift(before.slice(first, last), first, items)
    if (shift !== 0) view.scrollBy({ top: shift * height, behavior: 'instant' })
  }, [items, scroller, rows])
}

/** Returns the smallest number of places that visible rows moved, because one row may move by itself. */
function getSmallestShift(visible: readonly ListItem[], first: number, items: readonly ListItem[]): number {
  // Usually a row changed without moving.
  if (visible.some(({ id }, index) => items[first + index]?.id === id)) return 0
  const places = new Map(items.map(({ id }, index) => [id, index]))
  const shifts = visible.flatMap(({ id }, index) => {
    const place = places.get(id)
    return place === undefined ? [] : [place - (first + index)]
  })
  return shifts.reduce((least, shift) => (Math.abs(shift) < Math.abs(least) ? shift : least), shifts[0] ?? 0)
}
