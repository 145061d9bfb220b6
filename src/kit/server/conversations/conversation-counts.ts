import { type ConversationCounts, type ConversationsQuery, conversationsQuerySchema } from '../../contracts/index.ts'
import { buildAgentSearch } from './conversation-search.ts'
import { intercomCountSchema } from '../intercom/intercom-schemas.ts'
import { mapLimited } from '../../shared/map-limited.ts'
import type { IntercomClient } from '../intercom/intercom-client.ts'

const kinds: Record<keyof ConversationCounts, Partial<ConversationsQuery>> = {
  open: { state: 'open' },
  mine: { state: 'open', assignee: 'me' },
  unassigned: { state: 'open', assignee: 'unassigned' },
  snoozed: { state: 'snoozed' },
  closed: { state: 'closed' },
}

/** Counts conversations with one search per state, because Intercom's API has no other way. */
export async function countConversations(intercom: IntercomClient, adminId: string): Promise<ConversationCounts> {
  const counts = await mapLimited(Object.entries(kinds), 5, async ([kind, filter]) => {
    const request = buildAgentSearch({ ...conversationsQuerySchema.parse({ limit: 1 }), ...filter }, adminId)
    const { total_count } = await intercom.search('conversations', request, intercomCountSchema)
    return [kind, total_count] as const
  })
  return Object.fromEntries(counts) as ConversationCounts
}
