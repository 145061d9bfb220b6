interface RequestContext {
  get?: () => { waitUntil?: (work: Promise<unknown>) => void } | undefined
}

/**
 * Where a platform that stops an instance after the answer takes what is still to be done: the place that Next.js looks
 * at for its own `after()`, and Vercel's. https://nextjs.org/docs/app/api-reference/functions/after
 */
const places = ['@next/request-context', '@vercel/request-context'].map((name) => Symbol.for(name))

/**
 * Keeps an instance alive until some work is done, where the platform can do that. A server that goes on by itself
 * needs nothing of it.
 *
 * @param work must not fail: nobody hears of it
 */
export function waitUntil(work: Promise<void>): void {
  const global = globalThis as unknown as Record<symbol, RequestContext | undefined>
  for (const place of places) {
    const context = global[place]?.get?.()
    if (context?.waitUntil) return context.waitUntil(work)
  }
}
