'use client'

import * as React from 'react'
import { useSWRConfig } from 'swr'
import type { ConversationAction } from '../../contracts/index.ts'
import { useLatest } from '../../shared/use-latest.ts'
import { useLazyStrings } from '../../strings/index.ts'
import { useLoadFailure } from '../lazy-part.tsx'
import type { ActionContext } from './run-actions.ts'

/** Runs actions on conversations. Never rejects. */
export type ConversationActionRunner = (
  conversationIds: readonly string[],
  actions: readonly ConversationAction[],
  /** Text of the toast. @default names the first action */
  done?: string,
) => Promise<void>

type Runner = typeof import('./run-actions.ts')

let runner: Promise<Runner> | undefined

// Kept, so that actions run in the order of the clicks that waited for it.
function loadRunner(): Promise<Runner> {
  runner ??= import('./run-actions.ts').catch((error: unknown) => {
    runner = undefined
    throw error
  })
  return runner
}

/**
 * Returns a function that runs actions on conversations, four conversations at a time. Every component shows the result
 * at once, and reverts it if the action fails. A toast says what was done, with an undo, or what failed, with a retry.
 * Actions continue when the component unmounts.
 *
 * @param listener called with the progress and the result of the actions that this component starts
 */
export function useConversationActions(listener?: Pick<ActionContext, 'onProgress' | 'onResult'>): ConversationActionRunner {
  const { cache, mutate } = useSWRConfig()
  const getStrings = useLazyStrings()
  const showLoadFailure = useLoadFailure()
  const latest = useLatest(listener)

  // Load it before the first action: then there may be no network.
  React.useEffect(() => void loadRunner().catch(() => {}), [])

  return React.useMemo(() => {
    const context: ActionContext = {
      cache,
      mutate,
      getStrings,
      onProgress: (progress) => latest.current?.onProgress(progress),
      onResult: (result) => latest.current?.onResult(result),
    }
    return async function run(...request) {
      const loaded = await loadRunner().catch(() => showLoadFailure(() => void run(...request)))
      await loaded?.runActions(context, ...request)
    }
  }, [cache, mutate, getStrings, showLoadFailure, latest])
}
