import type { CursorPages, Reference, Timestamp } from './envelopes.ts'
import type { AppliedTag, AttributeValue, CustomObjectList, Tag } from './people.ts'

/** State of a conversation. A snoozed conversation counts as open. */
export type ConversationState = 'open' | 'closed' | 'snoozed'

/** Author of a message. Leads may lack a name and an email address. */
export interface Author {
  type: 'user' | 'lead' | 'admin' | 'team' | 'bot'
  id: string
  name: string | null
  email: string | null
  from_ai_agent?: boolean
  is_ai_answer?: boolean
}

/** An attached file. Its URL is signed and expires. */
export interface PartAttachment {
  type: 'upload'
  name: string
  url: string
  content_type: string
  /** Size in bytes. */
  filesize: number
  /** Width in pixels, for images. */
  width?: number
  height?: number
}

/** An option of a quick reply. */
export interface QuickReplyOption {
  text: string
  uuid: string
}

/** A message or event after the opening message. */
export interface ConversationPart {
  type: 'conversation_part'
  id: string
  /** Open set: `comment`, `note`, `close`, `assignment`, … */
  part_type: string
  /** HTML, or `null` for an event without text. */
  body: string | null
  created_at: Timestamp
  updated_at: Timestamp
  notified_at: Timestamp
  assigned_to: Reference | null
  author: Author
  attachments: PartAttachment[]
  external_id: string | null
  redacted: boolean
  metadata: { quick_reply_options?: QuickReplyOption[]; quick_reply_uuid?: string }
  email_message_metadata: {
    subject: string
    email_address_headers: { type: string; email_address: string; name: string | null }[]
  } | null
  /** State of the conversation after this part. */
  state: ConversationState
  tags: Tag[]
  event_details: Record<string, unknown> | null
  app_package_code: string | null
}

/** Opening message of a conversation. */
export interface ConversationSource {
  type: 'conversation' | 'email' | 'facebook' | 'instagram' | 'phone_call' | 'push' | 'sms' | 'twitter' | 'whatsapp'
  id: string
  delivered_as: 'customer_initiated' | 'admin_initiated' | 'automated' | 'operator_initiated' | 'campaigns_initiated'
  /** HTML, or an empty string in channels without subjects. */
  subject: string
  body: string
  author: Author
  attachments: PartAttachment[]
  /** Page that the customer wrote from. */
  url: string | null
  redacted: boolean
}

/** Durations in seconds and times in Unix seconds. Fields are omitted until they apply. */
export interface ConversationStatistics {
  type: 'conversation_statistics'
  time_to_assignment?: number
  time_to_admin_reply?: number
  time_to_first_close?: number
  time_to_last_close?: number
  median_time_to_reply?: number
  first_contact_reply_at?: Timestamp
  first_assignment_at?: Timestamp
  first_admin_reply_at?: Timestamp
  first_close_at?: Timestamp
  last_assignment_at?: Timestamp
  last_contact_reply_at?: Timestamp
  last_admin_reply_at?: Timestamp
  last_close_at?: Timestamp
  last_closed_by_id?: string
  count_reopens: number
  count_assignments: number
  count_conversation_parts: number
}

/** Rating by the customer, from 1 (worst) to 5. */
export interface ConversationRating {
  rating: number
  remark: string
  created_at: Timestamp
  updated_at: Timestamp
  contact: { type: 'contact'; id: string; external_id: string | null }
  teammate: Reference
}

/** Participation of Intercom's AI agent in a conversation. */
export interface AiAgent {
  source_type: string | null
  source_title: string | null
  last_answer_type: string | null
  resolution_state: string | null
  rating: number | null
  rating_remark: string | null
  created_at: Timestamp | null
  updated_at: Timestamp | null
  content_sources: {
    type: 'content_source.list'
    total_count: number
    content_sources: { content_type: string; url: string; title: string; locale: string }[]
  }
}

/** Definition of a conversation's custom attribute, since 2.16. */
export interface ConversationAttribute {
  type: 'conversation_attribute'
  id: number
  name: string
  description: string
  data_type: 'string' | 'integer' | 'decimal' | 'boolean' | 'list' | 'datetime'
  required: boolean
  visible_to_team_ids: number[]
  archived: boolean
  created_at: Timestamp
  updated_at: Timestamp
  admin_id: string
  /** Only for strings. */
  multiline?: boolean
  /** Only for lists. */
  options?: { id: string; label: string; archived: boolean }[]
}

/** A ticket or conversation that is linked to a conversation. */
export interface LinkedObject extends Reference {
  type: 'conversation' | 'ticket'
  /** Category of a ticket, such as Back-office. `null` for a conversation. */
  category: string | null
}

/** A conversation in lists and searches, without its parts. */
export interface ConversationListItem {
  type: 'conversation'
  /** A string of digits. */
  id: string
  /** May contain HTML entities. */
  title: string | null
  created_at: Timestamp
  updated_at: Timestamp
  /** Start of the customer's wait for an admin. */
  waiting_since: Timestamp | null
  snoozed_until: Timestamp | null
  open: boolean
  state: ConversationState
  read: boolean
  /** Since 2.16: `none`, `low`, `medium`, `high` or `urgent`. */
  priority: 'priority' | 'not_priority'
  /** Unassigned is `null` or 0. */
  admin_assignee_id: number | null
  team_assignee_id: number | null
  tags: { type: 'tag.list'; tags: AppliedTag[] }
  conversation_rating: ConversationRating | null
  source: ConversationSource
  contacts: {
    type: 'contact.list'
    contacts: { type: 'contact'; id: string; external_id: string | null }[]
  }
  teammates: { type: 'admin.list'; teammates: Reference[] } | null
  custom_attributes: Record<string, AttributeValue | CustomObjectList>
  first_contact_reply: { created_at: Timestamp; type: string; url: string | null } | null
  sla_applied: { type: 'conversation_sla_summary'; sla_name: string; sla_status: string } | null
  statistics: ConversationStatistics | null
  topics: Record<string, unknown>
  ticket: null
  linked_objects: { type: 'list'; data: LinkedObject[]; total_count: number; has_more: boolean }
  ai_agent: AiAgent | null
  ai_agent_participated: boolean
}

/** A conversation with its newest 500 parts, oldest first. `total_count` counts all parts. */
export interface Conversation extends ConversationListItem {
  conversation_parts: {
    type: 'conversation_part.list'
    conversation_parts: ConversationPart[]
    total_count: number
  }
}

/** Response of `GET /conversations` and `POST /conversations/search`. */
export interface ConversationList {
  type: 'conversation.list'
  conversations: ConversationListItem[]
  total_count: number
  pages: CursorPages
}
