'use client'

import * as React from 'react'

/**
 * Whether an element takes up room: false where the layout hides it (`display: none`), before the first look, and on
 * the server. For a part of a page that should do nothing while nobody can see it.
 *
 * @returns a ref for the element, and the answer, kept up to date
 */
export function useIsShown<T extends Element>(): [ref: React.RefCallback<T>, isShown: boolean] {
  const [isShown, setShown] = React.useState(false)
  const ref = React.useCallback((element: T | null) => {
    if (!element) return
    const observer = new ResizeObserver(() => setShown(element.getClientRects().length > 0))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [ref, isShown]
}
