/** Parses the command line of the scripts in `tests/`. A wrong argument prints one sentence instead of a stack. */
import { parseArgs, type ParseArgsConfig } from 'node:util'

/** Ends the process with an error message. */
export function stop(message: string): never {
  console.error(message)
  process.exit(1)
}

/** Runs work that fails on wrong arguments, and prints the error's message only. */
export function runOrStop<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    return stop((error as Error).message)
  }
}

/**
 * Reads the command line. `--help` prints the usage and exits.
 * @param usage names every flag
 */
export function readCommandLine<const T extends ParseArgsConfig>(usage: string, config: T): ReturnType<typeof parseArgs<T>> {
  if (process.argv.slice(2).some((word) => word === '--help' || word === '-h')) {
    console.log(usage)
    process.exit(0)
  }
  return runOrStop(() => {
    try {
      return parseArgs<T>(config)
    } catch (error) {
      throw new Error(`${(error as Error).message.split('. ')[0]}. ${usage}`, { cause: error })
    }
  })
}

/** Parses a flag as a whole number. `undefined` if the flag is missing. */
export function parseNumber(flag: string, value: string, least?: number): number
export function parseNumber(flag: string, value: string | undefined, least?: number): number | undefined
export function parseNumber(flag: string, value: string | undefined, least = 1): number | undefined {
  if (value === undefined) return undefined
  return /^\d+$/.test(value) && Number(value) >= least ? Number(value) : stop(`--${flag} takes a whole number from ${least} on, not "${value}".`)
}
