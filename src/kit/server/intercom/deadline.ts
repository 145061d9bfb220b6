/** A time that several calls have together, without a timer that outlives them. */

/** What {@link startDeadline} gives. */
export interface Deadline {
  /** Aborts when the time is up while something runs, or when the caller goes away. */
  signal: AbortSignal
  /** Runs something that {@link Deadline.signal} ends. */
  runWithin<T>(run: () => Promise<T>): Promise<T>
}

/**
 * Starts a deadline. `AbortSignal.timeout()` would keep a request and its answer in memory until it fires, long after
 * both are done, and then abort what has ended; `AbortSignal.any()` is not in the edge runtime of Next.js.
 *
 * @param milliseconds from now
 * @param caller aborts it early
 */
export function startDeadline(milliseconds: number, caller: AbortSignal): Deadline {
  const end = performance.now() + milliseconds
  const controller = new AbortController()
  const stop = () => controller.abort(caller.reason)
  const isUp = () => controller.abort(new DOMException('The time is up.', 'TimeoutError'))
  let running = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  function begin(): void {
    running += 1
    if (caller.aborted) stop()
    if (running > 1 || controller.signal.aborted) return
    const left = end - performance.now()
    if (left > 0) timer = setTimeout(isUp, left)
    else isUp()
    caller.addEventListener('abort', stop, { once: true })
  }

  function finish(): void {
    running -= 1
    if (running > 0) return
    clearTimeout(timer)
    caller.removeEventListener('abort', stop)
  }

  return {
    signal: controller.signal,
    async runWithin(run) {
      begin()
      try {
        return await run()
      } finally {
        finish()
      }
    },
  }
}
