import { fileURLToPath } from 'node:url'

/** Path of the project's root, without a trailing slash. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')

/** Path of the benchmarks. */
export const benchFolder = `${root}/tests/bench`

/** Returns a folder for build output, ignored by git. */
export function getWorkFolder(name: string): string {
  return `${benchFolder}/.cache/${name}`
}
