import { z } from 'zod'
import { MAX_MESSAGE } from './attachment-limits.ts'
import { attributeNameSchema, attributeValueSchema, authorSchema } from './contact-contract.ts'
import { conversationStateSchema } from './conversations.ts'
import { idSchema, timestampSchema } from './ids.ts'
import { richTextNodeSchema } from './rich-text.ts'

/** Sources of a timeline, each with its own permission in Intercom. */
export const timelineSources = ['events', 'notes', 'conversations'] as const

/** Value of an event's metadata. `url` is set for a link, and `currency` for money, with `value` in its smallest unit. */
export const timelineValueSchema = z.object({
  name: z.string(),
  value: attributeValueSchema,
  url: z.string().optional(),
  currency: z.string().optional(),
})

/** Note on a contact, which only teammates can read. `truncated` means that `body` lacks its end. */
export const contactNoteSchema = z.object({
  id: idSchema,
  created_at: timestampSchema,
  author: authorSchema,
  body: z.array(richTextNodeSchema),
  truncated: z.literal(true).optional(),
})

/** Entry of a timeline. `created_at` of a conversation is the time of its first message. */
export const timelineEntrySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('event'), created_at: timestampSchema, event_name: z.string(), metadata: z.array(timelineValueSchema) }),
  contactNoteSchema.extend({ kind: z.literal('note') }),
  z.object({
    kind: z.literal('conversation'),
    id: idSchema,
    created_at: timestampSchema,
    title: z.string().nullable(),
    preview: z.string(),
    state: conversationStateSchema,
  }),
])

/** Source that couldn't be loaded. `permission` is Intercom's name of the permission that the access token lacks. */
export const missingSourceSchema = z.object({ source: z.enum(timelineSources), permission: z.string().nullable() })

/** Query string of `GET /api/intercom/contacts/[id]/timeline`. */
export const timelineQuerySchema = z.strictObject({
  /** Unix seconds: only entries before this time. */
  before: z.coerce.number().pipe(timestampSchema).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
})

/**
 * Response of `GET /api/intercom/contacts/[id]/timeline`, newest first. Entries of one second stay together, so a page may have
 * more than `limit`. Pass `next_before` as `before` for earlier entries; `null` means that there are none.
 */
export const timelineResponseSchema = z.object({
  entries: z.array(timelineEntrySchema),
  next_before: timestampSchema.nullable(),
  missing: z.array(missingSourceSchema),
})

/** Response of `GET /api/intercom/contacts/[id]/notes`: the latest 50 notes, newest first. */
export const contactNotesResponseSchema = z.object({ notes: z.array(contactNoteSchema), total_count: z.number().int().nonnegative() })

/** Request body of `POST /api/intercom/contacts/[id]/notes`. `body` is plain text; an empty line starts a paragraph. */
export const contactNoteBodySchema = z.strictObject({
  body: z
    .string()
    .max(MAX_MESSAGE, `must have at most ${MAX_MESSAGE} characters`)
    .refine((text) => /[^\s\p{Cc}]/u.test(text), 'must not be empty'),
})

/**
 * Request body of `PATCH /api/intercom/contacts/[id]`. Missing fields stay unchanged, and `null` clears a field.
 * `custom_attributes` may contain only names in `editableAttributes` of `createIntercomRoutes`.
 */
export const contactPatchSchema = z.strictObject({
  name: z.string().trim().min(1, 'must not be empty').max(255).nullable().optional(),
  phone: z.string().trim().min(1, 'must not be empty').max(50).nullable().optional(),
  custom_attributes: z
    .record(attributeNameSchema, z.union([z.string().max(255, 'must have at most 255 characters'), z.number(), z.boolean(), z.null()]))
    .refine((attributes) => Object.keys(attributes).length <= 20, 'must have at most 20 keys')
    .optional(),
})

/** Source of a timeline, one of {@link timelineSources}. */
export type TimelineSource = (typeof timelineSources)[number]
export type TimelineValue = z.infer<typeof timelineValueSchema>
export type TimelineEntry = z.infer<typeof timelineEntrySchema>
export type TimelineQuery = z.infer<typeof timelineQuerySchema>
export type TimelineResponse = z.infer<typeof timelineResponseSchema>
export type MissingSource = z.infer<typeof missingSourceSchema>
export type ContactNote = z.infer<typeof contactNoteSchema>
export type ContactNotesResponse = z.infer<typeof contactNotesResponseSchema>
export type ContactNoteBody = z.infer<typeof contactNoteBodySchema>
export type ContactPatch = z.infer<typeof contactPatchSchema>
