import { RequestError } from './api-client.ts'

// Seconds. If the server asks for more, the user decides.
const MAX_PAUSE = 60

/** Resolves after some milliseconds. */
export const sleep = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

/** Returns the seconds that the server asks to wait before the same request; `null` if it asks for none, or for over a minute. */
function getRequestedPause(error: unknown): number | null {
  if (!(error instanceof RequestError)) return null
  const { code, retryAfter } = error
  const seconds = code === 'rate_limited' ? (retryAfter ?? 1) : code === 'conflict' ? (retryAfter ?? null) : null
  return seconds !== null && seconds <= MAX_PAUSE ? seconds : null
}

interface RetryOptions {
  /** Most calls in all. @default 3 */
  maxTries?: number
  /** Returns the seconds to wait after a failure, counted from 1; `null` gives up. @default what the server asks for, up to a minute */
  getPause?: (error: unknown, tries: number) => number | null
  /** Waits for some milliseconds. @default a timer */
  pause?: (milliseconds: number) => Promise<void>
}

/**
 * Calls a function again when it rejects with an error that can pass.
 *
 * @throws the last error of `run`
 */
export async function retry<Result>(
  run: () => Promise<Result>,
  { maxTries = 3, getPause = getRequestedPause, pause = sleep }: RetryOptions = {},
): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await run()
    } catch (error) {
      const seconds = tries < maxTries ? getPause(error, tries) : null
      if (seconds === null) throw error
      await pause(seconds * 1000)
    }
  }
}
