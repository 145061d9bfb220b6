'use client'

import * as React from 'react'
import type { ConversationSummary } from '../../contracts/index.ts'
import { getConversationStatus } from './waiting.ts'
import type { ConversationsFilter } from '../data/use-conversations.ts'

/** Whether an open conversation is unread, or its customer waits. */
export const needsReply = (conversation: ConversationSummary): boolean =>
  conversation.state === 'open' && getConversationStatus(conversation) !== null

/** Returns the conversations that need a reply, then the others, each in the same order as before. */
export function groupByNeed(conversations: ConversationSummary[]): ConversationSummary[] {
  return [...conversations.filter(needsReply), ...conversations.filter((one) => !needsReply(one))]
}

/**
 * Groups a list of open conversations if its first page has all of them: rows of later pages would appear above the
 * user's place.
 */
export function useGroups(
  { conversations, isOnePage }: { conversations: ConversationSummary[] | undefined; isOnePage: boolean },
  { state = 'open', sort }: ConversationsFilter,
  isWanted: boolean,
) {
  const isGrouped = isWanted && isOnePage && state === 'open' && sort !== 'waiting'
  return {
    isGrouped,
    conversations: React.useMemo(
      () => (isGrouped && conversations ? groupByNeed(conversations) : conversations),
      [isGrouped, conversations],
    ),
  }
}
