/** Actions on conversations, outside React: they go on when whoever asked for them is gone. */
import type { Cache, useSWRConfig } from 'swr'
import { API_ROOT } from '../../shared/api-client.ts'
import { conversationUrl } from './optimistic-store.ts'
import type { ConversationAction, TagsResponse } from '../../contracts/index.ts'
import { changesOf } from './optimistic-changes.ts'
import { newKey } from '../../shared/idempotency-key.ts'
import type { PendingAction } from './apply-action.ts'
import { postChange } from './post-conversation-change.ts'

/** What became of an action. `undo` is null where there is nothing to undo, or the API has no way back. */
export type ActionOutcome =
  | { ok: true; undo: (() => Promise<ActionOutcome>) | null }
  | { ok: false; error: Error }

/** Does something with a conversation; never rejects. */
export type Act = (conversationId: string, action: ConversationAction) => Promise<ActionOutcome>

/** What `useSWRConfig()` gives, as far as actions need it. */
export interface CacheConfig {
  cache: Cache
  mutate: ReturnType<typeof useSWRConfig>['mutate']
}

/**
 * Makes what acts on the conversations of a cache: one action at a time in each of them, in the order in which they are
 * asked for, so that no answer overtakes another. Everything that shows a conversation shows it done at once, and as it
 * was if it fails.
 */
export function actionsOn({ cache, mutate }: CacheConfig): Act {
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

  return (id, action) => {
    // Now: a label is known by name as long as it hangs there.
    const undo = changes.undoOf(id, action).map((one) => withTag(id, one))
    return perform(id, [withTag(id, action)], undo)
  }
}
