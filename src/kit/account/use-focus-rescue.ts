'use client'

import * as React from 'react'

/**
 * Returns a ref for an element that gets the focus when it appears, if the focused button was removed at the same time.
 *
 * @param isShown whether the element has appeared
 */
export function useFocusRescue<T extends HTMLElement>(isShown: boolean): React.RefObject<T | null> {
  const ref = React.useRef<T>(null)
  React.useEffect(() => {
    if (isShown && document.activeElement === document.body) ref.current?.focus()
  }, [isShown])
  return ref
}
