'use client'

import * as React from 'react'
import type { VirtualizerHandle } from 'virtua'
import type { ConversationSummary } from '../../contracts/index.ts'
import { useLatest } from '../../shared/use-latest.ts'
import { findPlace, useRovingFocus } from './use-roving-focus.ts'
import { useRowMotion } from './use-row-motion.ts'
import { useRowSelection } from './use-row-selection.ts'
import { useScrollAnchor } from './use-scroll-anchor.ts'
import type { VirtualRowsProps } from './virtual-rows.tsx'

/** Controls the focus and the checks of a list. */
export interface ConversationListHandle {
  /** Focuses the next row (1), the previous one (-1), or the tab stop (0). */
  focusRow: (step: -1 | 0 | 1) => void
  focusId: (id: string) => void
  /** Returns the id of the row that is focused or contains the focus. */
  getFocusedId: () => string | null
  toggle: (id: string) => void
}

/** Options of {@link useConversationRows}, most of them props of the list. */
export interface ConversationRowsOptions {
  conversations: ConversationSummary[]
  totalCount: number | undefined
  hasMore: boolean
  isLoadingMore: boolean
  /** Whether scrolling near the end loads more rows. */
  loadsOnScroll: boolean
  onLoadMore: (() => void) | undefined
  selectedId: string | null
  onSelect: ((id: string, event: React.MouseEvent) => void) | undefined
  areLinks: boolean
  shortcuts: boolean
  selectedRowIds: ReadonlySet<string> | undefined
  isSelecting: boolean
  onSelectedRowIdsChange: ((ids: ReadonlySet<string>) => void) | undefined
  handleRef: React.Ref<ConversationListHandle> | undefined
}

interface RowHandlers {
  onRowClick: (id: string, event: React.MouseEvent) => void
  onRowKeyDown: (id: string, event: React.KeyboardEvent) => void
  onControlFocus: (id: string) => void
  onControlKeyDown: (id: string, event: React.KeyboardEvent) => void
}

/** Provides `handlers` of {@link useConversationRows} to rows. The value is a ref, so that unchanged rows don't render. */
export const RowHandlersContext = React.createContext<Readonly<React.RefObject<RowHandlers>> | null>(null)

/** Connects a row with its list. Spread `controlProps` on the element with `data-item-id`. */
export function useRowHandlers(id: string) {
  const handlers = React.use(RowHandlersContext)
  return {
    rowProps: {
      onClick: (event: React.MouseEvent) => handlers?.current.onRowClick(id, event),
      onKeyDown: (event: React.KeyboardEvent) => handlers?.current.onRowKeyDown(id, event),
    },
    controlProps: {
      onFocus: () => handlers?.current.onControlFocus(id),
      onKeyDown: (event: React.KeyboardEvent) => handlers?.current.onControlKeyDown(id, event),
    },
  }
}

// Render short lists whole, for find-in-page and the list commands of screen readers.
const ALWAYS_MOUNTED = 50
const ROWS_AHEAD = 8

const isModified = (event: React.MouseEvent) => event.altKey || event.ctrlKey || event.metaKey || event.shiftKey

