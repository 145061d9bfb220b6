/** Conversations: the rows of a list, a thread, and what may be asked for. */
import { z } from 'zod'
import { idSchema, timestampSchema, requestedIdSchema } from './ids.ts'
import { attributeValueSchema, authorSchema, tagSchema } from './contact-contract.ts'
import { richTextNodeSchema } from './rich-text.ts'

/** Intercom's states of a conversation. */
export const conversationStateSchema = z.enum(['open', 'closed', 'snoozed'])

/** The customer of a conversation: the first of them, if there are several. */
const conversationContactSchema = z.object({
  id: idSchema,
  name: z.string().nullable(),
  email: z.string().nullable(),
  avatar_url: z.string().nullable(),
})

/** Fields that a row of the list and a conversation share. */
const commonFields = {
  id: idSchema,
  state: conversationStateSchema,
  /** What the teammates or Intercom called it; for an e-mail, its subject. */
  title: z.string().nullable(),
  /** Whether a teammate has seen the customer's last message. */
  read: z.boolean(),
  priority: z.boolean(),
  /** Unix seconds of the last message. */
  last_message_at: timestampSchema,
  /** Since when the customer waits for an answer; null when it is the customer's turn. */
  waiting_since: timestampSchema.nullable(),
  snoozed_until: timestampSchema.nullable(),
  /** Seconds from the customer's first message to the first answer of a teammate; null before that. */
  first_response_seconds: z.number().int().nonnegative().nullable(),
  admin_assignee_id: idSchema.nullable(),
  team_assignee_id: idSchema.nullable(),
  tags: z.array(tagSchema),
}

/** How a conversation stands, without what was said in it. */
export const conversationFieldsSchema = z.object({
  ...commonFields,
  contact: conversationContactSchema.nullable(),
  created_at: timestampSchema,
  updated_at: timestampSchema,
})

/**
 * The customer of a row. Agents get the custom attributes that have a value, at most 2,000 characters of them, with each
 * text cut to 100. `plan` is the custom attribute `plan`. A customer gets neither.
 */
const summaryContactSchema = conversationContactSchema.extend({
  plan: z.string().nullable(),
  custom_attributes: z.record(z.string(), attributeValueSchema),
})

/**
 * A row of the list. `preview` is the beginning of the opening message as plain text, because Intercom lists no parts: at
 * most 100 characters, or 80 under a title. `contact` has an e-mail address only if there is no name to show.
 */
export const conversationSummarySchema = z.object({
  ...commonFields,
  contact: summaryContactSchema.nullable(),
  preview: z.string(),
})

/** A file that came with a message. The address may be signed and expire. */
export const attachmentSchema = z.object({
  name: z.string(),
  url: z.string(),
  content_type: z.string().nullable(),
  /** Bytes. */
  filesize: z.number().int().nonnegative().nullable(),
  width: z.number().int().positive().nullable(),
  height: z.number().int().positive().nullable(),
})

const partFields = {
  id: z.string(),
  /** Intercom's own name, from an open set: `comment`, `assignment`, `snoozed`, … */
  part_type: z.string(),
  created_at: timestampSchema,
  author: authorSchema,
}

const writtenFields = {
  ...partFields,
  body: z.array(richTextNodeSchema),
  attachments: z.array(attachmentSchema),
  /** Deleted by a teammate: the body is gone. */
  redacted: z.boolean(),
  /** Set if the message is too long to send in full: `body` or `attachments` lack their end. */
  truncated: z.literal(true).optional(),
}

/** What everybody in the conversation can read. */
export const messagePartSchema = z.object({ kind: z.literal('message'), ...writtenFields })

/** What teammates alone can read. A customer is never sent one. */
export const notePartSchema = z.object({ kind: z.literal('note'), ...writtenFields })

/** Something that happened. A part type that nobody knows yet is one of these, too. */
export const eventPartSchema = z.object({
  kind: z.literal('event'),
  ...partFields,
  /** New assignee; `null` if there is none. A bot has no name here. */
  assigned_to: z.object({ type: z.enum(['admin', 'team', 'bot']), id: idSchema }).nullable(),
})

/** A part of a thread. `kind` is closed so that a note can never pass for a message. */
export const partSchema = z.discriminatedUnion('kind', [messagePartSchema, notePartSchema, eventPartSchema])

/**
 * `GET /api/intercom/conversations/[id]`: a conversation with its thread, oldest first, the opening message included. A
 * response has at most 1.5 MB: in a longer thread, older messages are `truncated`, and the oldest are left out.
 * `omitted_parts` counts the parts between the opening message and the rest that are not here; Intercom itself sends the
 * newest 500.
 */
export const conversationSchema = z.object({
  ...conversationFieldsSchema.shape,
  parts: z.array(partSchema),
  omitted_parts: z.number().int().nonnegative(),
})

/** What `GET /api/intercom/conversations` takes, in its query string. */
export const conversationsQuerySchema = z.strictObject({
  state: z.enum(['open', 'closed', 'snoozed', 'all']).default('open'),
  /** `me`, `unassigned`, an admin's id, or `team:` and a team's id. */
  assignee: z.string().regex(/^(me|unassigned|(team:)?[0-9]{1,20})$/, 'must be "me", "unassigned", an admin id, or "team:" and a team id').optional(),
  /** Conversations with this label alone. */
  tag_id: requestedIdSchema.optional(),
  /** Conversations with this priority alone. */
  priority: z.enum(['priority', 'not_priority']).optional(),
  /** Conversations of this contact alone. */
  contact_id: requestedIdSchema.optional(),
  /** Words that the opening message contains. */
  q: z.string().trim().min(1).max(200).optional(),
  sort: z.enum(['newest', 'oldest', 'waiting']).default('newest'),
  /** `next_cursor` of the page before. */
  cursor: z.string().min(1).max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(25),
})

/** What `GET /api/intercom/conversations` answers. */
export const conversationsResponseSchema = z.object({
  conversations: z.array(conversationSummarySchema),
  total_count: z.number().int().nonnegative(),
  next_cursor: z.string().nullable(),
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
