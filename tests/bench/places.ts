/** Where things are. */
import { fileURLToPath } from 'node:url'

/** The project's root, without a slash at its end. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')

/** The folder of the benchmarks. */
export const benchFolder = `${root}/tests/bench`

/** A folder for what a benchmark builds; Git knows nothing of it. */
export function workFolder(name: string): string {
  return `${benchFolder}/.cache/${name}`
}
