/** What `record.ts` prints, once a process, because nothing in it changes. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Recorded } from './recorder.ts'

let printed: Recorded | undefined

/**
 * Records what the routes are and what they answer.
 *
 * @throws Error where a route does not answer
 */
export function recorded(): Recorded {
  if (!printed) {
    const script = fileURLToPath(new URL('./record.ts', import.meta.url))
    const args = ['--disable-warning=ExperimentalWarning', script]
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1e8 })
    if (status !== 0) throw new Error(`What the routes answer could not be recorded:\n${stderr}`)
    printed = JSON.parse(stdout) as Recorded
  }
  return printed
}
