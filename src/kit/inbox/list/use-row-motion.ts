'use client'

import * as React from 'react'
import type { ListItem } from './use-roving-focus.ts'

/** Closes the gap of removed rows within 150 milliseconds. Call it in a list that mounts anew with another filter. */
export function useRowMotion(items: readonly ListItem[], scroller: React.RefObject<HTMLElement | null>): void {
  const previous = React.useRef(items)
  React.useLayoutEffect(() => {
    const before = previous.current
    previous.current = items
    const gone = before.length - items.length
    const place = before.findIndex(({ id }, index) => id !== items[index]?.id)
    const isRemoval = gone > 0 && before[place + gone]?.id === items[place]?.id
    if (!isRemoval || matchMedia('(prefers-reduced-motion)').matches) return
    for (const row of scroller.current?.querySelectorAll('li') ?? []) {
      if (Number(row.ariaPosInSet) > place) row.animate({ translate: [`0 ${gone * row.offsetHeight}px`, '0'] }, 150)
    }
  }, [items, scroller])
}
