'use client'

import * as React from 'react'

/** Watches whether the only child of a box is wider than the box, which then needs a tab stop. */
export function useOverflow(): { ref: React.RefObject<HTMLDivElement | null>; isOverflowing: boolean } {
  const ref = React.useRef<HTMLDivElement>(null)
  const [isOverflowing, setOverflowing] = React.useState(false)

  // Measure before paint, because Tab may follow at once.
  React.useLayoutEffect(() => {
    const { current: box } = ref
    if (!box?.firstElementChild) return
    const measure = () => setOverflowing(box.scrollWidth > box.clientWidth)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(box)
    observer.observe(box.firstElementChild)
    return () => observer.disconnect()
  }, [])

  return { ref, isOverflowing }
}
