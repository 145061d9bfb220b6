import { RequestError } from './api-client.ts'

/** Returns a key for the header `Idempotency-Key`. `crypto.randomUUID()` requires HTTPS. */
export function createIdempotencyKey(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-')
}

export const sleep = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

function getRequestedPause(error: unknown, maxPause: number): number | null {
  if (!(error instanceof RequestError)) return null
  const { code, retryAfter } = error
  const seconds = code === 'rate_limited' ? (retryAfter ?? 1) : code === 'conflict' ? (retryAfter ?? null) : null
  return seconds !== null && seconds <= maxPause ? seconds : null
}

interface RetryOptions {
  /** Maximum calls, including the first. @default 3 */
  maxTries?: number
  /** Returns the seconds before the next call; `null` gives up. @default the pause that the server requests, up to `maxPause` */
  getPause?: (error: unknown, tries: number) => number | null
  /** Seconds. Gives up if the server requests a longer pause, so that the user decides. @default 60 */
  maxPause?: number
  pause?: (milliseconds: number) => Promise<void>
}

/** Calls a function again if it rejects with a temporary error. Rejects with its last error. */
export async function retry<Result>(
  run: () => Promise<Result>,
  { maxTries = 3, maxPause = 60, getPause = (error) => getRequestedPause(error, maxPause), pause = sleep }: RetryOptions = {},
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
