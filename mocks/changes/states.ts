import type { Author, Conversation, ConversationPart, Reference, Timestamp } from '../types.ts'
import type { Workspace } from '../workspace.ts'
import { answered } from './messages.ts'
import { type PartContent, appendPart, setState, statisticsOf } from './parts.ts'

/** Closes a conversation, with a last message or without. */
export function closeConversation(
  workspace: Workspace, conversation: Conversation, by: Author, at: Timestamp, content: PartContent = {},
): ConversationPart {
  if (content.body) answered(workspace, conversation, at)
  setState(conversation, 'closed')
  conversation.waiting_since = null
  conversation.read = true
  const statistics = statisticsOf(conversation)
  statistics.first_close_at ??= at
  statistics.time_to_first_close ??= at - conversation.created_at
  statistics.last_close_at = at
  statistics.time_to_last_close = at - conversation.created_at
  statistics.last_closed_by_id = by.id
  return appendPart(workspace, conversation, 'close', by, at, content)
}

/** Puts a conversation aside until a moment in Unix seconds. It counts as open meanwhile. */
export function snoozeConversation(
  workspace: Workspace, conversation: Conversation, by: Author, at: Timestamp, until: Timestamp,
): ConversationPart {
  setState(conversation, 'snoozed')
  conversation.snoozed_until = until
  conversation.read = true
  return appendPart(workspace, conversation, 'snoozed', by, at)
}

/** Opens what was closed or snoozed. */
export function openConversation(
  workspace: Workspace, conversation: Conversation, by: Author, at: Timestamp,
): ConversationPart {
  setState(conversation, 'open')
  conversation.read = true
  return appendPart(workspace, conversation, 'open', by, at)
}

/**
 * Gives a conversation to an admin or a team; what was closed or snoozed is open again. Text may ride along.
 * @param to The new assignee; an id of null takes the conversation from whoever of that type had it, and is sent as
 * 0, as Intercom does after an unassignment.
 */
export function assignConversation(
  workspace: Workspace, conversation: Conversation, by: Author, at: Timestamp, to: Reference, content: PartContent = {},
): ConversationPart {
  const partType = {
    open: 'assignment',
    closed: 'assign_and_reopen',
    snoozed: 'assign_and_unsnooze',
  }[conversation.state]
  if (content.body) answered(workspace, conversation, at)
  setState(conversation, 'open')
  conversation[to.type === 'team' ? 'team_assignee_id' : 'admin_assignee_id'] = Number(to.id ?? 0)
  if (to.id !== null) {
    const statistics = statisticsOf(conversation)
    statistics.first_assignment_at ??= at
    statistics.time_to_assignment ??= at - conversation.created_at
    statistics.last_assignment_at = at
    statistics.count_assignments += 1
  }
  return appendPart(workspace, conversation, partType, by, at, { ...content, assigned_to: to.id === null ? null : to })
}

/**
 * Opens every conversation whose snooze is over.
 * @param now The present moment in Unix seconds.
 * @returns The conversations that woke.
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
