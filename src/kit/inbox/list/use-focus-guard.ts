'use client'

import * as React from 'react'

type FocusHandlers<Element> = Pick<React.DOMAttributes<Element>, 'onFocus' | 'onBlur'>

/** Keeps the focus inside an element when its focused control is removed. The element needs `tabIndex={-1}`. */
export function useFocusGuard<Element extends HTMLElement>({ onFocus, onBlur }: FocusHandlers<Element> = {}) {
  const ref = React.useRef<Element>(null)
  const isInside = React.useRef(false)

  React.useLayoutEffect(() => {
    const root = ref.current
    if (!root || !isInside.current || root.ownerDocument.activeElement !== root.ownerDocument.body) return
    const target = root.querySelector<HTMLElement>('[tabindex="0"]') ?? root
    target.focus({ preventScroll: true })
  })

  return {
    ref,
    onFocus(event: React.FocusEvent<Element>) {
      isInside.current = true
      onFocus?.(event)
    },
    // Removing an element fires no event, so this only sees the focus move.
    onBlur(event: React.FocusEvent<Element>) {
      isInside.current = event.currentTarget.contains(event.relatedTarget)
      onBlur?.(event)
    },
  }
}
