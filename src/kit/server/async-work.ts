import { ApiError } from './http/errors.ts'
import { describe, log } from './log.ts'

/** Rejects with a {@link TimeoutError} if work takes too long. The work continues, and its result is ignored. */
export async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimeoutError(`No response in ${milliseconds} ms.`)), milliseconds)
  })
  try {
    return await Promise.race([work, timeout])
  } finally {
    clearTimeout(timer)
  }
}

export class TimeoutError extends Error {}

/** Waits for an optional request to Intercom. Logs a failure as `route`, and returns its error instead of throwing. */
export async function attempt<T>(route: string, milliseconds: number, work: Promise<T>): Promise<T | ApiError> {
  const start = performance.now()
  try {
    return await within(milliseconds, work)
  } catch (thrown) {
    const error = thrown instanceof ApiError ? thrown : new ApiError('upstream_timeout', { reason: describe(thrown) })
    const { status, code, reason } = error
    log({ request_id: crypto.randomUUID(), method: 'POST', route, status, duration: Math.round(performance.now() - start), code, reason })
    return error
  }
}

interface RequestContext {
  get?: () => { waitUntil?: (work: Promise<unknown>) => void } | undefined
}

/** Symbols under which platforms keep `waitUntil`. Next.js itself reads the first for `after()`: https://nextjs.org/docs/app/api-reference/functions/after */
const places = ['@next/request-context', '@vercel/request-context'].map((name) => Symbol.for(name))

/** Keeps the instance alive until some work is done, if the platform supports it. The work must not reject. */
export function waitUntil(work: Promise<void>): void {
  const global = globalThis as unknown as Record<symbol, RequestContext | undefined>
  for (const place of places) {
    const context = global[place]?.get?.()
    if (context?.waitUntil) return context.waitUntil(work)
  }
}
