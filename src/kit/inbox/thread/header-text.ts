import type { Conversation } from '../../contracts/index.ts'
import { formatAhead, formatDuration, type ThreadTranslator, type TimeFormat } from '../../strings/index.ts'
import { getConversationStatus } from '../list/waiting.ts'
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
