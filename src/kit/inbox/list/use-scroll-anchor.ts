'use client'

import * as React from 'react'
import type { VirtualizerHandle } from 'virtua'
import type { ListItem } from './use-roving-focus.ts'

/**
 * Keeps what the reader is looking at in its place when a list of rows of one height is sorted anew, or when rows are
 * put in or taken out before it. A reader at the very top sees what arrives there.
 *
 * @param items the rows, in their order
 * @param scroller the element that scrolls them
 * @param rows the virtual list
 */
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
    // Where the list is, as it knows it: to ask the element would lay out the page one more time.
    if (before === items || !view || !list || list.scrollOffset <= 0) return

    const height = list.getItemSize(0)
    const first = Math.floor(list.scrollOffset / height)
    const last = Math.ceil((list.scrollOffset + list.viewportSize) / height)
    const shift = smallestShift(before.slice(first, last), first, items)
    if (shift !== 0) view.scrollBy({ top: shift * height, behavior: 'instant' })
  }, [items, scroller, rows])
}

/** By how many places the rows in view were moved: the least of them, since one may have moved on its own account. */
function smallestShift(visible: readonly ListItem[], first: number, items: readonly ListItem[]): number {
  // Nearly always a row has changed, and not its place.
  if (visible.some(({ id }, index) => items[first + index]?.id === id)) return 0
  const places = new Map(items.map(({ id }, index) => [id, index]))
  const shifts = visible.flatMap(({ id }, index) => {
    const place = places.get(id)
    return place === undefined ? [] : [place - (first + index)]
  })
  return shifts.reduce((least, shift) => (Math.abs(shift) < Math.abs(least) ? shift : least), shifts[0] ?? 0)
}
