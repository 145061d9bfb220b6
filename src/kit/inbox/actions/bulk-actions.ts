/** One action on many conversations, and the way back: it is loaded beside the page. */
import { runBulk } from './bulk.ts'
import type { ConversationAction } from '../../contracts/index.ts'
import { actionsOn, type ActionOutcome, type CacheConfig } from './conversation-action-queue.ts'

/** Told how many are done with, well or not. */
export type OnProgress = (finished: number) => void

/** What became of an action on several conversations, or of taking it back. */
export interface BulkRun {
  /** The conversations that it was done to. */
  done: string[]
  /** Those that it was not done to, and why. */
  failed: ReadonlyMap<string, Error>
  /** Takes it back wherever it was done; null where there is no way back. */
  undo: { ids: string[]; run: (onProgress: OnProgress) => Promise<BulkRun> } | null
}

async function runAll(
  ids: readonly string[],
  act: (id: string) => Promise<ActionOutcome>,
  onProgress: OnProgress,
): Promise<BulkRun> {
  const { done, failed } = await runBulk(ids, act, onProgress)
  const ways = new Map([...done].flatMap(([id, undo]) => (undo ? [[id, undo]] : [])))
  const undoOne = async (id: string): Promise<ActionOutcome> => (await ways.get(id)?.()) ?? { ok: true, undo: null }
  const back = [...ways.keys()]
  return {
    done: [...done.keys()],
    failed,
    undo: back.length > 0 ? { ids: back, run: (tell) => runAll(back, undoOne, tell) } : null,
  }
}

/**
 * Does the same to several conversations: at most four at once, each shown at once and taken back by itself where it
 * fails. A pause that the server asks for is kept.
 */
export function actOnAll(
  config: CacheConfig,
  ids: readonly string[],
  action: ConversationAction,
  onProgress: OnProgress,
): Promise<BulkRun> {
  const act = actionsOn(config)
  return runAll(ids, (id) => act(id, action), onProgress)
}
