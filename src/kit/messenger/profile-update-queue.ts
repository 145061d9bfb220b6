import type { MessengerSettings } from './types.ts'

/** Milliseconds in which changes of the route count as one page view, because a redirect is no second one. */
const PAGE_VIEW_DELAY = 1_000

/** Milliseconds in which one update is earned. */
const INTERVAL = 180_000

/** Updates that may be sent at once. */
const BURST = 10

/** Updates of the burst that page views may use. The others are for changes of attributes. */
const PAGE_VIEW_BURST = 5

/**
 * Intercom takes 20 updates of a page in 30 minutes, and drops the rest. Ten at once and then one in three minutes never
 * exceed that.
 *
 * https://developers.intercom.com/installing-intercom/web/methods#intercomupdate
 *
 * @returns a function that returns the milliseconds to wait, or 0 and counts the update
 */
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

/** Updates that wait to be sent. */
export interface Updates {
  /** Adds changed attributes, or a page view. */
  add: (attributes?: MessengerSettings) => void
  /** Sends waiting attributes if the budget allows that, because the next call may depend on them. */
  flush: () => void
  /** Drops what waits. */
  drop: () => void
}

/** Creates a queue that merges changes into as few updates as Intercom takes. */
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
