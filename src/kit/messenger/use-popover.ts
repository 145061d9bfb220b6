'use client'

import * as React from 'react'

/** Older versions of TypeScript don't know `source`. */
interface Popover {
  showPopover: (options?: { source?: HTMLElement }) => void
  hidePopover: () => void
}

interface PopoverOptions {
  isOpen: boolean
  /** Element that precedes the popover in the tab order. */
  anchor: React.RefObject<HTMLElement | null>
  /** Called when the browser closes the popover, on Escape or a click elsewhere. */
  onDismiss?: (() => void) | undefined
}

/** Returns props for a native popover beside an anchor. */
export function usePopover<T extends HTMLElement>({ isOpen, anchor, onDismiss }: PopoverOptions) {
  const ref = React.useRef<T>(null)
  React.useEffect(() => {
    const popover: Popover | null = ref.current
    if (isOpen) popover?.showPopover(anchor.current ? { source: anchor.current } : {})
    else popover?.hidePopover()
  }, [isOpen, anchor])
  return {
    ref,
    popover: 'auto' as const,
    onToggle(event: React.ToggleEvent<T>) {
      // `isOpen` is still true if the browser closed the popover, and not a render.
      if (event.newState === 'closed' && isOpen) onDismiss?.()
    },
  }
}
