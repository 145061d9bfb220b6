'use client'

import * as React from 'react'

/** Event handlers that {@link useFocusGuard} calls after its own. */
export interface FocusGuardHandlers<Element extends HTMLElement> {
  onFocus?: React.FocusEventHandler<Element> | undefined
  onBlur?: React.FocusEventHandler<Element> | undefined
}

/**
 * Keeps the focus inside an element when the focused control is removed, such as a row that was closed: the browser would
 * move it to the top of the page. It goes to the element's tab stop, or to the element itself, which needs
 * `tabIndex={-1}`.
 *
 * @returns props of the element
 */
export function useFocusGuard<Element extends HTMLElement>({ onFocus, onBlur }: FocusGuardHandlers<Element> = {}) {
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
