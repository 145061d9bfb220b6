/** What the commands of `tests/` are told: a wrong word is answered with what to say, and no stack. */
import { parseArgs, type ParseArgsConfig } from 'node:util'

/** Ends the command with a sentence for who has typed it. */
export function stop(message: string): never {
  console.error(message)
  process.exit(1)
}

/** Does what fails where a command was told something that is not there, and says only that. */
export function orStop<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    return stop((error as Error).message)
  }
}

/**
 * Reads the command line; `--help` prints how the command is used, and ends it.
 *
 * @param usage how it is used, with every flag
 */
export function readCommandLine<const T extends ParseArgsConfig>(usage: string, config: T): ReturnType<typeof parseArgs<T>> {
  if (process.argv.slice(2).some((word) => word === '--help' || word === '-h')) {
    console.log(usage)
    process.exit(0)
  }
  return orStop(() => {
    try {
      return parseArgs<T>(config)
    } catch (error) {
      throw new Error(`${(error as Error).message.split('. ')[0]}. ${usage}`, { cause: error })
    }
  })
}

/** A whole number that a flag was given; undefined where it was not given. */
export function numberOf(flag: string, value: string, least?: number): number
export function numberOf(flag: string, value: string | undefined, least?: number): number | undefined
export function numberOf(flag: string, value: string | undefined, least = 1): number | undefined {
  if (value === undefined) return undefined
  return /^\d+$/.test(value) && Number(value) >= least ? Number(value) : stop(`--${flag} takes a whole number from ${least} on, not "${value}".`)
}
