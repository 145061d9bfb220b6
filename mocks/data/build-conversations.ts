import { toUploadUrl } from '../assets.ts'
import type { Author, Contact, Conversation, ConversationPart, ConversationSource, PartAttachment } from '../types.ts'
import { NOW } from './clock.ts'

/** Converts a contact, admin or bot to the author of a message. */
export function toAuthor(person: { id: string; name: string | null; email: string | null } & (
  { type: 'contact'; role: 'user' | 'lead' } | { type: 'admin' } | { type: 'bot' }
)): Author {
  const type = person.type === 'contact' ? person.role : person.type
  return { type, id: person.id, name: person.name, email: person.email }
}

/** Converts a contact to its reference in a conversation. */
export function toContactReference(contact: Contact): Conversation['contacts']['contacts'][number] {
  return { type: 'contact', id: contact.id, external_id: contact.external_id }
}

/** Builds an attachment. By default, a PDF of 84 kB. */
export function buildAttachment(overrides: Partial<PartAttachment> = {}): PartAttachment {
  return {
    type: 'upload',
    name: 'invoice-2026-11.pdf',
    url: toUploadUrl('invoice-2026-11.pdf'),
    content_type: 'application/pdf',
    filesize: 86_016,
    ...overrides,
  }
}

/** Builds a part. By default, a customer's comment. `updated_at` and `notified_at` default to `created_at`. */
export function buildPart(overrides: Partial<ConversationPart> = {}): ConversationPart {
  const at = overrides.created_at ?? NOW
  return {
    type: 'conversation_part',
    id: '31250000001',
    part_type: 'comment',
    body: '<p>Thanks, that did it.</p>',
    created_at: at,
    updated_at: at,
    notified_at: at,
    assigned_to: null,
    author: { type: 'user', id: '68a1c0de0000000000000001', name: 'Maya Okafor', email: 'maya@alderfinch.example' },
    attachments: [],
    external_id: null,
    redacted: false,
    metadata: {},
    email_message_metadata: null,
    state: 'open',
    tags: [],
    event_details: null,
    app_package_code: null,
    ...overrides,
  }
}

/** Builds an opening message. By default, a chat in the Messenger. */
export function buildSource(overrides: Partial<ConversationSource> = {}): ConversationSource {
  return {
    type: 'conversation',
    id: '2680000001',
    delivered_as: 'customer_initiated',
    subject: '',
    body: '<p>Hello, is anybody there?</p>',
    author: { type: 'user', id: '68a1c0de0000000000000001', name: 'Maya Okafor', email: 'maya@alderfinch.example' },
    attachments: [],
    url: 'https://app.tidewater.example/dashboards',
    redacted: false,
    ...overrides,
  }
}

/**
 * Builds a conversation. By default, it is open, unread, unassigned and without a reply.
 * @param overrides Fields to change. `source` may be partial; `parts` sets the conversation's parts.
 */
export function buildConversation(
  overrides: Partial<Omit<Conversation, 'source'>> & {
    source?: Partial<ConversationSource>
    parts?: ConversationPart[]
  } = {},
): Conversation {
  const { source, parts = [], ...fields } = overrides
  const at = overrides.created_at ?? NOW
  const builtSource = buildSource(source)
  return {
    type: 'conversation',
    id: '215471000000001',
    title: null,
    created_at: at,
    updated_at: at,
    waiting_since: at,
    snoozed_until: null,
    open: overrides.state !== 'closed',
    state: 'open',
    read: false,
    priority: 'not_priority',
    admin_assignee_id: null,
    team_assignee_id: null,
    tags: { type: 'tag.list', tags: [] },
    conversation_rating: null,
    source: builtSource,
    contacts: {
      type: 'contact.list',
      contacts: [{ type: 'contact', id: builtSource.author.id, external_id: 'usr_1' }],
    },
    teammates: null,
    custom_attributes: {},
    first_contact_reply: null,
    sla_applied: null,
    statistics: null,
    topics: {},
    ticket: null,
    linked_objects: { type: 'list', data: [], total_count: 0, has_more: false },
    ai_agent: null,
    ai_agent_participated: false,
    conversation_parts: {
      type: 'conversation_part.list',
      conversation_parts: parts,
      total_count: parts.length,
    },
    ...fields,
  }
}
