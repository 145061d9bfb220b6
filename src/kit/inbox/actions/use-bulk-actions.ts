'use client'

import * as React from 'react'
import { useSWRConfig } from 'swr'
import { RequestError } from '../../shared/api-client.ts'
import type { BulkRun, OnProgress } from './bulk-actions.ts'
import type { ConversationAction } from '../../contracts/index.ts'

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

type Work = typeof import('./bulk-actions.ts')

// The page comes first. Once it is there nothing waits: what is closed leaves the list before its dialog has closed.
let loaded: Work | undefined
let loading: Promise<Work> | undefined

/** Whoever waits for it goes on in the order in which they came. */
function load(): Promise<Work> {
  loading ??= importWork().finally(() => {
    loading = undefined
  })
  return loading
}

async function importWork(): Promise<Work> {
  loaded = await import('./bulk-actions.ts')
  return loaded
}

/** What does the work did not come: that is as if nothing had been reached, and is told in the same way. */
function noneReached(ids: readonly string[]): BulkRun {
  const error = new RequestError('offline', 'What does this could not be loaded.')
  return { done: [], failed: new Map(ids.map((id) => [id, error])), undo: null }
}

/**
 * One action on many conversations: at most four at once, each shown at once and taken back by itself where it fails.
 * A pause that the server asks for is kept. What does that is loaded beside the page; what is asked for before it is
 * there is done as soon as it is.
 */
export function useBulkActions(): BulkActions {
  const { cache, mutate } = useSWRConfig()
  const [failures, setFailures] = React.useState(none)
  const [progress, setProgress] = React.useState<BulkActions['progress']>(null)

  // Whoever acts asks for it again where it does not come now.
  React.useEffect(() => void load().catch(() => {}), [])

  const follow = React.useCallback(async function follow(
    ids: readonly string[],
    action: ConversationAction,
    begin: (onProgress: OnProgress) => Promise<BulkRun>,
    canUndo: boolean,
  ): Promise<BulkOutcome> {
    setFailures(none)
    const total = ids.length
    const tell = total > 1 ? (finished: number) => setProgress(finished < total ? { finished, total } : null) : () => {}
    tell(0)
    const { done, failed, undo } = await begin(tell)
    // Nothing was begun where it could not be.
    tell(total)
    if (failed.size > 0) setFailures({ action: canUndo ? action : null, attempted: total, errors: failed })
    return { action, done, failed, undo: canUndo && undo ? () => follow(undo.ids, action, undo.run, false) : null }
  }, [])

  const run = React.useCallback(
    (ids: readonly string[], action: ConversationAction) => {
      const begin = (work: Work, onProgress: OnProgress) => work.actOnAll({ cache, mutate }, ids, action, onProgress)
      const beginNow = (onProgress: OnProgress) =>
        loaded ? begin(loaded, onProgress) : load().then((work) => begin(work, onProgress), () => noneReached(ids))
      return follow(ids, action, beginNow, true)
    },
    [cache, mutate, follow],
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
