import { z } from 'zod'
import { idSchema, timestampSchema, requestedIdSchema } from './ids.ts'
import { attributeValueSchema, authorSchema, tagSchema } from './contact-contract.ts'
import { conversationDetailsSchema } from './conversation-details.ts'
import { richTextNodeSchema } from './rich-text.ts'

/** State of a conversation, as in Intercom. */
export const conversationStateSchema = z.enum(['open', 'closed', 'snoozed'])

const conversationContactSchema = z.object({
  id: idSchema,
  name: z.string().nullable(),
  email: z.string().nullable(),
  avatar_url: z.string().nullable(),
})

const commonFields = {
  id: idSchema,
  state: conversationStateSchema,
  /** Title set by teammates or Intercom; for an email, its subject. */
  title: z.string().nullable(),
  /** Whether a teammate has seen the customer's last message. */
  read: z.boolean(),
  priority: z.boolean(),
  last_message_at: timestampSchema,
  /** Unix seconds since when the customer waits for a reply; `null` if the team has replied. */
  waiting_since: timestampSchema.nullable(),
  snoozed_until: timestampSchema.nullable(),
  /** Seconds from the customer's first message to the first reply of a teammate; `null` before that. */
  first_response_seconds: z.number().int().nonnegative().nullable(),
  admin_assignee_id: idSchema.nullable(),
  team_assignee_id: idSchema.nullable(),
  tags: z.array(tagSchema),
}

/** Conversation without its messages. */
export const conversationFieldsSchema = z.object({
  ...commonFields,
  contact: conversationContactSchema.nullable(),
  created_at: timestampSchema,
  updated_at: timestampSchema,
  /** Only for agents. */
  details: conversationDetailsSchema.optional(),
})

/** Agents get the custom attributes that have a value: at most 2,000 characters, each text cut to 100. Customers get none. */
const summaryContactSchema = conversationContactSchema.extend({
  plan: z.string().nullable(),
  custom_attributes: z.record(z.string(), attributeValueSchema),
})

/** Row of the list. `preview` is the start of the opening message: at most 100 characters, or 80 under a title. */
export const conversationSummarySchema = z.object({
  ...commonFields,
  contact: summaryContactSchema.nullable(),
  preview: z.string(),
  /** Why an agent's search found the conversation: a field of its customer, or the opening message. */
  matched_by: z.enum(['name', 'email', 'phone', 'company', 'message']).optional(),
  /** Value that matched, if the row doesn't show it, such as the name of another participant. */
  matched_text: z.string().optional(),
  /** Unix seconds of the last close. Only for closed conversations, and for agents. */
  closed_at: timestampSchema.nullable().optional(),
})

/** File of a message. `url` may be signed and expire. */
export const attachmentSchema = z.object({
  name: z.string(),
  url: z.string(),
  content_type: z.string().nullable(),
  /** File size in bytes. */
  filesize: z.number().int().nonnegative().nullable(),
  width: z.number().int().positive().nullable(),
  height: z.number().int().positive().nullable(),
})

const partFields = {
  id: z.string(),
  /** Intercom's name of the part, such as `comment` or `assignment`. New ones can appear. */
  part_type: z.string(),
  created_at: timestampSchema,
  author: authorSchema,
}

const writtenFields = {
  ...partFields,
  body: z.array(richTextNodeSchema),
  attachments: z.array(attachmentSchema),
  /** Whether a teammate deleted the message, so `body` is empty. */
  redacted: z.boolean(),
  /** Set if the message is too long to send in full: `body` or `attachments` lack their end. */
  truncated: z.literal(true).optional(),
}

/** Message that the customer can read. */
export const messagePartSchema = z.object({ kind: z.literal('message'), ...writtenFields })

/** Note that only teammates can read. Never sent to customers. */
export const notePartSchema = z.object({ kind: z.literal('note'), ...writtenFields })

/** Event such as an assignment, also of a type that the kit doesn't know. */
export const eventPartSchema = z.object({
  kind: z.literal('event'),
  ...partFields,
  /** New assignee; `null` if unassigned. A bot has no name here. */
  assigned_to: z.object({ type: z.enum(['admin', 'team', 'bot']), id: idSchema }).nullable(),
})

/** Part of a thread. A note never parses as a message, because `kind` is a closed set. */
export const partSchema = z.discriminatedUnion('kind', [messagePartSchema, notePartSchema, eventPartSchema])

/** Conversation with its thread, oldest first, at most 1.5 MB. `omitted_parts` counts parts left out after the first message. */
export const conversationSchema = z.object({
  ...conversationFieldsSchema.shape,
  parts: z.array(partSchema),
  omitted_parts: z.number().int().nonnegative(),
})

/** Query string of `GET /api/intercom/conversations`. */
export const conversationsQuerySchema = z.strictObject({
  state: z.enum(['open', 'closed', 'snoozed', 'all']).default('open'),
  /** `me`, `unassigned`, an admin's id, or `team:` and a team's id. */
  assignee: z.string().regex(/^(me|unassigned|(team:)?[0-9]{1,20})$/, 'must be "me", "unassigned", an admin id, or "team:" and a team id').optional(),
  tag_id: requestedIdSchema.optional(),
  priority: z.enum(['priority', 'not_priority']).optional(),
  status: z.enum(['unread']).optional(),
  /** Channel on which the conversation started, such as `email`. */
  channel: z.string().regex(/^[a-z_]{1,20}$/, 'must be a source type of Intercom, such as email').optional(),
  /** `participated` lists conversations with Fin, `handed_over` those that Fin passed to the team. */
  ai_agent: z.enum(['participated', 'handed_over']).optional(),
  /** `me` lists conversations that the calling admin replied to, also of other assignees. */
  teammate: z.enum(['me']).optional(),
  contact_id: requestedIdSchema.optional(),
  /** Words of the opening message. For agents, also a customer's name, email address, phone number or company. */
  q: z.string().trim().min(1).max(200).optional(),
  sort: z.enum(['newest', 'oldest', 'waiting']).default('newest'),
  cursor: z.string().min(1).max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(25),
})

/** Response of `GET /api/intercom/conversations`. */
export const conversationsResponseSchema = z.object({
  conversations: z.array(conversationSummarySchema),
  total_count: z.number().int().nonnegative(),
  next_cursor: z.string().nullable(),
  /** Why an agent's search may lack customers: no permission to search them, a failure, or too many to list. */
  missing: z.object({ people: z.enum(['permission', 'failure', 'too_many']) }).optional(),
})

export type ConversationState = z.infer<typeof conversationStateSchema>
export type ConversationSummary = z.infer<typeof conversationSummarySchema>
export type Attachment = z.infer<typeof attachmentSchema>
export type MessagePart = z.infer<typeof messagePartSchema>
export type NotePart = z.infer<typeof notePartSchema>
export type EventPart = z.infer<typeof eventPartSchema>
export type Part = z.infer<typeof partSchema>
export type ConversationFields = z.infer<typeof conversationFieldsSchema>
export type Conversation = z.infer<typeof conversationSchema>
export type ConversationsQuery = z.infer<typeof conversationsQuerySchema>
export type ConversationsResponse = z.infer<typeof conversationsResponseSchema>
