'use client'

import * as React from 'react'

/** What {@link useFocusGuard} gives: for the guarded element. */
export interface FocusGuard<Element extends HTMLElement> {
  ref: React.RefObject<Element | null>
  onFocus: () => void
  onBlur: (event: React.FocusEvent) => void
}

/**
 * Keeps the keyboard's place: when the focused control goes away with what it was part of (a button that has done its
 * work, a row that was closed), the browser would let the focus fall to the top of the page. It goes to the element's
 * tab stop instead, else to the element itself, which therefore has `tabIndex={-1}`.
 */
export function useFocusGuard<Element extends HTMLElement>(): FocusGuard<Element> {
  const ref = React.useRef<Element>(null)
  const isInside = React.useRef(false)

  React.useLayoutEffect(() => {
    const root = ref.current
    if (!root || !isInside.current || root.ownerDocument.activeElement !== root.ownerDocument.body) return
    const tabStop = root.querySelector<HTMLElement>('[tabindex="0"]')
    const target = tabStop ?? root
    target.focus({ preventScroll: true })
  })

  return {
    ref,
    onFocus: () => {
      isInside.current = true
    },
    // React tells of a focus that moves, and not of one that falls because its element was taken away.
    onBlur: (event) => {
      isInside.current = event.currentTarget.contains(event.relatedTarget)
    },
  }
}
