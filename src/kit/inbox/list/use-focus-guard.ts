'use client'

import * as React from 'react'

type FocusHandlers<Element> = Pick<React.DOMAttributes<Element>, 'onFocus' | 'onBlur'>

/**
 * Returns props that keep the focus inside an element when the focused control is removed, such as a row that was closed. It
 * goes to the element's tab stop, or to the element itself, which needs `tabIndex={-1}`.
 */
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
    // A removed element loses the focus without an event, so this only sees the focus move.
    onBlur(event: React.FocusEvent<Element>) {
      isInside.current = event.currentTarget.contains(event.relatedTarget)
      onBlur?.(event)
    },
  }
}
