/** The moment at which the mocked week stands: Wednesday 18 November 2026, 15:24:00 UTC, in Unix seconds. */
export const NOW = 1795015440

/** One minute in seconds. */
export const MINUTE = 60
/** One hour in seconds. */
export const HOUR = 60 * MINUTE
/** One day in seconds. */
export const DAY = 24 * HOUR
