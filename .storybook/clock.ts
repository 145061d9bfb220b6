/** The time of day in stories: what the routes go by runs in this page, and the workspace stands at a moment of its own. */
import { NOW } from '../mocks/data/clock.ts'

/**
 * Lets `Date.now()` begin at the workspace's moment, and run on from there.
 *
 * @returns gives the machine's own time back
 */
export function startClock(): () => void {
  const { now } = Date
  const start = now()
  Date.now = () => NOW * 1000 + now() - start
  return () => {
    Date.now = now
  }
}
