'use client'

import * as React from 'react'
import { actionToastMessages, actionWords, type DoneWord, useLateMessages, useMessages } from '../../strings/index.ts'
import { useConversationActions, type ActionOutcome } from './use-conversation-actions.ts'
import { actionFailure } from './action-failure.ts'
import type { ConversationAction } from '../../contracts/index.ts'
import { failureKey } from './toast-key.ts'
import { toasts } from './toasts.ts'

/** Does something with a conversation and says what became of it. */
export type ToldAction = (
  conversationId: string,
  actions: readonly ConversationAction[],
  /** What the toast says was done; where there is none, what the first action is. */
  done?: string,
) => Promise<void>

/**
 * Actions whose outcome is told in a toast: what was done, with a way to undo it; or that it failed, with a way to try
 * again. What is seen changes at once; the toast waits for the answer.
 */
export function useToldActions(): ToldAction {
  const { act } = useConversationActions()
  const t = useMessages('actionToast', actionToastMessages)
  const wordsOf = useLateMessages()

  return React.useMemo(() => {
    function fail(id: string, word: DoneWord, error: Error, again: () => void): void {
      const message = actionFailure(error, word, wordsOf)
      toasts.show({ key: failureKey(id, word), kind: 'error', message, action: { label: t('retry'), onAction: again } })
    }

    // They undo different things: their order does not matter.
    async function undoAll(id: string, undos: (() => Promise<ActionOutcome>)[]): Promise<void> {
      for (const undo of undos) {
        const outcome = await undo()
        if (!outcome.ok) return fail(id, 'undone', outcome.error, () => void undoAll(id, undos.slice(undos.indexOf(undo))))
      }
      toasts.show({ key: id, message: t('undone', { count: 1 }) }, failureKey(id, 'undone'))
    }

    return async function tell(conversationId, actions, done) {
      // All at once, so that all of them are seen at once: they are sent one after the other.
      const outcomes = await Promise.all(actions.map((action) => act(conversationId, action)))
      const undos = outcomes.flatMap((outcome) => (outcome.ok && outcome.undo ? [outcome.undo] : []))
      if (!actions[0]) return
      const word = actionWords[actions[0].action]
      if (outcomes.some(({ ok }) => ok)) {
        const onAction = () => void undoAll(conversationId, undos)
        const action = undos.length > 0 ? { label: t('undo'), onAction, isUndo: true } : undefined
        toasts.show({ key: conversationId, message: done ?? t(word, { count: 1 }), action }, failureKey(conversationId, word))
      }
      const failed = actions.filter((_, index) => !outcomes[index]?.ok)
      const failure = outcomes.find((outcome) => !outcome.ok)
      if (failure && !failure.ok) fail(conversationId, word, failure.error, () => void tell(conversationId, failed, done))
    }
  }, [act, t, wordsOf])
}
