import type {
  ChangedConversation, ConversationAction, ConversationDetails, ConversationFields, ConversationsQuery, Tag,
} from '../../contracts/index.ts'

/** Fields that actions change, with id and version. List rows have no version. */
export type ChangeableFields = Pick<
  ConversationFields,
  'id' | 'state' | 'read' | 'waiting_since' | 'snoozed_until' | 'admin_assignee_id' | 'team_assignee_id' | 'tags'
> &
  Partial<Pick<ConversationFields, 'updated_at' | 'details'>>

export interface PendingAction {
  action: ConversationAction
  /** Tag that the action adds, because the action only has its id. */
  tag?: Tag | undefined
}

export interface Changes {
  pending: ReadonlyMap<string, readonly PendingAction[]>
  responses: ReadonlyMap<string, NonNullable<ChangedConversation['conversation']>>
}

export type ListFilter = Partial<ConversationsQuery>

export function applyAction<T extends ChangeableFields>(fields: T, { action, tag }: PendingAction): T {
  switch (action.action) {
    case 'close':
      return { ...fields, state: 'closed', snoozed_until: null, waiting_since: null, read: true }
    case 'open':
      return { ...fields, state: 'open', snoozed_until: null, read: true }
    case 'snooze':
      return { ...fields, state: 'snoozed', snoozed_until: action.snoozed_until, read: true }
    case 'assign': {
      // Intercom opens a conversation when it is assigned.
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
    case 'set_attribute':
      return { ...fields, details: fields.details && setAttribute(fields.details, action) }
  }
}

function setAttribute(
  details: ConversationDetails,
  { name, value }: Extract<ConversationAction, { action: 'set_attribute' }>,
): ConversationDetails {
  const others = details.attributes.filter((one) => one.name !== name)
  return { ...details, attributes: (value ?? '') === '' ? others : [...others, { name, value }] }
}

export function hasTag({ tags }: Pick<ChangeableFields, 'tags'>, tagId: string): boolean {
  return tags.some(({ id }) => id === tagId)
}

/** Applies changes to a conversation; the same object if there are none. Fetched data can be older than a response. */
export function withChanges<T extends ChangeableFields>(fields: T, { pending, responses }: Changes): T {
  const response = responses.get(fields.id)
  const isOlder = response && fields.updated_at !== undefined && fields.updated_at < response.updated_at
  const latest = isOlder ? { ...fields, ...response } : fields
  return (pending.get(fields.id) ?? []).reduce(applyAction, latest)
}

/** Whether a conversation belongs to a list. Actions don't affect searches and customers, so those always match. */
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

/** Applies changes to rows and drops those that no longer match. Returns the same array if none changed. */
export function applyChanges<T extends ChangeableFields>(
  rows: T[],
  changes: Changes,
  filter: ListFilter,
  viewerId: string | undefined,
): T[] {
  const isTouched = ({ id }: T) => changes.pending.has(id) || changes.responses.has(id)
  if (!rows.some(isTouched)) return rows
  return rows
    .map((row) => (isTouched(row) ? withChanges(row, changes) : row))
    .filter((row) => !isTouched(row) || matchesFilter(row, filter, viewerId))
}
