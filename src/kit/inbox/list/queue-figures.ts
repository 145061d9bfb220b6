// Apart from queue.ts, because the list loads without these figures.
import type { ConversationCounts, ConversationSummary } from '../../contracts/index.ts'

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
