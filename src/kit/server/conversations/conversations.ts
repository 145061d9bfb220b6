import type { Principal } from '../http/principals.ts'
import {
  type Conversation, type ConversationsQuery, type ConversationsResponse, type ConversationSummary, conversationsResponseSchema,
  conversationSummarySchema,
} from '../../contracts/index.ts'
import { buildAgentSearch, buildCustomerSearch, cleanSearch, splitWords } from './conversation-search.ts'
import { redactConversation, isForCustomer, redactSummary } from './redact-for-customer.ts'
import { ApiError } from '../http/errors.ts'
import { attempt } from '../async-work.ts'
import {
  intercomContactListSchema,
  intercomConversationListSchema,
  intercomConversationSchema,
  type IntercomContact,
  type IntercomConversation,
} from '../intercom/intercom-schemas.ts'
import {
  getContactToLookUp,
  getCustomerId,
  normalizeConversation,
  normalizeSummary,
  type ContactsById,
} from '../intercom/normalize-conversation.ts'
import { normalizeLine } from '../intercom/normalize-text.ts'
import { TOO_LARGE } from '../intercom/intercom-response.ts'
import { findOwnContact, type Customer } from '../people/contacts.ts'
import { findPeople, type FoundPeople } from '../people/find-people.ts'
import type { IntercomClient, SearchRequest } from '../intercom/intercom-client.ts'

/** Milliseconds for loading customers. Lists and threads also work without them. */
const LOOK_UP = 3000

/** Returns no customers if the request fails, for example without permission to read contacts. */
async function lookUpContacts(intercom: IntercomClient, wanted: (string | null)[]): Promise<ContactsById> {
  const ids = [...new Set(wanted.filter((id) => id !== null))]
  if (ids.length === 0) return new Map()
  const request: SearchRequest = {
    query: { field: 'id', operator: 'IN', value: ids },
    pagination: { per_page: ids.length },
  }
  const found = await attempt('look-up of customers', LOOK_UP, intercom.search('contacts', request, intercomContactListSchema))
  return new Map(found instanceof ApiError ? [] : found.data.map((contact) => [contact.id, contact]))
}

async function searchPage(intercom: IntercomClient, request: SearchRequest) {
  try {
    return await intercom.search('conversations', request, intercomConversationListSchema)
  } catch (thrown) {
    // Only the cursor comes from the caller.
    if (!(thrown instanceof ApiError) || thrown.code !== 'rejected' || !request.pagination.starting_after) throw thrown
    throw new ApiError('invalid_request', {
      message: 'Intercom does not know this cursor. Start again without one.',
      fields: { cursor: 'must be the next_cursor of a response to the same query' },
      reason: thrown.reason,
    })
  }
}

const { conversations: rowsSchema } = conversationsResponseSchema.shape

/** Converts conversations to rows and drops invalid ones, so that one of them can't break the list. */
function toRows(
  conversations: readonly IntercomConversation[],
  toRow: (conversation: IntercomConversation) => ConversationSummary,
): ConversationSummary[] {
  const rows = conversations.map(toRow)
  const { data } = rowsSchema.safeParse(rows)
  return data ?? rows.flatMap((row) => conversationSummarySchema.safeParse(row).data ?? [])
}

function refuseAgentsFilters(query: ConversationsQuery): void {
  const fields: Record<string, string> = {}
  for (const key of ['assignee', 'contact_id', 'tag_id', 'priority', 'status', 'channel', 'ai_agent', 'teammate'] as const) {
    if (query[key] !== undefined) fields[key] = 'is for agents'
  }
  if (query.state === 'snoozed') fields.state = 'snoozed is for agents'
  if (query.sort === 'waiting') fields.sort = 'waiting is for agents'
  if (Object.keys(fields).length > 0) throw new ApiError('forbidden', { fields })
}

async function listOwn(
  intercom: IntercomClient,
  customer: Customer,
  query: ConversationsQuery,
): Promise<ConversationsResponse> {
  refuseAgentsFilters(query)
  const own = await findOwnContact(intercom, customer)
  if (!own) return { conversations: [], total_count: 0, next_cursor: null }
  const page = await searchPage(intercom, buildCustomerSearch(query, own.id))
  const contacts = new Map([[own.id, own]])
  // Check each conversation, so that nothing depends on Intercom's filter.
  const theirs = page.conversations.filter((conversation) => hasContact(conversation, own.id))
  const rows = toRows(theirs, (row) => redactSummary(normalizeSummary(limitToCustomer(row, own.id), contacts)))
  const direction = query.sort === 'oldest' ? -1 : 1
  return {
    conversations: rows.sort((a, b) => direction * (b.last_message_at - a.last_message_at)),
    total_count: page.total_count ?? theirs.length,
    next_cursor: page.pages?.next?.starting_after || null,
  }
}

