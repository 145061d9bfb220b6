import type { ChangedConversation, Conversation, ConversationAction } from '../../contracts/index.ts'
import { type ChangeableFields, hasTag } from './apply-action.ts'

function restoreState({ state, snoozed_until: until }: ChangeableFields, now: number): ConversationAction {
  if (state === 'closed') return { action: 'close' }
  if (state === 'snoozed' && until !== null && until > now) return { action: 'snooze', snoozed_until: until }
  return { action: 'open' }
}

/** Returns the actions that undo an action, in order. Closing and opening also mark as read, and assigning opens. */
export function invertAction(action: ConversationAction, before: ChangeableFields, now: number): ConversationAction[] {
  const unread: ConversationAction[] = before.read ? [] : [{ action: 'mark_unread' }]
  switch (action.action) {
    case 'close':
      return before.state === 'closed' ? [] : [restoreState(before, now), ...unread]
    case 'open':
      return before.state === 'open' ? [] : [restoreState(before, now), ...unread]
    case 'snooze':
      if (before.state === 'snoozed' && before.snoozed_until === action.snoozed_until) return []
      return [restoreState(before, now), ...unread]
    case 'assign': {
      const { admin_assignee_id: admin, team_assignee_id: team } = before
      const back: Extract<ConversationAction, { action: 'assign' }> = { action: 'assign' }
      if (action.admin_id !== undefined && action.admin_id !== admin) back.admin_id = admin
      if (action.team_id !== undefined && action.team_id !== team) back.team_id = team
      const assignment = back.admin_id === undefined && back.team_id === undefined ? [] : [back]
      return before.state === 'open' ? assignment : [...assignment, restoreState(before, now)]
    }
    case 'tag':
      return hasTag(before, action.tag_id) ? [] : [{ action: 'untag', tag_id: action.tag_id }]
    case 'untag':
      return hasTag(before, action.tag_id) ? [{ action: 'tag', tag_id: action.tag_id }] : []
    case 'mark_read':
      return unread
    case 'mark_unread':
      return before.read ? [{ action: 'mark_read' }] : []
    case 'set_attribute': {
      const value = before.details?.attributes.find(({ name }) => name === action.name)?.value ?? null
      return value === (action.value === '' ? null : action.value) ? [] : [{ ...action, value }]
    }
  }
}

export type ReadableChange = ChangedConversation & { conversation: NonNullable<ChangedConversation['conversation']> }

/** Merges a response into its row, unless the row is newer. */
export function mergeFields<T extends ChangeableFields>(row: T, { conversation }: ReadableChange): T {
  const isNewer = row.updated_at !== undefined && row.updated_at > conversation.updated_at
  return row.id === conversation.id && !isNewer ? { ...row, ...conversation } : row
}

export function mergeThread(conversation: Conversation, changed: ReadableChange): Conversation {
  if (conversation.id !== changed.conversation.id) return conversation
  const known = new Set(conversation.parts.map(({ id }) => id))
  const added = changed.parts.filter(({ id }) => !known.has(id))
  return { ...mergeFields(conversation, changed), parts: [...conversation.parts, ...added] }
}
