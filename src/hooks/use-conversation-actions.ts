'use client'

import * as React from 'react'
import { useSWRConfig } from 'swr'
import { API_ROOT } from '@/lib/intercom/api-client'
import type { ConversationAction, TagsResponse } from '@/lib/intercom/contracts'
import { changesOf, conversationUrl } from '@/lib/intercom/conversation-changes'
import { newKey } from '@/lib/intercom/new-key'
import type { PendingAction } from '@/lib/intercom/optimistic'
import { postChange } from '@/lib/intercom/post-change'

/** What became of an action. `undo` is null where there is nothing to undo, or the API has no way back. */
export type ActionOutcome =
  | { ok: true; undo: (() => Promise<ActionOutcome>) | null }
  | { ok: false; error: Error }

/** What {@link useConversationActions} gives. */
export interface ConversationActions {
  /**
   * Does something with a conversation. Everything that shows it shows it done at once, and as it was if it fails.
   *
   * @param conversationId the conversation
   * @param action as the contract has it
   * @returns what became of it; never rejects
   */
  act: (conversationId: string, action: ConversationAction) => Promise<ActionOutcome>
}

/**
 * Actions on conversations, by `POST /api/intercom/conversations/[id]/actions`: one at a time in each conversation, in
 * the order in which they are asked for, so that no answer overtakes another. They go on when the component is gone.
 */
export function useConversationActions(): ConversationActions {
  const { cache, mutate } = useSWRConfig()

  return React.useMemo(() => {
    const changes = changesOf({ cache, mutate })

    function withTag(id: string, action: ConversationAction): PendingAction {
      if (action.action !== 'tag') return { action }
      const known = cache.get(`${API_ROOT}/tags`)?.data as TagsResponse | undefined
      const tag = [...(known?.tags ?? []), ...(changes.find(id)?.tags ?? [])].find((one) => one.id === action.tag_id)
      return { action, tag }
    }

    async function perform(id: string, pending: PendingAction[], undo: PendingAction[] | null): Promise<ActionOutcome> {
      try {
        await changes.run(id, pending, ({ action }) => postChange(`${conversationUrl(id)}/actions`, action, newKey()))
        return { ok: true, undo: undo?.length ? () => perform(id, undo, null) : null }
      } catch (thrown) {
        return { ok: false, error: thrown instanceof Error ? thrown : new Error(String(thrown)) }
      }
    }

    return {
      act(id, action) {
        // Now: a label is known by name as long as it hangs there.
        const undo = changes.undoOf(id, action).map((one) => withTag(id, one))
        return perform(id, [withTag(id, action)], undo)
      },
    }
  }, [cache, mutate])
}
