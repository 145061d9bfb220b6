'use client'

import * as React from 'react'

/** An item of a list. Lists can hold thousands, so the hooks read the items in place instead of copying them. */
export interface ListItem {
  id: string
}

interface RovingFocusOptions {
  /** The items, in display order. The control of an item carries its id as `data-item-id`. */
  items: readonly ListItem[]
  /** The item that Tab reaches until the user has moved, such as the selected one. */
  preferredId: string | null
  letters: boolean
  /** Scrolls the item at an index into view. Called before the item gets the focus. */
  reveal: (index: number) => void
}

/** Returns the index of the item with an id, or -1. */
export function findPlace(items: readonly ListItem[], id: string | null | undefined): number {
  return id === null || id === undefined ? -1 : items.findIndex((item) => item.id === id)
}

/**
 * One tab stop for a list: arrow keys, Home and End (and j and k) move the focus, Tab leaves the list. The list may be
 * virtual: an item need not be rendered before it is focused. When items move or are removed, the tab stop stays with
 * its item, or else at its index.
 *
 * @see https://www.w3.org/WAI/ARIA/apg/practices/keyboard-interface/#kbd_roving_tabindex
 */
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

  // An item that is selected from elsewhere becomes the tab stop too.
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
    /** Index of the item with `tabIndex={0}`; all others have -1. It must be mounted, in view or not. */
    tabStop,
    /** Focuses the item at an index as soon as it is rendered. */
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
