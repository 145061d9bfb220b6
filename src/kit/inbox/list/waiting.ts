import type { ConversationSummary } from '../../contracts/index.ts'
import { formatDuration, formatMinutes, type Translator, type waitingRingStrings } from '../../strings/index.ts'

/** Minutes within which customers should get a reply. */
export interface ReplyTargets {
  standard: number
  /** Conversations with priority. @default `standard` */
  priority?: number | undefined
}

/** Reply within an hour, or half an hour with priority. */
export const defaultReplyTargets: ReplyTargets = { standard: 60, priority: 30 }

/** Wait of a customer, against the reply target. */
export interface Waiting {
  seconds: number
  /** Target in minutes. */
  target: number
  /** Waiting time divided by the target, from 0 to 1. */
  share: number
  /** `over` from the target on, `late` from twice the target. */
  level: 'calm' | 'over' | 'late'
}

const MINUTE = 60
// Times the target. Red from the target on would turn every row of a full queue red.
const LATE = 2

/** Returns the target of a conversation in minutes; `null` without targets. */
export function getReplyTarget({ priority }: Pick<ConversationSummary, 'priority'>, targets: ReplyTargets | null): number | null {
  return targets && ((priority && targets.priority) || targets.standard)
}

/** Returns the wait of the customer of an open conversation; `null` if the customer doesn't wait or there is no target. */
export function getWaiting(
  { state, waiting_since: since }: Pick<ConversationSummary, 'state' | 'waiting_since'>,
  now: number | null,
  target: number | null,
): Waiting | null {
  if (target === null || now === null || since === null || state !== 'open') return null
  const seconds = Math.max(0, now - since)
  const share = seconds / (target * MINUTE)
  return { seconds, target, share: Math.min(1, share), level: share >= LATE ? 'late' : share >= 1 ? 'over' : 'calm' }
}

/** Formats a wait for screen readers: `Waiting 19 minutes of 60.` */
export function formatWaiting({ seconds, target, level }: Waiting, locale: string, t: Translator<typeof waitingRingStrings>): string {
  if (level !== 'calm') return t('late', { duration: formatDuration(seconds, locale, 'long'), target: formatMinutes(target, locale) })
  return t('waiting', { duration: formatMinutes(Math.floor(seconds / MINUTE), locale), target })
}

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
