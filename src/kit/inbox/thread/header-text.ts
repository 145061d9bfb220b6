import type { Conversation } from '../../contracts/index.ts'
import {
  formatAhead, formatDuration, isolateDirection, type ThreadTranslator, type TimeFormat, type Translator, type waitingRingStrings,
} from '../../strings/index.ts'
import { formatWaiting, getConversationStatus, getReplyTarget, getWaiting, type ReplyTargets, type Waiting } from '../list/waiting.ts'
import { getAssigneeName, getAssigneeReference, type Teammates } from './teammates.ts'

/** Returns the assignee: `null` if unassigned, `undefined` while loading, `''` if the user may not know. */
export function getAssignee(
  conversation: Conversation,
  teammates: Teammates | null | undefined,
  t: ThreadTranslator,
): string | null | undefined {
  const assignee = getAssigneeReference(conversation)
  // Customers may not see teammates and assignees.
  if (!assignee) return teammates === null ? '' : null
  return teammates === undefined ? undefined : getAssigneeName(assignee, teammates, t)
}

/** Returns the wait of the customer, which is late if the SLA was missed, and the same in words; `null` without a wait. */
export function describeWaiting(
  conversation: Conversation,
  now: number | null,
  targets: ReplyTargets | null,
  locale: string,
  t: ThreadTranslator,
  getRingText: Translator<typeof waitingRingStrings>,
): { waiting: Waiting; text: string } | null {
  const found = getWaiting(conversation, now, getReplyTarget(conversation, targets))
  const sla = conversation.details?.sla
  if (!found) return null
  const waiting: Waiting = sla?.status === 'missed' ? { ...found, share: 1, level: 'late' } : found
  const text = formatWaiting(waiting, locale, getRingText)
  return { waiting, text: sla?.name ? t('waitingSla', { waiting: text, name: isolateDirection(sla.name) }) : text }
}

/** Returns the end of the snooze or the time since the customer waits; otherwise `null`. */
export function getStatusTime(
  conversation: Conversation,
  now: number | null,
  format: TimeFormat,
  t: ThreadTranslator,
): string | null {
  const { snoozed_until: until, waiting_since: since } = conversation
  switch (getConversationStatus(conversation)) {
    case 'snoozed':
      return until ? t('snoozedUntil', { time: formatAhead(until, now, format) }) : null
    case 'waiting':
      // "0m" says nothing.
      return since === null || now === null ? null : formatDuration(Math.max(60, now - since), format.locale)
    default:
      return null
  }
}
