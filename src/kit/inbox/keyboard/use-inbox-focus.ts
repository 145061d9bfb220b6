'use client'

import * as React from 'react'

/** What {@link useInboxFocus} takes. */
export interface InboxFocusOptions {
  /** The conversation that is open; null for none. */
  selectedId: string | null
  /** The column of conversations. */
  listRef: React.RefObject<HTMLElement | null>
  /** The column of the conversation that is open. It and its thread have `tabIndex={-1}`. */
  threadRef: React.RefObject<HTMLElement | null>
}

/** What {@link useInboxFocus} gives. */
export interface InboxFocus {
  /** Focuses the heading of the conversation that is open; its thread, or the column, until that is there. */
  focusThread: () => void
  /** To be called when the column has something new to show: the focus goes on to the heading that it waits for. */
  followHeading: () => void
  /** Whether there is room for the conversation beside the list. */
  hasThreadColumn: () => boolean
}

const isVisible = (element: HTMLElement | null) =>
  element !== null && getComputedStyle(element).visibility !== 'hidden'

const find = (root: HTMLElement | null, slot: string) =>
  root?.querySelector<HTMLElement>(`[data-slot=${slot}]`) ?? null

/**
 * Where one column is shown at a time, the focus goes along with the reader: to the conversation's heading when one is
 * opened, and back to its row when the list is there again. Where both are shown it stays where it is.
 */
export function useInboxFocus({ selectedId, listRef, threadRef }: InboxFocusOptions): InboxFocus {
  const previousId = React.useRef(selectedId)
  const awaitsHeading = React.useRef(false)

  const focusThread = React.useCallback(() => {
    const heading = find(threadRef.current, 'thread-title')
    awaitsHeading.current = !heading
    const target = heading ?? find(threadRef.current, 'conversation-thread') ?? threadRef.current
    target?.focus({ preventScroll: true })
  }, [threadRef])

  // Not before the conversation is there, and not if the reader has gone elsewhere meanwhile.
  const followHeading = React.useCallback(() => {
    if (!awaitsHeading.current) return
    const { activeElement } = document
    const isThere = activeElement === threadRef.current || activeElement === find(threadRef.current, 'conversation-thread')
    if (isThere) focusThread()
    else awaitsHeading.current = false
  }, [threadRef, focusThread])

  React.useLayoutEffect(() => {
    const previous = previousId.current
    if (previous === selectedId) return
    previousId.current = selectedId
    if (selectedId !== null) {
      if (!isVisible(listRef.current)) focusThread()
    } else if (!isVisible(threadRef.current)) {
      focusRow(listRef.current, previous)
    }
  }, [selectedId, listRef, threadRef, focusThread])

  React.useLayoutEffect(followHeading)

  return { focusThread, followHeading, hasThreadColumn: () => isVisible(threadRef.current) && isVisible(listRef.current) }
}

/** The row that the reader came from; where it is gone, the one at which Tab would reach the list. */
function focusRow(list: HTMLElement | null, id: string | null): void {
  const row = id === null ? null : list?.querySelector<HTMLElement>(`[data-item-id="${CSS.escape(id)}"]`)
  const target = row ?? list?.querySelector<HTMLElement>('[data-item-id][tabindex="0"]')
  target?.focus({ preventScroll: row !== null && row !== undefined })
}
