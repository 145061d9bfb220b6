/** Current time of the mocked data in Unix seconds: Wednesday 18 November 2026, 15:24 UTC. */
export const NOW = 1795015440

/** Seconds per minute. */
export const MINUTE = 60
/** Seconds per hour. */
export const HOUR = 60 * MINUTE
/** Seconds per day. */
export const DAY = 24 * HOUR
