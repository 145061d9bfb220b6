import { NOW } from '../mocks/data/clock.ts'

/**
 * Starts `Date.now()` at the time of the mocked data. Routes run in the page and read it.
 * @returns Restores the system clock.
 */
export function startClock(): () => void {
  const { now } = Date
  const start = now()
  Date.now = () => NOW * 1000 + now() - start
  return () => {
    Date.now = now
  }
}
