'use client'

import * as React from 'react'

/** Row under the mouse or with the keyboard's focus. */
export interface ActiveRow {
  id: string
  element: HTMLElement
}

function findRow(target: EventTarget | null): ActiveRow | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-slot=conversation-row]') : null
  const id = element?.querySelector<HTMLElement>('[data-item-id]')?.dataset['itemId']
  return element && id ? { id, element } : null
}

const keep = (next: ActiveRow | null) => (before: ActiveRow | null) => (before?.element === next?.element ? before : next)

/** Returns the active row of the inbox around `markRef`. The mouse wins over the focus. */
export function useActiveRow() {
  const markRef = React.useRef<HTMLSpanElement>(null)
  const [hovered, setHovered] = React.useState<ActiveRow | null>(null)
  const [focused, setFocused] = React.useState<ActiveRow | null>(null)

  React.useEffect(() => {
    const list = markRef.current?.closest<HTMLElement>('[data-slot=support-inbox-list]')
    if (!list) return
    const stop = new AbortController()
    const listen = (type: string, listener: (event: PointerEvent & FocusEvent) => void) =>
      list.addEventListener(type, listener as EventListener, { signal: stop.signal })
    listen('pointerover', ({ pointerType, target }) => setHovered(keep(pointerType === 'mouse' ? findRow(target) : null)))
    listen('pointerleave', () => setHovered(null))
    listen('focusin', ({ target }) => {
      const isVisible = target instanceof Element && target.matches(':focus-visible')
      setFocused(keep(isVisible ? findRow(target) : null))
    })
    listen('focusout', ({ relatedTarget }) => setFocused((before) => (before?.element.contains(relatedTarget as Node | null) ? before : null)))
    return () => stop.abort()
  }, [])

  return { markRef, activeRow: hovered ?? focused }
}
