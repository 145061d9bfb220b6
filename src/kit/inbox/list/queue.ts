'use client'

import * as React from 'react'
import type { ConversationCounts, ConversationSummary } from '../../contracts/index.ts'
import type { ConversationsFilter } from '../data/use-conversations.ts'
import { getConversationStatus } from './conversation-status.ts'

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

/** Figures of the open conversations. */
export type Pulse = Pick<ConversationCounts, 'open' | 'unread' | 'waiting' | 'oldest_waiting_since'>

/** Counts the figures in rows, if these are all open conversations. Unlike the counts route, they change with each action. */
export function getPulse(rows: readonly ConversationSummary[]): Pulse {
  const since = rows.flatMap(({ waiting_since: at }) => at ?? [])
  return {
    open: rows.length,
    unread: rows.filter(({ read }) => !read).length,
    waiting: since.length,
    oldest_waiting_since: since.length > 0 ? Math.min(...since) : null,
  }
}

/** Facts about the day, for an empty inbox. */
export interface DaySummary {
  closedToday: number
  /** Median of the seconds to the first reply, of those; `null` without any. */
  medianReply: number | null
  /** Snoozed conversation that returns first. */
  next: ConversationSummary | undefined
}

/** Sums up the day. `isToday` gets Unix seconds. */
export function summarizeDay(
  closed: readonly ConversationSummary[],
  snoozed: readonly ConversationSummary[],
  isToday: (at: number) => boolean,
): DaySummary {
  const today = closed.filter(({ closed_at: at }) => at && isToday(at))
  const replies = today.flatMap(({ first_response_seconds: seconds }) => seconds ?? []).sort((a, b) => a - b)
  const [next] = snoozed.filter((row) => row.snoozed_until !== null).sort((a, b) => (a.snoozed_until ?? 0) - (b.snoozed_until ?? 0))
  return { closedToday: today.length, medianReply: replies[Math.floor(replies.length / 2)] ?? null, next }
}
