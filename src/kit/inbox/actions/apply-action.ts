/**
 * What a conversation looks like once an action is done, before anybody has answered. Pure: nothing here knows of a cache,
 * a clock or a request.
 */
import type {
  ChangedConversation, ConversationAction, ConversationFields, ConversationsQuery, Tag,
} from '../../contracts/index.ts'

/** The fields that actions change, and what tells conversations and their versions apart: a row has no version. */
export type ChangeableFields = Pick<
  ConversationFields,
  'id' | 'state' | 'read' | 'waiting_since' | 'snoozed_until' | 'admin_assignee_id' | 'team_assignee_id' | 'tags'
> &
  Partial<Pick<ConversationFields, 'updated_at'>>

/** An action that was not answered yet. */
export interface PendingAction {
  action: ConversationAction
  /** The label that it is about: an action has its id alone. */
  tag?: Tag | undefined
}

/** What is known beyond what was fetched, by the id of the conversation. */
export interface Changes {
  /** What is under way, in the order in which it was asked for. */
  pending: ReadonlyMap<string, readonly PendingAction[]>
  /** How conversations stood in the latest answer to a change. */
  answered: ReadonlyMap<string, NonNullable<ChangedConversation['conversation']>>
}

/** Which conversations a list shows, as `GET /api/intercom/conversations` takes it. */
export type ListFilter = Partial<ConversationsQuery>

/**
 * The fields after an action, as Intercom will have them.
 *
 * @param fields a row, or a whole conversation
 * @param pending the action; a label that it puts on and that is not known by name is not shown yet
 */
export function applyAction<T extends ChangeableFields>(fields: T, { action, tag }: PendingAction): T {
  switch (action.action) {
    case 'close':
      return { ...fields, state: 'closed', snoozed_until: null, waiting_since: null, read: true }
    case 'open':
      return { ...fields, state: 'open', snoozed_until: null, read: true }
    case 'snooze':
      return { ...fields, state: 'snoozed', snoozed_until: action.snoozed_until, read: true }
    case 'assign': {
      // Whoever is given a conversation has it in front of them: it is open again.
      const { admin_id = fields.admin_assignee_id, team_id = fields.team_assignee_id } = action
      return { ...fields, state: 'open', snoozed_until: null, admin_assignee_id: admin_id, team_assignee_id: team_id }
    }
    case 'tag':
      return !tag || hasTag(fields, action.tag_id) ? fields : { ...fields, tags: [...fields.tags, tag] }
    case 'untag':
      return { ...fields, tags: fields.tags.filter(({ id }) => id !== action.tag_id) }
    case 'mark_read':
      return { ...fields, read: true }
    case 'mark_unread':
      return { ...fields, read: false }
  }
}

/** Whether a label hangs on a conversation. */
export function hasTag({ tags }: Pick<ChangeableFields, 'tags'>, tagId: string): boolean {
  return tags.some(({ id }) => id === tagId)
}

/**
 * A conversation as it will be: what was fetched, over it a newer answer, over that what is under way. What is fetched
 * after an answer can be older than it.
 *
 * @returns the very same object where nothing is known of it
 */
export function withChanges<T extends ChangeableFields>(fields: T, { pending, answered }: Changes): T {
  const answer = answered.get(fields.id)
  const isOlder = answer && fields.updated_at !== undefined && fields.updated_at < answer.updated_at
  const latest = isOlder ? { ...fields, ...answer } : fields
  return (pending.get(fields.id) ?? []).reduce(applyAction, latest)
}

/**
 * Whether a list shows a conversation. What a change cannot touch (a search, a customer) is taken for granted.
 *
 * @param viewerId who `me` is; undefined where that is not known
 */
export function matchesFilter(fields: ChangeableFields, filter: ListFilter, viewerId: string | undefined): boolean {
  const { state = 'open', assignee, tag_id: tagId, sort } = filter
  const { admin_assignee_id: admin, team_assignee_id: team } = fields
  if (state !== 'all' && fields.state !== state) return false
  if (tagId !== undefined && !hasTag(fields, tagId)) return false
  if (sort === 'waiting' && fields.waiting_since === null) return false
  if (assignee === undefined) return true
  if (assignee === 'unassigned') return admin === null && team === null
  if (assignee === 'me') return viewerId === undefined || admin === viewerId
  return assignee.startsWith('team:') ? team === assignee.slice('team:'.length) : admin === assignee
}

/**
 * The rows of a list as they will be. One that was changed so that it does not belong there any more is left out; it
 * comes back to its place when that is undone, or fails.
 *
 * @param rows as they were fetched
 * @param changes what is known beyond that
 * @param filter which conversations the list shows
 * @param viewerId who `me` is; undefined where that is not known
 * @returns the same array where nothing is known of any
 */
export function rowsWithChanges<T extends ChangeableFields>(
  rows: T[],
  changes: Changes,
  filter: ListFilter,
  viewerId: string | undefined,
): T[] {
  const isTouched = ({ id }: T) => changes.pending.has(id) || changes.answered.has(id)
  if (!rows.some(isTouched)) return rows
  return rows
    .map((row) => (isTouched(row) ? withChanges(row, changes) : row))
    .filter((row) => !isTouched(row) || matchesFilter(row, filter, viewerId))
}
