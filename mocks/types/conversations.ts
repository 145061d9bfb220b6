import type { CursorPages, Reference, Timestamp } from './envelopes.ts'
import type { AppliedTag, AttributeValue, Tag } from './people.ts'

/** Intercom's states. A snoozed conversation counts as open. */
export type ConversationState = 'open' | 'closed' | 'snoozed'

/** Who wrote something. A lead, and the workspace's bot before it has a name, may lack name or e-mail. */
export interface Author {
  type: 'user' | 'lead' | 'admin' | 'team' | 'bot'
  id: string
  name: string | null
  email: string | null
  from_ai_agent?: boolean
  is_ai_answer?: boolean
}

/** A file that came with a message. Its address is signed and expires. */
export interface PartAttachment {
  type: 'upload'
  name: string
  url: string
  content_type: string
  /** Bytes. */
  filesize: number
  /** Pixels; absent where it is no image. */
  width?: number
  height?: number
}

/** One of the answers that a quick reply offers. */
export interface QuickReplyOption {
  text: string
  uuid: string
}

/** Something that was said or done in a conversation after its opening message. */
export interface ConversationPart {
  type: 'conversation_part'
  id: string
  /** From an open set: `comment`, `note`, `close`, `assignment`, … */
  part_type: string
  /** HTML, or null where nothing was written. */
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
  /** The conversation's state after this part. */
  state: ConversationState
  tags: Tag[]
  event_details: Record<string, unknown> | null
  app_package_code: string | null
}

/** The opening message. */
export interface ConversationSource {
  type: 'conversation' | 'email' | 'facebook' | 'instagram' | 'phone_call' | 'push' | 'sms' | 'twitter' | 'whatsapp'
  id: string
  delivered_as: 'customer_initiated' | 'admin_initiated' | 'automated' | 'operator_initiated' | 'campaigns_initiated'
  /** HTML; empty where the channel has no subjects. */
  subject: string
  /** HTML. */
  body: string
  author: Author
  attachments: PartAttachment[]
  /** The page that the customer was on. */
  url: string | null
  redacted: boolean
}

/** How long things took, in seconds, and when they happened. What has not happened is left out. */
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

/** What the customer said of the conversation: 1 (worst) to 5. */
export interface ConversationRating {
  rating: number
  remark: string
  created_at: Timestamp
  updated_at: Timestamp
  contact: { type: 'contact'; id: string; external_id: string | null }
  teammate: Reference
}

/** What Intercom's AI agent did in a conversation. */
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

/** What a conversation is linked to. */
export interface LinkedObject extends Reference {
  type: 'conversation' | 'ticket'
  /** A ticket's kind, such as Back-office; null for a conversation. */
  category: string | null
}

/** A conversation as lists and searches give it: without its parts. */
export interface ConversationListItem {
  type: 'conversation'
  /** Digits. */
  id: string
  /** HTML entities may stand in it. */
  title: string | null
  created_at: Timestamp
  updated_at: Timestamp
  /** Since when the customer waits for a teammate. */
  waiting_since: Timestamp | null
  snoozed_until: Timestamp | null
  open: boolean
  state: ConversationState
  read: boolean
  /** From 2.16 on one of none, low, medium, high and urgent. */
  priority: 'priority' | 'not_priority'
  /** Nobody is null, and in some answers 0. */
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
  custom_attributes: Record<string, AttributeValue>
  first_contact_reply: { created_at: Timestamp; type: string; url: string | null } | null
  sla_applied: { type: 'conversation_sla_summary'; sla_name: string; sla_status: string } | null
  statistics: ConversationStatistics | null
  topics: Record<string, unknown>
  ticket: null
  linked_objects: { type: 'list'; data: LinkedObject[]; total_count: number; has_more: boolean }
  ai_agent: AiAgent | null
  ai_agent_participated: boolean
}

/** A conversation with its parts, oldest first. An answer holds the newest 500; `total_count` counts all. */
export interface Conversation extends ConversationListItem {
  conversation_parts: {
    type: 'conversation_part.list'
    conversation_parts: ConversationPart[]
    total_count: number
  }
}

/** What `GET /conversations` and `POST /conversations/search` answer. */
export interface ConversationList {
  type: 'conversation.list'
  conversations: ConversationListItem[]
  total_count: number
  pages: CursorPages
}
