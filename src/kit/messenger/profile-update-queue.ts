/** Gathers what changes into as few updates as Intercom takes: see `update-budget.ts`. */
import type { MessengerSettings } from './messenger-settings.ts'
import { createUpdateBudget } from './update-budget.ts'

/** Milliseconds in which route changes count as one page view: a redirect is no second one. */
const PAGE_VIEW_DELAY = 1_000

/** What waits to be sent. */
export interface Updates {
  /** Adds attributes that changed; without any it adds a page view, which every update counts as. */
  add: (attributes?: MessengerSettings) => void
  /** Sends attributes that wait, if Intercom takes them by now: what comes after them may depend on them. */
  flush: () => void
  /** Forgets what waits. */
  drop: () => void
}

/**
 * Makes the gatherer of one page.
 *
 * @param send sends an update: `undefined` where there is nothing but a page view
 */
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
      sendAfter(more ? 0 : PAGE_VIEW_DELAY)
    },
    flush() {
      if (attributes) attempt()
    },
    drop,
  }
}