/** Manages a list of conversations: virtual rows, one tab stop, checkboxes, scroll position, loading more. */
export function useConversationRows({
  conversations,
  totalCount = 0,
  hasMore,
  isLoadingMore,
  loadsOnScroll,
  onLoadMore,
  selectedId,
  onSelect,
  areLinks,
  shortcuts,
  selectedRowIds,
  isSelecting,
  onSelectedRowIdsChange,
  handleRef,
}: ConversationRowsOptions) {
  const virtualizer = React.useRef<VirtualizerHandle>(null)
  const count = conversations.length
  const { ref, tabStop, focusItem, onItemFocus, onItemKeyDown } = useRovingFocus<HTMLDivElement>({
    items: conversations,
    preferredId: selectedId,
    letters: shortcuts,
    reveal(index) {
      const list = virtualizer.current
      const view = ref.current
      if (!list || !view) return
      // Rows have one height, so scroll at once: virtua scrolls later, after the next key.
      const top = list.getItemOffset(index)
      const bottom = top + list.getItemSize(index)
      if (top < view.scrollTop) view.scrollTop = top
      else if (bottom > view.scrollTop + view.clientHeight) view.scrollTop = bottom - view.clientHeight
    },
  })
  useScrollAnchor(conversations, ref, virtualizer)
  useRowMotion(conversations, ref)
  const checks = useRowSelection({ items: conversations, selectedRowIds, onSelectedRowIdsChange, startId: selectedId, areLinks, focusItem })

  const getFocusedId = () => {
    const row = ref.current?.ownerDocument.activeElement?.closest('li') ?? null
    const control = ref.current?.contains(row) ? row?.querySelector<HTMLElement>('[data-item-id]') : null
    return control?.dataset['itemId'] ?? null
  }
  React.useImperativeHandle(handleRef, () => ({
    focusRow(step) {
      const from = findPlace(conversations, getFocusedId())
      // From outside, focus the tab stop first. Move on only if that row is selected.
      const at = from === -1 ? tabStop : from
      const isArriving = from === -1 && conversations[tabStop]?.id !== selectedId
      focusItem(Math.min(count - 1, Math.max(0, isArriving ? at : at + step)))
    },
    focusId: (id) => focusItem(findPlace(conversations, id)),
    getFocusedId,
    toggle: checks.toggle,
  }))

  const keepMounted = React.useMemo(
    () => (count <= ALWAYS_MOUNTED ? Array.from({ length: count }, (_, index) => index) : [tabStop]),
    [count, tabStop],
  )

  // If the button loaded the rows and still has the focus, focus the first new row.
  const more = React.useRef<HTMLButtonElement>(null)
  const continueAt = React.useRef<number>(null)
  const isAtButton = () => more.current !== null && more.current === more.current.ownerDocument.activeElement
  React.useLayoutEffect(() => {
    const index = continueAt.current
    if (index === null || count <= index) return
    continueAt.current = null
    // The last rows remove the button and its focus.
    const isLost = ref.current?.ownerDocument.activeElement === ref.current?.ownerDocument.body
    if (isAtButton() || isLost) focusItem(index)
  })

  const handlers = useLatest<RowHandlers>({
    onRowClick(id, event) {
      if (checks.onRowClick(id, event)) return
      const { target, currentTarget } = event
      const control = currentTarget.querySelector<HTMLElement>('[data-item-id]')
      // Elements with a tooltip cover the control, so forward their clicks.
      if (!(target instanceof Node && control?.contains(target))) control?.click()
      // With a modifier, the browser opens the link elsewhere.
      else if (!(areLinks && isModified(event))) onSelect?.(id, event)
    },
    onRowKeyDown: checks.onRowKeyDown,
    onControlFocus: onItemFocus,
    onControlKeyDown(id, event) {
      onItemKeyDown(id, event)
      if (event.key !== ' ' || !(event.currentTarget instanceof HTMLAnchorElement)) return
      event.preventDefault()
      event.currentTarget.click()
    },
  })

  const listProps: Omit<VirtualRowsProps<ConversationSummary>, 'children'> = {
    items: conversations,
    setSize: Math.max(totalCount, count),
    keepMounted,
    handle: virtualizer,
    onScroll(offset) {
      const list = virtualizer.current
      // Focusing the button scrolls too, but must not load.
      if (!list || !loadsOnScroll || !hasMore || isLoadingMore || isAtButton()) return
      if (list.findItemIndex(offset + list.viewportSize) >= count - ROWS_AHEAD) onLoadMore?.()
    },
  }

  return {
    tabStop,
    isChecking: isSelecting || checks.isChecking,
    handlers,
    scrollerProps: {
      ref,
      role: 'presentation',
      onMouseDown(event: React.MouseEvent) {
        // Shift-click checks a range, so it must not select text.
        if (selectedRowIds && event.shiftKey) event.preventDefault()
      },
    },
    listProps,
    moreProps: {
      ref: more,
      'aria-disabled': isLoadingMore,
      onClick() {
        continueAt.current = count
        if (!isLoadingMore) onLoadMore?.()
      },
    },
  }
}
