'use client'

import * as React from 'react'

/** Something in a list, which may hold ten thousand of them: its hooks look at the items themselves, and copy nothing. */
export interface ListItem {
  id: string
}

/** What {@link useRovingFocus} takes. */
export interface RovingFocusOptions {
  /** The items, in their order. An item's element carries its id as `data-item-id`. */
  items: readonly ListItem[]
  /** Where Tab reaches the list until the reader has moved: the selected item, say. */
  preferredId: string | null
  /** Whether j and k move as the arrow keys do. */
  letters: boolean
  /** Brings an item into view, by its place; called before it is focused. */
  reveal: (index: number) => void
}

/** What {@link useRovingFocus} gives. */
export interface RovingFocus<Element extends HTMLElement> {
  /** For the element that holds the items. */
  ref: React.RefObject<Element | null>
  /** The place of the item with `tabIndex={0}`; all others have -1. It must be mounted, in view or not. */
  tabStop: number
  /** Focuses an item, by its place, as soon as it is rendered. */
  focusItem: (index: number) => void
  onFocus: (event: React.FocusEvent) => void
  onKeyDown: (event: React.KeyboardEvent) => void
}

/** The place of the item with this id; -1 where there is none. */
export function placeOf(items: readonly ListItem[], id: string | null | undefined): number {
  return id === null || id === undefined ? -1 : items.findIndex((item) => item.id === id)
}

/** The id of the item that an event came from; null where it came from something else. */
export function itemIdOf(target: EventTarget | null): string | null {
  const item = target instanceof Element ? target.closest('[data-item-id]') : null
  return item?.getAttribute('data-item-id') ?? null
}

/**
 * One tab stop for a list of items: the arrow keys, Home and End (and j and k) move the focus, Tab leaves the list. The
 * list may be virtual: what is focused need not be rendered yet. Where items move or go, the tab stop stays with its
 * item, or else with its place.
 *
 * @see https://www.w3.org/WAI/ARIA/apg/practices/keyboard-interface/#kbd_roving_tabindex
 */
export function useRovingFocus<Element extends HTMLElement>({
  items,
  preferredId,
  letters,
  reveal,
}: RovingFocusOptions): RovingFocus<Element> {
  const ref = React.useRef<Element>(null)
  const wanted = React.useRef<string>(null)
  const [current, setCurrent] = React.useState<{ id: string; index: number } | null>(null)
  const [lastPreferredId, setLastPreferredId] = React.useState(preferredId)

  // What is selected from elsewhere becomes the tab stop, too.
  if (preferredId !== lastPreferredId) {
    setLastPreferredId(preferredId)
    setCurrent(null)
  }

  const tabStop = React.useMemo(() => {
    const place = placeOf(items, current?.id ?? preferredId)
    return Math.max(0, place === -1 ? Math.min(current?.index ?? 0, items.length - 1) : place)
  }, [items, current, preferredId])

  const focusItem = (index: number) => {
    const id = items[index]?.id
    if (id === undefined) return
    wanted.current = id
    setCurrent({ id, index })
  }

  // Only now is the item rendered.
  React.useLayoutEffect(() => {
    const id = wanted.current
    const element = id === null ? null : ref.current?.querySelector<HTMLElement>(`[data-item-id="${CSS.escape(id)}"]`)
    if (!element) return
    wanted.current = null
    reveal(tabStop)
    element.focus({ preventScroll: true })
  })

  const onFocus = (event: React.FocusEvent) => {
    const id = itemIdOf(event.target)
    if (id !== null && id !== current?.id) setCurrent({ id, index: placeOf(items, id) })
  }

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const from = placeOf(items, itemIdOf(event.target))
    if (from === -1) return
    const to = destination(event.key, from, items.length - 1, letters)
    if (to === null) return
    event.preventDefault()
    focusItem(to)
  }

  return { ref, tabStop, focusItem, onFocus, onKeyDown }
}

function destination(key: string, from: number, last: number, letters: boolean): number | null {
  if (key === 'ArrowDown' || (letters && key === 'j')) return Math.min(last, from + 1)
  if (key === 'ArrowUp' || (letters && key === 'k')) return Math.max(0, from - 1)
  if (key === 'Home') return 0
  if (key === 'End') return last
  return null
}
