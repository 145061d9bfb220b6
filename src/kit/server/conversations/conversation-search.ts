import { type ConversationCounts, type ConversationsQuery, conversationsQuerySchema } from '../../contracts/index.ts'
import { mapLimited } from '../../shared/map-limited.ts'
import { ApiError } from '../http/errors.ts'
import type { IntercomClient, SearchQuery, SearchRequest } from '../intercom/intercom-client.ts'
import { hasAbility } from '../intercom/api-versions.ts'
import { intercomCountSchema } from '../intercom/intercom-schemas.ts'

/** Intercom's limit for a group of filters. */
const MAX_FILTERS = 15

/** Matches a word without punctuation at its ends. */
const core = /[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/u

/** Replaces control characters and invisible marks of direction, which users paste by accident. */
export function cleanSearch(text: string): string {
  return text.replace(/[\p{Bidi_Control}\uFEFF]+/gu, '').replace(/[\p{Cc}\p{Cs}]+/gu, ' ').trim()
}

/** @throws ApiError if the search has no word. */
export function splitWords(text: string): string[] {
  const words = [...new Set(cleanSearch(text).split(/\s+/).flatMap((word) => core.exec(word)?.[0] ?? []))].slice(0, MAX_FILTERS)
  if (words.length > 0) return words
  throw new ApiError('invalid_request', {
    message: 'The query has no word to search for in "q".',
    fields: { q: 'must contain a letter or a digit' },
  })
}

/** Filters for conversations whose opening message has each word, or that have one of the contacts. */
function buildTextFilters(text: string, contactIds: string[], room: number): SearchQuery[] {
  const words = splitWords(text).map((value): SearchQuery => ({ field: 'source.body', operator: '~', value }))
  if (contactIds.length === 0) return [{ operator: 'AND', value: words }]
  // Words within the alternative would be one group too deep for Intercom.
  return words.slice(0, room).map((word) => ({ operator: 'OR', value: [word, { field: 'contact_ids', operator: 'IN', value: contactIds }] }))
}

function buildAssigneeFilters(assignee: string, viewerId: string): SearchQuery[] {
  // 0 means unassigned: https://github.com/intercom/Intercom-OpenAPI/pull/458
  if (assignee === 'unassigned') {
    return [
      { field: 'admin_assignee_id', operator: '=', value: 0 },
      { field: 'team_assignee_id', operator: '=', value: 0 },
    ]
  }
  if (assignee.startsWith('team:')) {
    return [{ field: 'team_assignee_id', operator: '=', value: assignee.slice('team:'.length) }]
  }
  return [{ field: 'admin_assignee_id', operator: '=', value: assignee === 'me' ? viewerId : assignee }]
}

function buildPriorityFilter(priority: 'priority' | 'not_priority', version: string): SearchQuery {
  if (!hasAbility(version, 'priorityLevels')) return { field: 'priority', operator: '=', value: priority }
  return { field: 'priority', operator: 'IN', value: priority === 'priority' ? ['high', 'urgent'] : ['none', 'low', 'medium'] }
}

function buildAiAgentFilter(part: 'participated' | 'handed_over', version: string): SearchQuery {
  if (part === 'participated') return { field: 'ai_agent_participated', operator: '=', value: true }
  const states = hasAbility(version, 'handoverOutcomes') ? ['escalated', 'procedure_handoff'] : ['routed_to_team']
  return { field: 'ai_agent.resolution_state', operator: 'IN', value: states }
}

const sorts = {
  newest: { field: 'updated_at', order: 'descending' },
  oldest: { field: 'updated_at', order: 'ascending' },
  waiting: { field: 'waiting_since', order: 'ascending' },
} as const

function toSearchRequest(query: ConversationsQuery, filters: SearchQuery[], contactIds: string[], sort: SearchRequest['sort'] = sorts[query.sort]): SearchRequest {
  if (query.sort === 'waiting') filters.push({ field: 'waiting_since', operator: '>', value: 0 })
  if (query.q !== undefined) filters.push(...buildTextFilters(query.q, contactIds, MAX_FILTERS - filters.length))
  // Intercom rejects a search without a filter.
  if (filters.length === 0) filters.push({ field: 'created_at', operator: '>', value: 0 })
  return {
    query: { operator: 'AND', value: filters },
    pagination: { per_page: query.limit, ...(query.cursor && { starting_after: query.cursor }) },
    ...(sort && { sort }),
  }
}

/** Intercom supports `sort` without documenting it: https://github.com/intercom/Intercom-OpenAPI/issues/114 */
export function buildAgentSearch(query: ConversationsQuery, adminId: string, version: string, contactIds: string[] = []): SearchRequest {
  const filters: SearchQuery[] = []
  if (query.state !== 'all') filters.push({ field: 'state', operator: '=', value: query.state })
  if (query.assignee !== undefined) filters.push(...buildAssigneeFilters(query.assignee, adminId))
  if (query.contact_id !== undefined) filters.push({ field: 'contact_ids', operator: '=', value: query.contact_id })
  if (query.tag_id !== undefined) filters.push({ field: 'tag_ids', operator: '=', value: query.tag_id })
  if (query.priority !== undefined) filters.push(buildPriorityFilter(query.priority, version))
  if (query.status === 'unread') filters.push({ field: 'read', operator: '=', value: false })
  if (query.channel !== undefined) filters.push({ field: 'source.type', operator: '=', value: query.channel })
  if (query.ai_agent !== undefined) filters.push(buildAiAgentFilter(query.ai_agent, version))
  if (query.teammate !== undefined) filters.push({ field: 'teammate_ids', operator: '=', value: adminId })
  return toSearchRequest(query, filters, contactIds)
}

/** Snoozed conversations count as open, because customers don't see snoozes. */
export function buildCustomerSearch(query: ConversationsQuery, contactId: string): SearchRequest {
  const filters: SearchQuery[] = [{ field: 'contact_ids', operator: '=', value: contactId }]
  if (query.state === 'open') filters.push({ field: 'state', operator: '!=', value: 'closed' })
  if (query.state === 'closed') filters.push({ field: 'state', operator: '=', value: 'closed' })
  // Sorting by `updated_at` would reveal when teammates write notes.
  return toSearchRequest(query, filters, [], { field: 'created_at', order: query.sort === 'oldest' ? 'ascending' : 'descending' })
}

const countFilters: Record<Exclude<keyof ConversationCounts, 'oldest_waiting_since'>, Partial<ConversationsQuery>> = {
  open: { state: 'open' },
  mine: { state: 'open', assignee: 'me' },
  unassigned: { state: 'open', assignee: 'unassigned' },
  unread: { state: 'open', status: 'unread' },
  // Sorted, so that the one conversation of the response waits longest.
  waiting: { state: 'open', sort: 'waiting' },
  snoozed: { state: 'snoozed' },
  closed: { state: 'closed' },
}

/** Counts conversations with one search per state, because Intercom's API has no other way. */
export async function countConversations(intercom: IntercomClient, adminId: string): Promise<ConversationCounts> {
  let oldest: number | null = null
  const counts = await mapLimited(Object.entries(countFilters), 5, async ([kind, filter]) => {
    const request = buildAgentSearch({ ...conversationsQuerySchema.parse({ limit: 1 }), ...filter }, adminId, intercom.version)
    const { total_count, conversations } = await intercom.search('conversations', request, intercomCountSchema)
    if (kind === 'waiting') oldest = conversations[0]?.waiting_since ?? null
    return [kind, total_count] as const
  })
  return { ...(Object.fromEntries(counts) as Omit<ConversationCounts, 'oldest_waiting_since'>), oldest_waiting_since: oldest }
}
