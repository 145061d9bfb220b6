'use client'

import * as React from 'react'
import { findPlace, type ListItem } from './use-roving-focus.ts'

interface RowSelectionOptions {
  items: readonly ListItem[]
  /** Checked rows, including ids outside of `items`. `undefined` means no checkboxes. */
  selectedRowIds: ReadonlySet<string> | undefined
  onSelectedRowIdsChange: ((ids: ReadonlySet<string>) => void) | undefined
  startId: string | null
  /** Whether rows are links. The browser then handles clicks with a modifier. */
  areLinks: boolean
  focusItem: (index: number) => void
}

interface Range {
  from: string
  to: string
  base: ReadonlySet<string>
}

function getIdsBetween(items: readonly ListItem[], one: string, other: string): string[] {
  const from = findPlace(items, one)
  const to = findPlace(items, other)
  if (from === -1 || to === -1) return to === -1 ? [] : [other]
  return items.slice(Math.min(from, to), Math.max(from, to) + 1).map(({ id }) => id)
}

/** Checks rows by id, one by one and in ranges. Checks survive sorting and loading. */
export function useRowSelection({
  items,
  selectedRowIds,
  onSelectedRowIdsChange,
  startId,
  areLinks,
  focusItem,
}: RowSelectionOptions) {
  const range = React.useRef<Range>(null)
  const checked = selectedRowIds ?? new Set<string>()

  const toggle = (id: string) => {
    const next = new Set(checked)
    if (!next.delete(id)) next.add(id)
    range.current = { from: id, to: id, base: next }
    onSelectedRowIdsChange?.(next)
  }

  const extendTo = (id: string) => {
    const { from, base } = range.current ?? { from: startId ?? id, base: checked }
    range.current = { from, to: id, base }
    onSelectedRowIdsChange?.(new Set([...base, ...getIdsBetween(items, from, id)]))
  }

  const set = (next: ReadonlySet<string>) => {
    range.current = null
    onSelectedRowIdsChange?.(next)
  }

  const isChecking = React.useMemo(
    () => selectedRowIds !== undefined && selectedRowIds.size > 0 && items.some(({ id }) => selectedRowIds.has(id)),
    [items, selectedRowIds],
  )

  return {
    toggle,
    isChecking,
    onRowKeyDown(id: string, event: React.KeyboardEvent) {
      const { key, shiftKey, altKey } = event
      const isMod = event.ctrlKey || event.metaKey
      if (!selectedRowIds || altKey || (shiftKey && isMod)) return
      const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0
      if (shiftKey && step !== 0) {
        const to = Math.min(items.length - 1, Math.max(0, findPlace(items, id) + step))
        // Extend a range only from its end.
        if (range.current?.to !== id) range.current = { from: id, to: id, base: checked }
        extendTo(items[to]?.id ?? id)
        focusItem(to)
      } else if (isMod && key.toLowerCase() === 'a') set(new Set(items.map((item) => item.id)))
      else if (key === 'Escape' && isChecking && !isMod && !shiftKey) set(new Set())
      else return
      event.preventDefault()
    },
    /** Handles clicks on checkboxes, and clicks with a modifier. Returns whether it did. */
    onRowClick(id: string, event: React.MouseEvent): boolean {
      if (!selectedRowIds) return false
      const isBox = event.target instanceof Element && event.target.closest('[data-check-id]') !== null
      const isModified = event.shiftKey || event.ctrlKey || event.metaKey
      if (!isBox && (areLinks || !isModified)) return false
      if (event.shiftKey) extendTo(id)
      else toggle(id)
      return true
    },
  }
}
