/** The same for many conversations: a few at a time, no faster than the server allows, and what failed by itself. */
import { RequestError } from '../../shared/api-client.ts'
import { mapLimited } from '../../shared/map-limited.ts'

/** How many are under way at once. */
export const BULK_LIMIT = 4

/** A row that is refused for being one too many is tried again this often. */
const MAX_TRIES = 3
/** Seconds. A server that asks for a longer pause gets its answer: it has failed. */
const LONGEST_PAUSE = 60

/** What became of one row. */
export type RowOutcome<Undo> = { ok: true; undo: Undo | null } | { ok: false; error: Error }

/** What became of all of them. */
export interface BulkResult<Undo> {
  /** The rows that it was done to, and what undoes it there. */
  done: Map<string, Undo | null>
  /** The rows that it was not done to, and why. */
  failed: Map<string, Error>
}

function pauseOf(error: Error): number | null {
  if (!(error instanceof RequestError) || error.code !== 'rate_limited') return null
  const seconds = error.retryAfter ?? 1
  return seconds > LONGEST_PAUSE ? null : seconds
}

/**
 * Does something to each of many rows, {@link BULK_LIMIT} at once. When the server asks for a pause, all of them wait.
 *
 * @param ids the rows
 * @param act does it to one, and never rejects
 * @param onProgress told how many are done with, well or not
 * @param sleep waits, for milliseconds
 */
export async function runBulk<Undo>(
  ids: readonly string[],
  act: (id: string) => Promise<RowOutcome<Undo>>,
  onProgress: (finished: number) => void = () => {},
  sleep: (milliseconds: number) => Promise<void> = (milliseconds) => new Promise((go) => setTimeout(go, milliseconds)),
): Promise<BulkResult<Undo>> {
  let finished = 0
  let pause: Promise<void> | null = null

  async function persist(id: string): Promise<RowOutcome<Undo>> {
    for (let tries = 1; ; tries++) {
      await pause
      const outcome = await act(id)
      const seconds = outcome.ok ? null : pauseOf(outcome.error)
      if (seconds === null || tries === MAX_TRIES) return outcome
      pause ??= sleep(seconds * 1000).then(() => {
        pause = null
      })
    }
  }

  const outcomes = await mapLimited(ids, BULK_LIMIT, async (id) => {
    const outcome = await persist(id)
    onProgress(++finished)
    return outcome
  })

  const result: BulkResult<Undo> = { done: new Map(), failed: new Map() }
  for (const [index, id] of ids.entries()) {
    const outcome = outcomes[index]
    if (outcome?.ok) result.done.set(id, outcome.undo)
    else if (outcome) result.failed.set(id, outcome.error)
  }
  return result
}
