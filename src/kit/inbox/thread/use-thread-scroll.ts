'use client'

import * as React from 'react'

// Pixels from the end within which new parts scroll into view.
const EDGE = 8
// Pixels from the end within which the button to the end is hidden.
const NEAR = 64
// Pixels above a message that is too long for the viewport.
const PEEK = 12
// Viewport heights beyond which scrolling is not animated.
const FAR = 3

/** Follows new parts at the end of a thread, and otherwise keeps the place. Use the conversation's id as `key`. */
export function useThreadScroll(lastId: string | undefined, content: unknown) {
  const viewportRef = React.useRef<HTMLDivElement>(null)
  const contentRef = React.useRef<HTMLDivElement>(null)
  const isFollowing = React.useRef(true)
  const lastTop = React.useRef(0)
  const place = React.useRef<Place>(null)
  const shownId = React.useRef<string>(undefined)
  const [isOverflowing, setOverflowing] = React.useState(false)
  const [isAtEnd, setAtEnd] = React.useState(true)
  const [seenId, setSeenId] = React.useState(lastId)

  const recordPlace = React.useCallback(() => {
    const viewport = viewportRef.current
    if (!viewport || !contentRef.current) return
    lastTop.current = viewport.scrollTop
    place.current = findPlace(viewport, contentRef.current)
    setOverflowing(viewport.scrollHeight > viewport.clientHeight)
    setAtEnd(getDistanceToEnd(viewport) <= NEAR)
  }, [])

  React.useLayoutEffect(() => {
    const viewport = viewportRef.current
    const rows = contentRef.current
    if (!viewport || !rows) return
    const newest = shownId.current === lastId ? null : findFirstRowAfter(rows, shownId.current)
    shownId.current = lastId
    // Selected text stays in place.
    if (hasSelection(rows)) isFollowing.current = false
    if (!isFollowing.current) keepPlace(viewport, rows, place.current)
    else {
      const end = viewport.scrollHeight - viewport.clientHeight
      viewport.scrollTop = newest ? Math.min(end, viewport.scrollTop + getTop(viewport, newest) - PEEK) : end
      isFollowing.current = getDistanceToEnd(viewport) <= EDGE
      setSeenId(isFollowing.current ? lastId : getPartId(newest))
    }
    recordPlace()
  }, [content, lastId, recordPlace])

  React.useLayoutEffect(() => {
    const viewport = viewportRef.current
    const rows = contentRef.current
    if (!viewport || !rows) return
    // Images and layout change heights. Away from the end, the browser's scroll anchoring keeps the place.
    const observer = new ResizeObserver(() => {
      if (viewport.clientHeight === 0) return
      if (isFollowing.current) viewport.scrollTop = viewport.scrollHeight
      recordPlace()
    })
    observer.observe(viewport)
    observer.observe(rows)
    return () => observer.disconnect()
  }, [recordPlace])

  const onScroll = React.useCallback(() => {
    const viewport = viewportRef.current
    if (!viewport) return
    if (getDistanceToEnd(viewport) <= EDGE) {
      isFollowing.current = true
      setSeenId(shownId.current)
    } else if (viewport.scrollTop < lastTop.current - 1) {
      // Only upwards: growing content doesn't mean that the user left the end.
      isFollowing.current = false
    }
    recordPlace()
  }, [recordPlace])

  const scrollToEnd = React.useCallback(() => {
    const viewport = viewportRef.current
    if (!viewport) return
    isFollowing.current = true
    const isLong = getDistanceToEnd(viewport) > FAR * viewport.clientHeight
    const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    viewport.scrollTo({ top: viewport.scrollHeight, behavior: isLong || isCalm ? 'instant' : 'smooth' })
  }, [])

  return {
    viewportRef,
    /** Ref for the only child of the viewport. Its children are blocks of rows with `data-part-id`. */
    contentRef,
    onScroll,
    isOverflowing,
    isAtEnd,
    seenId,
    scrollToEnd,
  }
}

interface Place {
  row: Element
  partId: string
  top: number
}

function getDistanceToEnd(viewport: Element): number {
  return viewport.scrollHeight - viewport.scrollTop - viewport.clientHeight
}

function getTop(viewport: Element, element: Element): number {
  return element.getBoundingClientRect().top - viewport.getBoundingClientRect().top
}

function hasSelection(content: Element): boolean {
  const selection = content.ownerDocument.getSelection()
  return selection !== null && !selection.isCollapsed && content.contains(selection.anchorNode)
}

/** Measures blocks first: measuring a row of a skipped block would lay it out. */
function findPlace(viewport: Element, content: Element): Place | null {
  const edge = viewport.getBoundingClientRect().top
  const block = findFirstEndingAfter(edge, content.children)
  const row = block && findFirstEndingAfter(edge, block.querySelectorAll<HTMLElement>(':scope > [data-part-id]'))
  return row ? { row, partId: row.dataset['partId'] ?? '', top: getTop(viewport, row) } : null
}

/** Searches stacked elements in halves, because measuring is slow. */
function findFirstEndingAfter<Kind extends Element>(edge: number, elements: ArrayLike<Kind>): Kind | undefined {
  let [from, to] = [0, elements.length]
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    if (elements[middle]!.getBoundingClientRect().bottom > edge) to = middle
    else from = middle + 1
  }
  return elements[from]
}

/** The part may have another element by now, in another block. */
function keepPlace(viewport: Element, content: Element, place: Place | null): void {
  if (!place) return
  const row = place.row.isConnected ? place.row : findRow(content, place.partId)
  if (!row) return
  const moved = getTop(viewport, row) - place.top
  if (Math.abs(moved) >= 1) viewport.scrollTop += moved
}

function findRow(content: Element, partId: string): Element | null {
  const selector = `:scope > [data-part-id="${CSS.escape(partId)}"]`
  for (let block = content.lastElementChild; block; block = block.previousElementSibling) {
    const row = block.querySelector(selector)
    if (row) return row
  }
  return null
}

function getPartId(row: Element | null): string | undefined {
  for (let at = row; at; at = at.nextElementSibling) {
    const id = at.getAttribute('data-part-id')
    if (id !== null) return id
  }
  return undefined
}

function findFirstRowAfter(content: Element, partId: string | undefined): Element | null {
  const last = partId === undefined ? null : findRow(content, partId)
  if (!last) return content.lastElementChild?.lastElementChild ?? null
  return last.nextElementSibling ?? last.parentElement?.nextElementSibling?.firstElementChild ?? null
}
