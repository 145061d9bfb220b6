'use client'

import * as React from 'react'

export interface ListItem {
  id: string
}

interface RovingFocusOptions {
  /** Items in display order. The control of an item has its id as `data-item-id`. */
  items: readonly ListItem[]
  /** Tab stop until the user moves, such as the selected item. */
  preferredId: string | null
  letters: boolean
  reveal: (index: number) => void
}

export function findPlace(items: readonly ListItem[], id: string | null | undefined): number {
  return id === null || id === undefined ? -1 : items.findIndex((item) => item.id === id)
}

/** Creates one tab stop for a list, even a virtual one. If items change, the tab stop stays with its item, or at its index. */
export function useRovingFocus<Element extends HTMLElement>({
  items,
  preferredId,
  letters,
  reveal,
}: RovingFocusOptions) {
  const ref = React.useRef<Element>(null)
  const wanted = React.useRef<string>(null)
  const [current, setCurrent] = React.useState<{ id: string; index: number } | null>(null)
  const [lastPreferredId, setLastPreferredId] = React.useState(preferredId)

  // Selecting an item elsewhere moves the tab stop.
  if (preferredId !== lastPreferredId) {
    setLastPreferredId(preferredId)
    setCurrent(null)
  }

  const tabStop = React.useMemo(() => {
    const place = findPlace(items, current?.id ?? preferredId)
    return Math.max(0, place === -1 ? Math.min(current?.index ?? 0, items.length - 1) : place)
  }, [items, current, preferredId])

  const focusItem = (index: number) => {
    const id = items[index]?.id
    if (id === undefined) return
    wanted.current = id
    setCurrent({ id, index })
  }

  React.useLayoutEffect(() => {
    const id = wanted.current
    const element = id === null ? null : ref.current?.querySelector<HTMLElement>(`[data-item-id="${CSS.escape(id)}"]`)
    if (!element) return
    wanted.current = null
    reveal(tabStop)
    element.focus({ preventScroll: true })
  })

  return {
    ref,
    /** Index of the item with `tabIndex={0}`. It must be mounted. */
    tabStop,
    focusItem,
    onItemFocus(id: string) {
      if (id !== current?.id) setCurrent({ id, index: findPlace(items, id) })
    },
    onItemKeyDown(id: string, event: React.KeyboardEvent) {
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
      const from = findPlace(items, id)
      const to = from === -1 ? null : getDestination(event.key, from, items.length - 1, letters)
      if (to === null) return
      event.preventDefault()
      focusItem(to)
    },
  }
}

function getDestination(key: string, from: number, last: number, letters: boolean): number | null {
  if (key === 'ArrowDown' || (letters && key === 'j')) return Math.min(last, from + 1)
  if (key === 'ArrowUp' || (letters && key === 'k')) return Math.max(0, from - 1)
  if (key === 'Home') return 0
  if (key === 'End') return last
  return null
}
