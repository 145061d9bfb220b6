import type { ConversationSummary } from '../../contracts/index.ts'

/** Status in the badge of a conversation. */
export type ConversationStatus = 'unread' | 'waiting' | 'snoozed' | 'closed'

/** Returns the most urgent status; `null` if open, read and replied to. */
export function getConversationStatus(
  conversation: Pick<ConversationSummary, 'state' | 'read' | 'waiting_since'>,
): ConversationStatus | null {
  if (conversation.state !== 'open') return conversation.state
  if (!conversation.read) return 'unread'
  return conversation.waiting_since === null ? null : 'waiting'
}