/** Removes what only the team sees of a conversation: its title, details and other contacts. */
export function limitToCustomer(conversation: IntercomConversation, id: string): IntercomConversation {
  return { ...conversation, title: null, details: null, contacts: { contacts: [{ id }] } }
}

function hasContact(conversation: IntercomConversation, contactId: string): boolean {
  return conversation.contacts?.contacts.some((contact) => contact.id === contactId) ?? false
}

export async function listConversations(
  intercom: IntercomClient,
  principal: Principal,
  query: ConversationsQuery,
): Promise<ConversationsResponse> {
  if (principal.kind === 'customer') return listOwn(intercom, principal, query)
  // All conversations of one customer match that customer.
  const people = query.q !== undefined && query.contact_id === undefined ? await searchPeople(intercom, query.q) : null
  const page = await searchPage(intercom, buildAgentSearch(query, principal.adminId, intercom.version, [...(people?.contacts.keys() ?? [])]))
  const known = new Map([...(people?.contacts ?? [])].map(([id, { contact }]) => [id, contact]))
  // Without access to contacts, a look-up fails as well.
  const wanted = people?.isSearchable === false ? [] : page.conversations.map(getCustomerId).filter((id) => id === null || !known.has(id))
  const contacts = new Map([...known, ...(await lookUpContacts(intercom, wanted))])
  return {
    conversations: toRows(page.conversations, (conversation) => ({
      ...normalizeSummary(conversation, contacts),
      ...(people && getMatch(conversation, people)),
    })),
    total_count: page.total_count ?? page.conversations.length,
    next_cursor: page.pages?.next?.starting_after || null,
    ...(people?.missing && { missing: { people: people.missing } }),
  }
}

const searchPeople = (intercom: IntercomClient, q: string) => findPeople(intercom, cleanSearch(q), splitWords(q))

function getMatch(conversation: IntercomConversation, { contacts }: FoundPeople): Pick<ConversationSummary, 'matched_by' | 'matched_text'> {
  const ids = conversation.contacts?.contacts.map(({ id }) => id) ?? []
  const person = ids.flatMap((id) => contacts.get(id) ?? [])[0]
  if (!person) return { matched_by: 'message' }
  const { contact, matchedBy } = person
  const text = matchedBy === 'name' && contact.id === getCustomerId(conversation) ? null : normalizeLine(person.text)
  return { matched_by: matchedBy, ...(text && { matched_text: text }) }
}

/** Reads a customer's own conversation. Throws `not_found` for others, without revealing whether they exist. */
export async function readOwn(
  intercom: IntercomClient,
  customer: Customer,
  id: string,
): Promise<{ conversation: IntercomConversation; own: IntercomContact }> {
  const reading = intercom.get(['conversations', id], intercomConversationSchema).catch((thrown: unknown) => {
    // Same error as for a missing conversation, which may be another customer's.
    const isTooLarge = thrown instanceof ApiError && thrown.reason === TOO_LARGE
    throw isTooLarge ? new ApiError('not_found', { reason: TOO_LARGE }) : thrown
  })
  const [conversation, own] = await Promise.all([reading, findOwnContact(intercom, customer)])
  if (!own || !hasContact(conversation, own.id)) throw new ApiError('not_found')
  return { conversation: limitToCustomer(conversation, own.id), own }
}

export async function getConversation(
  intercom: IntercomClient,
  principal: Principal,
  id: string,
): Promise<Conversation> {
  if (principal.kind === 'agent') {
    const conversation = await intercom.get(['conversations', id], intercomConversationSchema)
    return normalizeConversation(conversation, await lookUpContacts(intercom, [getContactToLookUp(conversation)]))
  }
  const { conversation, own } = await readOwn(intercom, principal, id)
  return redactConversation(normalizeConversation(conversation, new Map([[own.id, own]]), isForCustomer), own.id)
}
