'use client'

import * as React from 'react'
import { useMessages } from '@/components/intercom/locale-provider'
import { useConversationActions, type ActionOutcome } from '@/hooks/use-conversation-actions'
import type { ConversationAction } from '@/lib/intercom/contracts'
import { failureReason, mayBeDone } from '@/lib/intercom/failure-reason'
import { actionToastMessages, actionWords } from '@/lib/intercom/messages/action-toasts'
import { failureReasonMessages } from '@/lib/intercom/messages/failure-reason'
import { toasts } from '@/lib/intercom/toasts'

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
  const reason = useMessages('failureReason', failureReasonMessages)

  return React.useMemo(() => {
    function fail(error: Error, again: (() => void) | null): void {
      const message = t(mayBeDone(error) ? 'unclear' : 'failed', { reason: failureReason(error, reason) })
      toasts.show({ kind: 'error', message, ...(again && { action: { label: t('retry'), onAction: again } }) })
    }

    // They undo different things: their order does not matter.
    async function undoAll(undos: (() => Promise<ActionOutcome>)[]): Promise<void> {
      for (const undo of undos) {
        const outcome = await undo()
        if (!outcome.ok) return fail(outcome.error, () => void undoAll(undos.slice(undos.indexOf(undo))))
      }
      toasts.show({ message: t('undone', { count: 1 }) })
    }

    return async function tell(conversationId, actions, done) {
      // All at once, so that all of them are seen at once: they are sent one after the other.
      const outcomes = await Promise.all(actions.map((action) => act(conversationId, action)))
      const undos = outcomes.flatMap((outcome) => (outcome.ok && outcome.undo ? [outcome.undo] : []))
      const first = actions[0]
      if (first && outcomes.some(({ ok }) => ok)) {
        const onAction = () => void undoAll(undos)
        toasts.show({
          message: done ?? t(actionWords[first.action], { count: 1 }),
          ...(undos.length > 0 && { action: { label: t('undo'), onAction, isUndo: true } }),
        })
      }
      const failed = actions.filter((_, index) => !outcomes[index]?.ok)
      const failure = outcomes.find((outcome) => !outcome.ok)
      if (failure && !failure.ok) fail(failure.error, () => void tell(conversationId, failed, done))
    }
  }, [act, t, reason])
}
