import { buildPart } from '../data/build-conversations.ts'
import type { Author, Conversation, ConversationPart, ConversationStatistics, Timestamp } from '../types.ts'
import { type Workspace, nextId } from '../workspace.ts'

/** Optional content of a part. */
export type PartContent = Partial<Pick<
  ConversationPart,
  | 'body' | 'attachments' | 'metadata' | 'assigned_to' | 'event_details' | 'redacted' | 'email_message_metadata'
  | 'external_id' | 'app_package_code'
>>

/** Returns the statistics of a conversation, creating them if needed. */
export function getStatistics(conversation: Conversation): ConversationStatistics {
  conversation.statistics ??= {
    type: 'conversation_statistics',
    count_reopens: 0,
    count_assignments: 0,
    count_conversation_parts: 1,
  }
  return conversation.statistics
}

/**
 * Adds a part of any type, without other effects.
 * @param at Unix seconds.
 */
export function appendPart(
  workspace: Workspace, conversation: Conversation, partType: string, author: Author, at: Timestamp,
  content: PartContent = {},
): ConversationPart {
  const part = buildPart({
    body: null,
    ...content,
    id: nextId(workspace, 'part'),
    part_type: partType,
    author,
    created_at: at,
    state: conversation.state,
  })
  const list = conversation.conversation_parts
  list.conversation_parts.push(part)
  list.total_count = list.conversation_parts.length
  getStatistics(conversation).count_conversation_parts = list.total_count + 1
  conversation.updated_at = Math.max(conversation.updated_at, at)
  return part
}

/** Sets the state and its dependent fields. */
export function setState(conversation: Conversation, state: Conversation['state']): void {
  if (conversation.state === 'closed' && state !== 'closed') getStatistics(conversation).count_reopens += 1
  conversation.state = state
  conversation.open = state !== 'closed'
  if (state !== 'snoozed') conversation.snoozed_until = null
}
