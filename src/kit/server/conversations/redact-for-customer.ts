import type { Author, Contact, Conversation, ConversationSummary, Part, ChangedConversation } from '../../contracts/index.ts'
import type { IntercomConversation } from '../intercom/intercom-schemas.ts'
import { normalizeConversation } from '../intercom/normalize-conversation.ts'
import { DEADLINE } from '../intercom/intercom-client.ts'

const publicEvents = new Set(['open', 'close'])

function dropSortFields<T extends Omit<ConversationSummary, 'preview' | 'contact'>>(conversation: T): T {
  return {
    ...conversation,
    state: conversation.state === 'snoozed' ? 'open' : conversation.state,
    // Hide when the team read the conversation, and how fast it replied.
    read: true,
    priority: false,
    waiting_since: null,
    snoozed_until: null,
    first_response_seconds: null,
    admin_assignee_id: null,
    team_assignee_id: null,
    tags: [],
  }
}

function redactAuthor(author: Author, own: string): Author {
  if (author.type !== 'contact' || author.id === own) return author
  return { type: 'contact', id: null, name: null, avatar_url: null }
}

export function isForCustomer({ kind, part_type }: Pick<Part, 'kind' | 'part_type'>): boolean {
  return kind === 'message' || (kind === 'event' && publicEvents.has(part_type))
}

function redactPart(part: Part, own: string): Part {
  const author = redactAuthor(part.author, own)
  return part.kind === 'event' ? { ...part, author, assigned_to: null } : { ...part, author }
}

export function redactSummary(conversation: ConversationSummary): ConversationSummary {
  const { closed_at: _, ...shown } = conversation
  const contact = shown.contact && { ...shown.contact, plan: null, custom_attributes: {} }
  return dropSortFields({ ...shown, contact })
}

/** Removes notes, other customers' names, and everything that the team sorts by. `own` is the customer's contact id. */
export function redactConversation(conversation: Conversation, own: string): Conversation {
  const parts = conversation.parts.filter(isForCustomer).map((part) => redactPart(part, own))
  // Intercom's `updated_at` also changes with notes, assignments and tags.
  const updated_at = Math.max(conversation.created_at, conversation.last_message_at, parts.at(-1)?.created_at ?? 0)
  const { details: _, ...shown } = conversation
  return { ...dropSortFields(shown), updated_at, parts }
}

/** Removes what the team records about a customer. */
export function redactContact(contact: Contact): Contact {
  const companies = contact.companies.map((company) => ({ ...company, user_count: null, monthly_spend: null }))
  // The app's permissions in Intercom don't concern customers.
  const missing = contact.missing && { missing: { companies: 'failure' as const } }
  return { ...contact, companies, tags: [], custom_attributes: {}, ...missing }
}

/** More parts than one request creates. */
const MAX_PARTS = 20

/**
 * Converts a changed conversation without another request, whose failure would hide that the change succeeded. Keeps the parts
 * of the last seconds, because a bot may write after the change. `customer` is the contact id of a customer; `null` for an
 * agent.
 */
export function toChangedConversation(changed: IntercomConversation | null, customer: string | null): ChangedConversation {
  if (!changed) return { conversation: null, parts: [] }
  const whole = normalizeConversation(changed, new Map(), customer ? isForCustomer : undefined)
  const seen = customer ? redactConversation(whole, customer) : whole
  const since = (seen.parts.at(-1)?.created_at ?? 0) - DEADLINE / 1000
  return { conversation: seen, parts: seen.parts.filter(({ created_at }) => created_at >= since).slice(-MAX_PARTS) }
}
