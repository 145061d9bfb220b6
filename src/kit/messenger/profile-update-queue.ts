import type { MessengerSettings } from './types.ts'

/** Milliseconds in which route changes count as one page view, because of redirects. */
const PAGE_VIEW_DELAY = 1_000

// Intercom drops updates beyond 20 in 30 minutes. Bursts of ten, and one update per interval, stay within that.
// Page views leave half of a burst to attributes.
// https://developers.intercom.com/installing-intercom/web/methods#intercomupdate
const INTERVAL = 180_000
const BURST = 10
const PAGE_VIEW_BURST = 5

/** Returns a function that returns the milliseconds to wait, or counts the update and returns 0. */
function createUpdateBudget(): (isPageView: boolean, now: number) => number {
  let paidUntil = 0
  return (isPageView, now) => {
    const next = Math.max(paidUntil, now) + INTERVAL
    const wait = next - now - (isPageView ? PAGE_VIEW_BURST : BURST) * INTERVAL
    if (wait > 0) return wait
    paidUntil = next
    return 0
  }
}

export interface Updates {
  /** Adds changed attributes, or a page view. */
  add: (attributes?: MessengerSettings) => void
  /** Sends waiting attributes now if the budget allows, because the next call may depend on them. */
  flush: () => void
  drop: () => void
}

export function createUpdates(send: (attributes: MessengerSettings | undefined) => void): Updates {
  const wait = createUpdateBudget()
  let attributes: MessengerSettings | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  function sendAfter(delay: number): void {
    clearTimeout(timer)
    timer = setTimeout(attempt, delay)
  }

  function drop(): void {
    clearTimeout(timer)
    attributes = undefined
  }

  function attempt(): void {
    const delay = wait(!attributes, Date.now())
    if (delay) return sendAfter(delay)
    const sent = attributes
    drop()
    send(sent)
  }

  return {
    add(more) {
      if (more) attributes = { ...attributes, ...more }
      sendAfter(attributes ? 0 : PAGE_VIEW_DELAY)
    },
    flush() {
      if (attributes) attempt()
    },
    drop,
  }
}
