/**
 * A row of the list on its way to the browser. A page of rows is mostly fields that say nothing (it is open, nobody has
 * it, it has no tags): those are not sent, and the browser fills them in again. No zod, which it does not have.
 */
import type { ConversationsResponse, ConversationSummary, SentConversations } from './index.ts'

/** What a row has where its field is not there. */
export const summaryDefaults = {
  state: 'open' as const,
  title: null,
  read: false,
  priority: false,
  waiting_since: null,
  snoozed_until: null,
  first_response_seconds: null,
  contact: null,
  admin_assignee_id: null,
  team_assignee_id: null,
  tags: [],
  preview: '',
}

/** What the customer of a row has where the field is not there. */
export const summaryContactDefaults = {
  name: null,
  email: null,
  avatar_url: null,
}

type SentSummary = SentConversations['conversations'][number]

function compactContact(contact: ConversationSummary['contact']): SentSummary['contact'] {
  // JSON has no undefined: such a field is not sent.
  return contact
    ? {
        id: contact.id,
        name: contact.name ?? undefined,
        email: contact.email ?? undefined,
        avatar_url: contact.avatar_url ?? undefined,
      }
    : undefined
}

function compactRow(row: ConversationSummary): SentSummary {
  return {
    id: row.id,
    state: row.state === summaryDefaults.state ? undefined : row.state,
    last_message_at: row.last_message_at === row.waiting_since ? undefined : row.last_message_at,
    title: row.title ?? undefined,
    read: row.read || undefined,
    priority: row.priority || undefined,
    waiting_since: row.waiting_since ?? undefined,
    snoozed_until: row.snoozed_until ?? undefined,
    first_response_seconds: row.first_response_seconds ?? undefined,
    contact: compactContact(row.contact),
    admin_assignee_id: row.admin_assignee_id ?? undefined,
    team_assignee_id: row.team_assignee_id ?? undefined,
    tags: row.tags.length > 0 ? row.tags.map(({ id, name }) => ({ id, name })) : undefined,
    preview: row.preview || undefined,
  }
}

/**
 * Leaves out of a page what its reader knows anyway, and what the contract does not name.
 *
 * @returns what `conversationsResponseSchema` reads as the same page
 */
export function compactPage(page: ConversationsResponse): SentConversations {
  return {
    conversations: page.conversations.map(compactRow),
    total_count: page.total_count,
    next_cursor: page.next_cursor,
  }
}

/**
 * Fills in what {@link compactPage} left out; a page that is whole stays as it is.
 *
 * @param page as it came over the network; its `conversations` are an array
 */
export function wholePage(page: SentConversations): ConversationsResponse {
  return {
    ...page,
    conversations: page.conversations.map((row) => ({
      ...summaryDefaults,
      ...row,
      last_message_at: row.last_message_at ?? row.waiting_since ?? 0,
      contact: row.contact ? { ...summaryContactDefaults, ...row.contact } : null,
    })),
  }
}
