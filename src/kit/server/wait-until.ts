interface RequestContext {
  get?: () => { waitUntil?: (work: Promise<unknown>) => void } | undefined
}

/**
 * Where platforms that stop an instance after the response provide `waitUntil`: Next.js reads the first for `after()`.
 * https://nextjs.org/docs/app/api-reference/functions/after
 */
const places = ['@next/request-context', '@vercel/request-context'].map((name) => Symbol.for(name))

/**
 * Keeps an instance alive until some work is done, if the platform stops it after the response otherwise.
 *
 * @param work must not reject: nothing handles its error
 */
export function waitUntil(work: Promise<void>): void {
  const global = globalThis as unknown as Record<symbol, RequestContext | undefined>
  for (const place of places) {
    const context = global[place]?.get?.()
    if (context?.waitUntil) return context.waitUntil(work)
  }
}
