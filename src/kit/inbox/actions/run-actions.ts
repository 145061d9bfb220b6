import type { ConversationAction } from '../../contracts/index.ts'
import type { CacheConfig } from '../../shared/cache-store.ts'
import { mapLimited } from '../../shared/map-limited.ts'
import { getSession, onSessionEnd } from '../../shared/session.ts'
import { createIdempotencyKey, retry, sleep } from '../../shared/retry.ts'
import {
  actionFailureStrings, actionToastStrings, actionStrings, type ActionStringKey, formatShortDateTime, getFailureReason, failureReasonStrings, mayHaveSucceeded,
  type TimeFormat, type useLazyStrings,
} from '../../strings/index.ts'
import type { PendingAction } from './apply-action.ts'
import { getConversationChanges, postChange } from './optimistic-changes.ts'
import { toConversationUrl } from '../../shared/inbox-data.ts'
import { toasts } from './toasts.ts'

onSessionEnd(toasts.clear)

const CONCURRENCY = 4

/** Seconds. After one action the user waits for the result, so longer pauses are reported instead. */
const MAX_PAUSE_OF_ONE = 3

export interface ActionResult {
  done: readonly string[]
  failed: ReadonlyMap<string, Error>
  total: number
  retry: (() => Promise<void>) | null
}

export interface ActionContext extends CacheConfig {
  getStrings: ReturnType<typeof useLazyStrings>
  format: { readonly current: TimeFormat }
  onProgress: (progress: { finished: number; total: number }) => void
  onResult: (result: ActionResult) => void
}

/** Changes a conversation. Resolves to its undo; `null` if there is nothing to undo. */
type Job = () => Promise<Job | null>

/** Runs actions and shows toasts: successes with an undo, failures with a retry. `done` replaces the success text; empty, it shows no toast. */
export async function runActions(
  context: ActionContext,
  conversationIds: readonly string[],
  actions: readonly ConversationAction[],
  done?: string,
): Promise<void> {
  const [first] = actions
  if (!first) return
  const jobs = conversationIds.map((id) => [id, actions.map((action) => createJob(context, id, action))] as const)
  const time = first.action === 'snooze' ? formatShortDateTime(first.snoozed_until, context.format.current) : ''
  await runJobs(context, new Map(jobs), actionStrings[first.action], done, getSession(), time)
}

function createJob(config: CacheConfig, id: string, action: ConversationAction): Job {
  const changes = getConversationChanges(config)
  const session = getSession()
  const post = (step: PendingAction) => postChange(`${toConversationUrl(id)}/actions`, step.action, createIdempotencyKey(), session)
  const run = (steps: readonly PendingAction[]) => changes.run(id, steps, post, session)
  return async () => {
    const undo = changes.getUndo(id, action)
    await run([changes.toPending(id, action)])
    if (undo.length === 0) return null
    return async () => {
      await run(undo)
      return null
    }
  }
}

async function runJobs(
  context: ActionContext,
  jobs: ReadonlyMap<string, readonly Job[]>,
  word: ActionStringKey,
  doneText: string | undefined,
  session: number,
  /** End of a snooze. */
  time = '',
): Promise<void> {
  const total = jobs.size
  const undo = new Map<string, Job[]>()
  const left = new Map<string, Job[]>()
  const failed = new Map<string, Error>()
  const done: string[] = []
  let finished = 0
  // If the server asks for a pause, all conversations share it.
  let waiting: Promise<void> | undefined
  const pause = (milliseconds: number) => (waiting ??= sleep(milliseconds).then(() => void (waiting = undefined)))

  if (session !== getSession()) return
  context.onProgress({ finished, total })
  await mapLimited([...jobs], CONCURRENCY, async ([id, own]) => {
    // Start all at once, so that all show at once. They are sent one after the other.
    const attempt = (job: Job) => async () => {
      await waiting
      return job()
    }
    const results = await Promise.allSettled(own.map((job) => retry(attempt(job), { pause, maxPause: total === 1 ? MAX_PAUSE_OF_ONE : undefined })))
    for (const [index, result] of results.entries()) {
      if (result.status === 'rejected') {
        left.set(id, [...(left.get(id) ?? []), own[index]!])
        failed.set(id, result.reason as Error)
      } else if (result.value) undo.set(id, [...(undo.get(id) ?? []), result.value])
    }
    if (session !== getSession()) return
    if (results.some(({ status }) => status === 'fulfilled')) done.push(id)
    context.onProgress({ finished: ++finished, total })
  })

  if (session !== getSession()) return
  const again = left.size === 0 ? null : () => runJobs(context, left, word, doneText, session, time)
  context.onResult({ done, failed, total, retry: again })
  if (doneText === '') return
  const t = context.getStrings('actionToast', actionToastStrings)
  if (done.length > 0) {
    const key = [...done].sort().join(' ')
    const onAction = () => void runJobs(context, undo, 'undone', undefined, session)
    const action = undo.size > 0 ? { label: t('undo'), isUndo: true, onAction } : undefined
    toasts.show({ key, message: doneText ?? t(word, { count: done.length, time }), action }, getFailureKey(key, word))
  }
  const [failure] = failed
  // The row and the bulk bar report failures of bulk actions.
  if (!failure || !again || total > 1) return
  const [id, error] = failure
  const reason = getFailureReason(error, context.getStrings('failureReason', failureReasonStrings))
  const message = context.getStrings('actionFailure', actionFailureStrings)(`${word}${mayHaveSucceeded(error) ? 'Unclear' : 'Failed'}`, { reason })
  toasts.show({ key: getFailureKey(id, word), kind: 'error', message, action: { label: t('retry'), onAction: () => void again() } })
}

// Actions that replace each other share a topic: the success of one removes the failure toast of another.
const topics: Partial<Record<ActionStringKey, string>> = { opened: 'closed', snoozed: 'closed', markedUnread: 'markedRead' }

function getFailureKey(key: string, word: ActionStringKey): string {
  return `${key} ${topics[word] ?? word}`
}
