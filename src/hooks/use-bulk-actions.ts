'use client'

import * as React from 'react'
import { useConversationActions, type ActionOutcome } from '@/hooks/use-conversation-actions'
import { runBulk } from '@/lib/intercom/bulk'
import type { ConversationAction } from '@/lib/intercom/contracts'

/** What became of an action on several conversations. */
export interface BulkOutcome {
  action: ConversationAction
  /** The conversations that it was done to. */
  done: string[]
  /** Those that it was not done to, and why. */
  failed: ReadonlyMap<string, Error>
  /** Takes it back wherever it was done; null where there is no way back. */
  undo: (() => Promise<BulkOutcome>) | null
}

/** What {@link useBulkActions} gives. */
export interface BulkActions {
  /** Does the same to several conversations. Never rejects. */
  run: (conversationIds: readonly string[], action: ConversationAction) => Promise<BulkOutcome>
  /** Does again what failed, where it failed; null where nothing did. */
  retryFailed: (() => Promise<BulkOutcome>) | null
  /** What failed the last time, by conversation. */
  failed: ReadonlyMap<string, Error>
  /** What failed the last time. */
  failedAction: ConversationAction | null
  /** On how many conversations it was tried. */
  attempted: number
  /** Forgets what failed. */
  forgetFailed: () => void
  /** How far an action on several is; null while none is under way. */
  progress: { finished: number; total: number } | null
}

interface Failures {
  action: ConversationAction | null
  attempted: number
  errors: ReadonlyMap<string, Error>
}

const none: Failures = { action: null, attempted: 0, errors: new Map() }

type Act = (id: string) => Promise<ActionOutcome>

/**
 * One action on many conversations: at most four at once, each shown at once and taken back by itself where it fails.
 * A pause that the server asks for is kept.
 */
export function useBulkActions(): BulkActions {
  const { act } = useConversationActions()
  const [failures, setFailures] = React.useState(none)
  const [progress, setProgress] = React.useState<BulkActions['progress']>(null)

  const perform = React.useCallback(async function perform(
    ids: readonly string[],
    action: ConversationAction,
    doOne: Act,
    canUndo: boolean,
  ): Promise<BulkOutcome> {
    setFailures(none)
    const total = ids.length
    const tell = total > 1 ? (finished: number) => setProgress(finished < total ? { finished, total } : null) : () => {}
    tell(0)
    const { done, failed } = await runBulk(ids, doOne, tell)
    if (failed.size > 0) setFailures({ action: canUndo ? action : null, attempted: ids.length, errors: failed })
    const ways = new Map([...done].filter((entry) => entry[1] !== null))
    const undoOne: Act = async (id) => (await ways.get(id)?.()) ?? { ok: true, undo: null }
    return {
      action,
      done: [...done.keys()],
      failed,
      undo: canUndo && ways.size > 0 ? () => perform([...ways.keys()], action, undoOne, false) : null,
    }
  }, [])

  const run = React.useCallback(
    (ids: readonly string[], action: ConversationAction) => perform(ids, action, (id) => act(id, action), true),
    [act, perform],
  )

  const { action: failedAction, attempted, errors } = failures
  return {
    run,
    retryFailed: failedAction === null ? null : () => run([...errors.keys()], failedAction),
    failed: errors,
    failedAction,
    attempted,
    forgetFailed: React.useCallback(() => setFailures(none), []),
    progress,
  }
}
