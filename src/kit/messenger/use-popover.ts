'use client'

import * as React from 'react'

/** Older versions of TypeScript don't know `source`. */
interface Popover {
  showPopover: (options?: { source?: HTMLElement }) => void
  hidePopover: () => void
}

/** Arguments of {@link usePopover}. */
export interface PopoverOptions {
  /** Whether the popover is shown. */
  isOpen: boolean
  /** The popover's anchor. The next tab stop after the anchor is in the popover. */
  anchor: React.RefObject<HTMLElement | null>
  /** Called when the browser closes the popover: on Escape, or a click elsewhere. */
  onDismiss?: (() => void) | undefined
}

/** Returns props for an element that the browser shows above the page, beside an anchor, while `isOpen`. */
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
      // Still open here: the browser has closed the popover, and not a render.
      if (event.newState === 'closed' && isOpen) onDismiss?.()
    },
  }
}
