/** Checks by name, each printed as it ends, and counted. */

/** One thing to be checked. */
export interface Check {
  name: string
  /** Throws where it is not so. May give a figure to print. */
  run: () => Promise<string | void>
  /** What follows makes no sense without it: then that counts as failed, too. */
  isNeeded?: true
}

/** How many went well, and how many did not. */
export interface Count {
  passed: number
  failed: number
}

/** How much of what a program printed is shown where it failed. */
const SHOWN = 6000

/**
 * Runs checks one after the other.
 *
 * @param title what they are about
 * @param print writes a line
 */
export async function runChecks(title: string, checks: readonly Check[], print: (line: string) => void): Promise<Count> {
  const count = { passed: 0, failed: 0 }
  let missing: string | null = null
  for (const { name, run, isNeeded } of checks) {
    const start = Date.now()
    try {
      if (missing) throw new Error(`not reached, because "${missing}" failed`)
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

/** @throws Error with the message, where it is not so */
export function must(isSo: boolean, message: string): asserts isSo {
  if (!isSo) throw new Error(message)
}
