'use client'

import * as React from 'react'
import { useSWRConfig } from 'swr'
import type { ConversationAction } from '../../contracts/index.ts'
import { useLatest } from '../../shared/use-latest.ts'
import { useLazyStrings, useLocale } from '../../strings/index.ts'
import { useLoadFailure } from '../lazy-part.tsx'
import type { ActionContext } from './run-actions.ts'

export type ConversationActionRunner = (
  conversationIds: readonly string[],
  actions: readonly ConversationAction[],
  /** Text of the toast. An empty text shows none, not even for failures. @default names the first action */
  done?: string,
) => Promise<void>

type Runner = typeof import('./run-actions.ts')

let runner: Promise<Runner> | undefined

// Share one promise, so that actions run in the order of clicks.
function loadRunner(): Promise<Runner> {
  runner ??= import('./run-actions.ts').catch((error: unknown) => {
    runner = undefined
    throw error
  })
  return runner
}

/**
 * Returns a function that runs actions, four conversations at a time, even after unmount. Results show at once and are
 * reverted on failure; toasts offer undo and retry. Never rejects.
 */
export function useConversationActions(listener?: Pick<ActionContext, 'onProgress' | 'onResult'>): ConversationActionRunner {
  const { cache, mutate, unload } = useSWRConfig()
  const getStrings = useLazyStrings()
  const showLoadFailure = useLoadFailure()
  const latest = useLatest(listener)
  const format = useLatest(useLocale())

  // Load before the first action, when the network may be down.
  React.useEffect(() => void loadRunner().catch(() => {}), [])

  return React.useMemo(() => {
    const context: ActionContext = {
      cache,
      mutate,
      unload,
      getStrings,
      format,
      onProgress: (progress) => latest.current?.onProgress(progress),
      onResult: (result) => latest.current?.onResult(result),
    }
    return async function run(...request) {
      const loaded = await loadRunner().catch(() => showLoadFailure(() => void run(...request)))
      await loaded?.runActions(context, ...request)
    }
  }, [cache, mutate, unload, getStrings, format, showLoadFailure, latest])
}
