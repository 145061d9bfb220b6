/**
 * What a customer is shown of what agents see. Everything is left out but what the conversation itself has told them:
 * no notes, no names of other customers, nothing that teammates sort their work by.
 */
import type { Author, Contact, Conversation, ConversationSummary, Part } from '../../contracts/index.ts'

/** Events that a customer is told of in the Messenger, too. */
const publicEvents = new Set(['open', 'close'])

function dropSortFields<T extends Omit<ConversationSummary, 'preview' | 'contact'>>(conversation: T): T {
  return {
    ...conversation,
    state: conversation.state === 'snoozed' ? 'open' : conversation.state,
    // By whom on the team it was read, and how fast they were, is theirs to know.
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

/** Whether a customer may see a part of their conversation. */
export function isForCustomer({ kind, part_type }: Pick<Part, 'kind' | 'part_type'>): boolean {
  return kind === 'message' || (kind === 'event' && publicEvents.has(part_type))
}

function redactPart(part: Part, own: string): Part {
  const author = redactAuthor(part.author, own)
  return part.kind === 'event' ? { ...part, author, assigned_to: null } : { ...part, author }
}

/** A row of a customer's own list, from what an agent sees. What the app records about customers is not for them. */
export function redactSummary(conversation: ConversationSummary): ConversationSummary {
  const contact = conversation.contact && { ...conversation.contact, plan: null, custom_attributes: {} }
  return dropSortFields({ ...conversation, contact })
}

/**
 * A conversation of a customer, from what an agent sees. That it is theirs has been checked before.
 *
 * @param own the customer's contact id
 */
export function redactConversation(conversation: Conversation, own: string): Conversation {
  const parts = conversation.parts.filter(isForCustomer).map((part) => redactPart(part, own))
  // Intercom's own time also changes with notes, assignments and tags.
  const updated_at = Math.max(conversation.created_at, conversation.last_message_at, parts.at(-1)?.created_at ?? 0)
  return { ...dropSortFields(conversation), updated_at, parts }
}

/** A customer's own profile: what they are told elsewhere in the app, not what the team records about them. */
export function redactContact(contact: Contact): Contact {
  const companies = contact.companies.map((company) => ({ ...company, user_count: null, monthly_spend: null }))
  return { ...contact, companies, tags: [], custom_attributes: {} }
}
