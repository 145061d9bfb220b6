import type { Author, Conversation, ConversationPart, Reference, Timestamp } from '../types.ts'
import type { Workspace } from '../workspace.ts'
import { markReplied } from './messages.ts'
import { type PartContent, appendPart, setState, getStatistics } from './parts.ts'

/** Closes a conversation, optionally with a last message. */
export function closeConversation(
  workspace: Workspace, conversation: Conversation, by: Author, at: Timestamp, content: PartContent = {},
): ConversationPart {
  if (content.body) markReplied(workspace, conversation, at)
  setState(conversation, 'closed')
  conversation.waiting_since = null
  conversation.read = true
  const statistics = getStatistics(conversation)
  statistics.first_close_at ??= at
  statistics.time_to_first_close ??= at - conversation.created_at
  statistics.last_close_at = at
  statistics.time_to_last_close = at - conversation.created_at
  statistics.last_closed_by_id = by.id
  return appendPart(workspace, conversation, 'close', by, at, content)
}

/**
 * Snoozes a conversation.
 * @param until Unix seconds.
 */
export function snoozeConversation(
  workspace: Workspace, conversation: Conversation, by: Author, at: Timestamp, until: Timestamp,
): ConversationPart {
  setState(conversation, 'snoozed')
  conversation.snoozed_until = until
  conversation.read = true
  return appendPart(workspace, conversation, 'snoozed', by, at)
}

/** Opens a closed or snoozed conversation. */
export function openConversation(
  workspace: Workspace, conversation: Conversation, by: Author, at: Timestamp,
): ConversationPart {
  setState(conversation, 'open')
  conversation.read = true
  return appendPart(workspace, conversation, 'open', by, at)
}

/**
 * Assigns a conversation to an admin or team, and opens it.
 * @param to The assignee. An `id` of `null` unassigns; Intercom then sends the assignee as 0.
 */
export function assignConversation(
  workspace: Workspace, conversation: Conversation, by: Author, at: Timestamp, to: Reference, content: PartContent = {},
): ConversationPart {
  const partType = {
    open: 'assignment',
    closed: 'assign_and_reopen',
    snoozed: 'assign_and_unsnooze',
  }[conversation.state]
  if (content.body) markReplied(workspace, conversation, at)
  setState(conversation, 'open')
  conversation[to.type === 'team' ? 'team_assignee_id' : 'admin_assignee_id'] = Number(to.id ?? 0)
  if (to.id !== null) {
    const statistics = getStatistics(conversation)
    statistics.first_assignment_at ??= at
    statistics.time_to_assignment ??= at - conversation.created_at
    statistics.last_assignment_at = at
    statistics.count_assignments += 1
  }
  return appendPart(workspace, conversation, partType, by, at, { ...content, assigned_to: to.id === null ? null : to })
}

/**
 * Opens conversations whose snooze has ended.
 * @param now Unix seconds.
 * @returns The opened conversations.
 */
export function wakeSnoozed(workspace: Workspace, now: Timestamp): Conversation[] {
  const due = workspace.conversations.filter(
    ({ state, snoozed_until }) => state === 'snoozed' && snoozed_until !== null && snoozed_until <= now,
  )
  for (const conversation of due) {
    const at = conversation.snoozed_until ?? now
    setState(conversation, 'open')
    appendPart(workspace, conversation, 'timer_unsnooze', workspace.bot, at)
  }
  return due
}
