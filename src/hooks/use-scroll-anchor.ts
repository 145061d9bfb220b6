'use client'

import * as React from 'react'
import type { VirtualizerHandle } from 'virtua'

/**
 * Keeps what the reader is looking at in its place when a list of rows of one height is sorted anew, or when rows are
 * put in or taken out before it. A reader at the very top sees what arrives there.
 *
 * @param ids the rows, in their order
 * @param scroller the element that scrolls them
 * @param rows the virtual list
 */
export function useScrollAnchor(
  ids: readonly string[],
  scroller: React.RefObject<HTMLElement | null>,
  rows: React.RefObject<VirtualizerHandle | null>,
): void {
  const previous = React.useRef(ids)
  React.useLayoutEffect(() => {
    const before = previous.current
    previous.current = ids
    const view = scroller.current
    const list = rows.current
    if (before === ids || !view || !list || view.scrollTop <= 0) return

    const height = list.getItemSize(0)
    const first = Math.floor(view.scrollTop / height)
    const last = Math.ceil((view.scrollTop + view.clientHeight) / height)
    const shift = smallestShift(before.slice(first, last), first, ids)
    if (shift !== 0) view.scrollBy({ top: shift * height, behavior: 'instant' })
  }, [ids, scroller, rows])
}

/** By how many places the rows in view were moved: the least of them, since one may have moved on its own account. */
function smallestShift(visible: readonly string[], first: number, ids: readonly string[]): number {
  const places = new Map(ids.map((id, index) => [id, index]))
  const shifts = visible.flatMap((id, index) => {
    const place = places.get(id)
    return place === undefined ? [] : [place - (first + index)]
  })
  return shifts.reduce((least, shift) => (Math.abs(shift) < Math.abs(least) ? shift : least), shifts[0] ?? 0)
}
