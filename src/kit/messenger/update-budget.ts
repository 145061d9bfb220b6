/**
 * Intercom takes 20 updates of a page in 30 minutes and drops the rest. So the kit sends 10 as fast as they come and
 * then one in three minutes: whichever 30 minutes one looks at, there are at most 20 in them.
 *
 * https://developers.intercom.com/installing-intercom/web/methods#intercomupdate
 */

/** Milliseconds in which one update is earned. */
const INTERVAL = 180_000

/** Updates that may follow each other at once. */
const BURST = 10

/** Of these, how many a page view may use: the others are for what the user changes. */
const PAGE_VIEW_BURST = 5

/** Counts updates: gives the milliseconds to wait for the next one; 0 means that it may go, and it is counted. */
export type UpdateBudget = (isPageView: boolean, now: number) => number

/** Makes a budget that nothing is spent of. */
export function createUpdateBudget(): UpdateBudget {
  let paidUntil = 0
  return (isPageView, now) => {
    const next = Math.max(paidUntil, now) + INTERVAL
    const wait = next - now - (isPageView ? PAGE_VIEW_BURST : BURST) * INTERVAL
    if (wait > 0) return wait
    paidUntil = next
    return 0
  }
}
