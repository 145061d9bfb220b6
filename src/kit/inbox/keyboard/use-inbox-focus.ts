'use client'

import * as React from 'react'
import type { InboxParts } from './use-inbox-actions.ts'

const isVisible = (element: HTMLElement | null) =>
  element !== null && getComputedStyle(element).visibility !== 'hidden'

const find = (root: HTMLElement | null, slot: string) =>
  root?.querySelector<HTMLElement>(`[data-slot=${slot}]`) ?? null

/** If only one column fits, moves the focus to the selected conversation's heading, and back to its row. */
export function useInboxFocus({ selectedId, listRef, threadRef }: Pick<InboxParts, 'selectedId' | 'listRef' | 'threadRef'>) {
  const previousId = React.useRef(selectedId)
  const awaitsHeading = React.useRef(false)

  const focusThread = React.useCallback(() => {
    const heading = find(threadRef.current, 'thread-title')
    awaitsHeading.current = !heading
    const target = heading ?? find(threadRef.current, 'conversation-thread') ?? threadRef.current
    target?.focus({ preventScroll: true })
  }, [threadRef])

  const followHeading = React.useCallback(() => {
    if (!awaitsHeading.current) return
    const { activeElement } = document
    const isWaiting = activeElement === threadRef.current || activeElement === find(threadRef.current, 'conversation-thread')
    if (isWaiting) focusThread()
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

  return {
    /** Focuses the heading of the selected conversation, or its column until the heading renders. */
    focusThread,
    /** Moves the focus from the column to the heading. Call it when the column renders. */
    followHeading,
    hasThreadColumn: () => isVisible(threadRef.current) && isVisible(listRef.current),
  }
}

function focusRow(list: HTMLElement | null, id: string | null): void {
  const row = id === null ? null : list?.querySelector<HTMLElement>(`[data-item-id="${CSS.escape(id)}"]`)
  const target = row ?? list?.querySelector<HTMLElement>('[data-item-id][tabindex="0"]')
  target?.focus({ preventScroll: row !== null && row !== undefined })
}
