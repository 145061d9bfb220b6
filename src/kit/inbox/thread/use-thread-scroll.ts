'use client'

import * as React from 'react'

/** Pixels from the end within which the reader counts as being there. */
const EDGE = 8
/** Pixels from the end within which nobody needs a button to get there. */
const NEAR = 64
/** Pixels that stay free above a message that is too long for the viewport. */
const PEEK = 12
/** Viewport heights beyond which a smooth way to the end would be a long one. */
const FAR = 3

/** What {@link useThreadScroll} gives. */
export interface ThreadScroll {
  /** For the element that scrolls. */
  viewportRef: React.RefObject<HTMLDivElement | null>
  /** For its only child: its children are blocks, theirs are rows; a part's row has its id in `data-part-id`. */
  contentRef: React.RefObject<HTMLDivElement | null>
  /** For the element that scrolls. */
  onScroll: () => void
  /** Whether there is more than fits: only then does the keyboard need to get there. */
  isOverflowing: boolean
  /** Whether the end is in view, or nearly. */
  isAtEnd: boolean
  /** The last part, by its id, that the reader was taken to: what follows it is news. */
  seenId: string | undefined
  /** Takes the reader to the end, and stays there with what comes. */
  scrollToEnd: () => void
}

/**
 * The scrolling of a thread: it opens at the newest part, follows new ones only while the reader is at the end and
 * selects nothing, and otherwise leaves what they read where it is, whatever is added or removed above or below. What
 * is too long for the viewport, one message or several that come at once, is shown from its beginning.
 *
 * One use is one thread: give the component that calls it the conversation's id as its `key`.
 *
 * @param lastId the last part's id
 * @param content changes whenever the rows do
 */
export function useThreadScroll(lastId: string | undefined, content: unknown): ThreadScroll {
  const viewportRef = React.useRef<HTMLDivElement>(null)
  const contentRef = React.useRef<HTMLDivElement>(null)
  const isFollowing = React.useRef(true)
  const lastTop = React.useRef(0)
  const place = React.useRef<Place>(null)
  const shownId = React.useRef<string>(undefined)
  const [isOverflowing, setOverflowing] = React.useState(false)
  const [isAtEnd, setAtEnd] = React.useState(true)
  const [seenId, setSeenId] = React.useState(lastId)

  const note = React.useCallback(() => {
    const viewport = viewportRef.current
    if (!viewport || !contentRef.current) return
    lastTop.current = viewport.scrollTop
    place.current = findPlace(viewport, contentRef.current)
    setOverflowing(viewport.scrollHeight > viewport.clientHeight)
    setAtEnd(distanceToEnd(viewport) <= NEAR)
  }, [])

  React.useLayoutEffect(() => {
    const viewport = viewportRef.current
    const rows = contentRef.current
    if (!viewport || !rows) return
    const newest = shownId.current === lastId ? null : firstRowAfter(rows, shownId.current)
    shownId.current = lastId
    // Whoever selects text is reading it, at the end as elsewhere.
    if (hasSelection(rows)) isFollowing.current = false
    if (!isFollowing.current) keepPlace(viewport, rows, place.current)
    else {
      const end = viewport.scrollHeight - viewport.clientHeight
      viewport.scrollTop = newest ? Math.min(end, viewport.scrollTop + topIn(viewport, newest) - PEEK) : end
      isFollowing.current = distanceToEnd(viewport) <= EDGE
      setSeenId(isFollowing.current ? lastId : partFrom(newest))
    }
    note()
  }, [content, lastId, note])

  React.useLayoutEffect(() => {
    const viewport = viewportRef.current
    const rows = contentRef.current
    if (!viewport || !rows) return
    // Pictures load, blocks are laid out, the box of the thread changes. Elsewhere than at the end the browser's own
    // scroll anchoring keeps the place.
    const observer = new ResizeObserver(() => {
      if (viewport.clientHeight === 0) return
      if (isFollowing.current) viewport.scrollTop = viewport.scrollHeight
      note()
    })
    observer.observe(viewport)
    observer.observe(rows)
    return () => observer.disconnect()
  }, [note])

  const onScroll = React.useCallback(() => {
    const viewport = viewportRef.current
    if (!viewport) return
    if (distanceToEnd(viewport) <= EDGE) {
      isFollowing.current = true
      setSeenId(shownId.current)
    } else if (viewport.scrollTop < lastTop.current - 1) {
      // Only upwards: what grows below the end has not moved the reader away from it.
      isFollowing.current = false
    }
    note()
  }, [note])

  const scrollToEnd = React.useCallback(() => {
    const viewport = viewportRef.current
    if (!viewport) return
    isFollowing.current = true
    const isLong = distanceToEnd(viewport) > FAR * viewport.clientHeight
    const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    viewport.scrollTo({ top: viewport.scrollHeight, behavior: isLong || isCalm ? 'instant' : 'smooth' })
  }, [])

  return { viewportRef, contentRef, onScroll, isOverflowing, isAtEnd, seenId, scrollToEnd }
}

