import type { Conversation, ConversationState, ConversationSummary } from '../../contracts/index.ts'
import type { IntercomContact, IntercomConversation } from './intercom-schemas.ts'
import { normalizeRowAttributes, normalizeTags, toCustomerPicture } from './normalize-contact.ts'
import { normalizeParts, type PartKind } from './normalize-part.ts'
import { isContact } from './normalize-people.ts'
import { normalizeLine, normalizePreview, normalizeSubject } from './normalize-text.ts'

export type ContactsById = ReadonlyMap<string, IntercomContact>

/** Before 2.16 there is one priority, since then four. */
const priorities = new Set(['priority', 'high', 'urgent'])

function getState(conversation: IntercomConversation): ConversationState {
  const { state } = conversation
  if (state === 'open' || state === 'closed' || state === 'snoozed') return state
  return conversation.open ? 'open' : 'closed'
}

/** Returns the contact id of the customer: the first contact, else the author of the opening message. */
export function getCustomerId(conversation: IntercomConversation): string | null {
  const author = conversation.source?.author ?? null
  return conversation.contacts?.contacts[0]?.id ?? (isContact(author) ? author.id : null)
}

function getOpeningCustomer(conversation: IntercomConversation) {
  const author = conversation.source?.author ?? null
  return isContact(author) && author.id === getCustomerId(conversation) ? author : null
}

/** Returns the contact to load; `null` if the opening message has the customer's name. */
export function getContactToLookUp(conversation: IntercomConversation): string | null {
  return getOpeningCustomer(conversation) ? null : getCustomerId(conversation)
}

function toCustomer(conversation: IntercomConversation, contacts: ContactsById): Conversation['contact'] {
  const id = getCustomerId(conversation)
  if (!id) return null
  const contact = contacts.get(id)
  const person = contact ?? getOpeningCustomer(conversation)
  return {
    id,
    name: normalizeLine(person?.name ?? null),
    email: person?.email || null,
    avatar_url: toCustomerPicture(contact?.avatar),
  }
}

function getFirstResponseSeconds({ statistics, created_at }: IntercomConversation): number | null {
  const seconds =
    statistics?.time_to_admin_reply ??
    (statistics?.first_admin_reply_at && created_at ? statistics.first_admin_reply_at - created_at : null)
  return seconds === null ? null : Math.max(0, Math.round(seconds))
}

function getCreatedAt({ created_at, updated_at }: IntercomConversation): number {
  return created_at ?? updated_at ?? 0
}

function normalizeFields(conversation: IntercomConversation, contacts: ContactsById) {
  const { statistics } = conversation
  const state = getState(conversation)
  const createdAt = getCreatedAt(conversation)
  return {
    id: conversation.id,
    title: normalizeLine(conversation.title) ?? normalizeSubject(conversation.source?.subject ?? null),
    state,
    read: conversation.read,
    priority: priorities.has(conversation.priority ?? ''),
    last_message_at: Math.max(createdAt, statistics?.last_contact_reply_at ?? 0, statistics?.last_admin_reply_at ?? 0),
    // Intercom may keep the time when a conversation is closed without a reply.
    waiting_since: state === 'closed' ? null : conversation.waiting_since,
    snoozed_until: state === 'snoozed' ? conversation.snoozed_until : null,
    first_response_seconds: getFirstResponseSeconds(conversation),
    contact: toCustomer(conversation, contacts),
    admin_assignee_id: conversation.admin_assignee_id,
    team_assignee_id: conversation.team_assignee_id,
    tags: normalizeTags(conversation.tags?.tags ?? []),
  }
}

function toRowContact(contact: NonNullable<Conversation['contact']>, contacts: ContactsById): ConversationSummary['contact'] {
  const custom_attributes = normalizeRowAttributes(contacts.get(contact.id)?.custom_attributes ?? null)
  const plan = typeof custom_attributes.plan === 'string' ? custom_attributes.plan : null
  return { ...contact, email: contact.name ? null : contact.email, plan, custom_attributes }
}

export function normalizeSummary(conversation: IntercomConversation, contacts: ContactsById): ConversationSummary {
  const { source, statistics } = conversation
  const fields = normalizeFields(conversation, contacts)
  return {
    ...fields,
    contact: fields.contact && toRowContact(fields.contact, contacts),
    preview: source?.redacted ? '' : normalizePreview(source?.body ?? null, fields.title !== null),
    ...(fields.state === 'closed' && { closed_at: statistics?.last_close_at ?? null }),
  }
}

/** Converts a conversation with its thread. If `isShown` is given, `omitted_parts` counts only such parts. */
export function normalizeConversation(
  conversation: IntercomConversation,
  contacts: ContactsById,
  isShown?: (part: PartKind) => boolean,
): Conversation {
  const createdAt = getCreatedAt(conversation)
  const given = conversation.conversation_parts
  const { parts, omitted } = normalizeParts(conversation, createdAt, isShown ?? (() => true))
  // The kinds of the parts that Intercom left out are unknown.
  const unsent = isShown ? 0 : Math.max(0, (given?.total_count ?? 0) - (given?.conversation_parts.length ?? 0))
  return {
    ...normalizeFields(conversation, contacts),
    created_at: createdAt,
    updated_at: conversation.updated_at ?? createdAt,
    ...(conversation.details && { details: conversation.details }),
    parts,
    omitted_parts: unsent + omitted,
  }
}
