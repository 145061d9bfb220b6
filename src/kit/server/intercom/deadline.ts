interface Deadline {
  /** Aborts when the time is up during a call, or when the caller aborts. */
  signal: AbortSignal
  runWithin<T>(run: () => Promise<T>): Promise<T>
}

/**
 * Limits several calls together. `AbortSignal.timeout()` would keep requests in memory until it fires, and the edge runtime of
 * Next.js has no `AbortSignal.any()`.
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
