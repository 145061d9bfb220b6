/** Runs named checks, prints each result and counts them. */

export interface Check {
  name: string
  /** Throws if the check fails. May return a figure to print. */
  run: () => Promise<string | void>
  /** Whether the following checks depend on it. They count as failed if it fails. */
  isNeeded?: true
}

/** Numbers of passed and failed checks. */
export interface Count {
  passed: number
  failed: number
}

/** Maximum characters of output to print on failure. */
const SHOWN = 6000

/**
 * Runs checks one after the other.
 * @param title of the group
 * @param print writes a line
 */
export async function runChecks(title: string, checks: readonly Check[], print: (line: string) => void): Promise<Count> {
  const count = { passed: 0, failed: 0 }
  let missing: string | null = null
  for (const { name, run, isNeeded } of checks) {
    const start = Date.now()
    try {
      if (missing) throw new Error(`not run, because "${missing}" failed`)
      const figure = await run()
      count.passed += 1
      print(`  ok  ${title}: ${name}${figure ? `: ${figure}` : ''} (${((Date.now() - start) / 1000).toFixed(1)} s)`)
    } catch (error) {
      count.failed += 1
      const { message } = error as Error
      print(`  FAILED  ${title}: ${name}\n${message.slice(-SHOWN).replace(/^/gm, '      ')}`)
      if (isNeeded) missing ??= name
    }
  }
  return count
}

/** @throws Error with the message if the condition is false */
export function must(isSo: boolean, message: string): asserts isSo {
  if (!isSo) throw new Error(message)
}
