import type { ConversationSummary } from '../../contracts/index.ts'

/** What a conversation's badge says. */
export type ConversationStatus = 'unread' | 'waiting' | 'snoozed' | 'closed'

/**
 * The one thing about a conversation that a teammate needs to know first: that it is put away, else that nobody has
 * read the customer's last message, else that the customer waits for an answer.
 *
 * @param conversation a row of the list, or a whole conversation
 * @returns null where it is open, read, and the customer's turn
 */
export function conversationStatus(
  conversation: Pick<ConversationSummary, 'state' | 'read' | 'waiting_since'>,
): ConversationStatus | null {
  if (conversation.state !== 'open') return conversation.state
  if (!conversation.read) return 'unread'
  return conversation.waiting_since === null ? null : 'waiting'
}
