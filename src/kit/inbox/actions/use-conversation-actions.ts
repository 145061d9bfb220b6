'use client'

import * as React from 'react'
import { useSWRConfig } from 'swr'
import { actionsOn, type Act } from './conversation-action-queue.ts'

export type { ActionOutcome } from './conversation-action-queue.ts'

/** What {@link useConversationActions} gives. */
export interface ConversationActions {
  /**
   * Does something with a conversation. Everything that shows it shows it done at once, and as it was if it fails.
   *
   * @param conversationId the conversation
   * @param action as the contract has it
   * @returns what became of it; never rejects
   */
  act: Act
}

/**
 * Actions on conversations, by `POST /api/intercom/conversations/[id]/actions`: one at a time in each conversation, in
 * the order in which they are asked for, so that no answer overtakes another. They go on when the component is gone.
 */
export function useConversationActions(): ConversationActions {
  const { cache, mutate } = useSWRConfig()
  return React.useMemo(() => ({ act: actionsOn({ cache, mutate }) }), [cache, mutate])
}