/** A part's row, and where in the viewport it stands. */
interface Place {
  row: Element
  partId: string
  top: number
}

function distanceToEnd(viewport: Element): number {
  return viewport.scrollHeight - viewport.scrollTop - viewport.clientHeight
}

function topIn(viewport: Element, element: Element): number {
  return element.getBoundingClientRect().top - viewport.getBoundingClientRect().top
}

function hasSelection(content: Element): boolean {
  const selection = content.ownerDocument.getSelection()
  return selection !== null && !selection.isCollapsed && content.contains(selection.anchorNode)
}

/**
 * The first part in view. Blocks are looked at first: to measure a row of one that is not laid out would lay it out.
 * Rows that are no parts come and go with those around them.
 */
function findPlace(viewport: Element, content: Element): Place | null {
  const edge = viewport.getBoundingClientRect().top
  const block = firstEndingAfter(edge, content.children)
  const row = block && firstEndingAfter(edge, block.querySelectorAll<HTMLElement>(':scope > [data-part-id]'))
  return row ? { row, partId: row.dataset['partId'] ?? '', top: topIn(viewport, row) } : null
}

/** The first of elements one below the other that ends below a height. To measure takes time: it asks only a few. */
function firstEndingAfter<Kind extends Element>(edge: number, elements: ArrayLike<Kind>): Kind | undefined {
  let [from, to] = [0, elements.length]
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    if (elements[middle]!.getBoundingClientRect().bottom > edge) to = middle
    else from = middle + 1
  }
  return elements[from]
}

/** Puts a row back to where it stood. It may have moved to another block, and be another element of the same part. */
function keepPlace(viewport: Element, content: Element, place: Place | null): void {
  if (!place) return
  const row = place.row.isConnected ? place.row : rowOf(content, place.partId)
  if (!row) return
  const moved = topIn(viewport, row) - place.top
  if (Math.abs(moved) >= 1) viewport.scrollTop += moved
}

/** From the last block on: it is mostly the newest part that is looked for. */
function rowOf(content: Element, partId: string): Element | null {
  const selector = `:scope > [data-part-id="${CSS.escape(partId)}"]`
  for (let block = content.lastElementChild; block; block = block.previousElementSibling) {
    const row = block.querySelector(selector)
    if (row) return row
  }
  return null
}

/** The id of the part at a row, or at the next one that is a part. */
function partFrom(row: Element | null): string | undefined {
  for (let at = row; at; at = at.nextElementSibling) {
    const id = at.getAttribute('data-part-id')
    if (id !== null) return id
  }
  return undefined
}

/** The first row of what is new: the one after a part, or the last one where that part is not there. */
function firstRowAfter(content: Element, partId: string | undefined): Element | null {
  const last = partId === undefined ? null : rowOf(content, partId)
  if (!last) return content.lastElementChild?.lastElementChild ?? null
  return last.nextElementSibling ?? last.parentElement?.nextElementSibling?.firstElementChild ?? null
}
