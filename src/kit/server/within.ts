/**
 * Rejects if work takes longer than a number of milliseconds. The work itself continues, and its outcome is ignored.
 *
 * @throws Error after that time, and whatever the work throws before
 */
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

/** Thrown by {@link within}. */
export class TimeoutError extends Error {}
