'use client'

import * as React from 'react'
import { itemIdOf, placeOf, type ListItem } from './use-roving-focus.ts'

/** What {@link useRowChecks} takes. */
export interface RowChecksOptions {
  /** The rows, in their order. */
  items: readonly ListItem[]
  /** Those that are checked, by their ids; others than those of `items` may be among them. Undefined where rows cannot be checked. */
  checkedIds: ReadonlySet<string> | undefined
  /** Asks for others. */
  onCheckedIdsChange: ((ids: ReadonlySet<string>) => void) | undefined
  /** Where a range begins if none was begun: the row that is open, say. */
  startId: string | null
  /** Rows are links: a click with a modifier is the browser's. */
  areLinks: boolean
  /** Focuses a row, by its place. */
  focusItem: (index: number) => void
}

/** What {@link useRowChecks} gives. */
export interface RowChecks {
  /** Checks a row, or takes the check away; the next range begins there. */
  toggle: (id: string) => void
  /** Whether any of the rows is checked. */
  isChecking: boolean
  /** Takes shift and an arrow, Ctrl or Cmd and A, and Escape where something is checked. */
  onKeyDown: (event: React.KeyboardEvent) => void
  /** Takes a click on a checkbox, and one with a modifier on a row. Tells whether it did. */
  onClick: (event: React.MouseEvent) => boolean
}

interface Range {
  from: string
  to: string
  /** What was checked before the range. */
  base: ReadonlySet<string>
}

/** The id of the row that something is in; null where it is in none. */
export function rowIdOf(target: EventTarget | null): string | null {
  const item = target instanceof Element ? target.closest('li')?.querySelector('[data-item-id]') : null
  return itemIdOf(item ?? null)
}

/** Everything between two rows, both included. */
function between(items: readonly ListItem[], one: string, other: string): string[] {
  const from = placeOf(items, one)
  const to = placeOf(items, other)
  if (from === -1 || to === -1) return to === -1 ? [] : [other]
  return items.slice(Math.min(from, to), Math.max(from, to) + 1).map(({ id }) => id)
}

/**
 * Rows that are checked one by one and in ranges, by their ids: what is checked stays so when rows are sorted anew or
 * more of them come.
 */
export function useRowChecks({
  items,
  checkedIds,
  onCheckedIdsChange,
  startId,
  areLinks,
  focusItem,
}: RowChecksOptions): RowChecks {
  const range = React.useRef<Range>(null)
  const checked = checkedIds ?? new Set<string>()

  const toggle = (id: string) => {
    const next = new Set(checked)
    if (!next.delete(id)) next.add(id)
    range.current = { from: id, to: id, base: next }
    onCheckedIdsChange?.(next)
  }

  const extendTo = (id: string) => {
    const { from, base } = range.current ?? { from: startId ?? id, base: checked }
    range.current = { from, to: id, base }
    onCheckedIdsChange?.(new Set([...base, ...between(items, from, id)]))
  }

  const set = (next: ReadonlySet<string>) => {
    range.current = null
    onCheckedIdsChange?.(next)
  }

  const isChecking = React.useMemo(
    () => checkedIds !== undefined && checkedIds.size > 0 && items.some(({ id }) => checkedIds.has(id)),
    [items, checkedIds],
  )

  return {
    toggle,
    isChecking,
    onKeyDown(event) {
      const id = rowIdOf(event.target)
      const { key, shiftKey, altKey } = event
      const isMod = event.ctrlKey || event.metaKey
      if (!checkedIds || id === null || altKey || (shiftKey && isMod)) return
      const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0
      if (shiftKey && step !== 0) {
        const to = Math.min(items.length - 1, Math.max(0, placeOf(items, id) + step))
        // A range goes on where the last one ended; elsewhere another begins.
        if (range.current?.to !== id) range.current = { from: id, to: id, base: checked }
        extendTo(items[to]?.id ?? id)
        focusItem(to)
      } else if (isMod && key.toLowerCase() === 'a') set(new Set(items.map((item) => item.id)))
      else if (key === 'Escape' && isChecking && !isMod && !shiftKey) set(new Set())
      else return
      event.preventDefault()
    },
    onClick(event) {
      const id = rowIdOf(event.target)
      if (!checkedIds || id === null) return false
      const isBox = event.target instanceof Element && event.target.closest('[data-check-id]') !== null
      const isModified = event.shiftKey || event.ctrlKey || event.metaKey
      if (!isBox && (areLinks || !isModified)) return false
      if (event.shiftKey) extendTo(id)
      else toggle(id)
      return true
    },
  }
}
