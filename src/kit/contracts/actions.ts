import { z } from 'zod'
import { LAST_MOMENT, requestedIdSchema, timestampSchema } from './ids.ts'
import { attributeNameSchema, tagSchema } from './contact-contract.ts'

/**
 * Request body of `POST /api/intercom/conversations/[id]/actions`. Every action is safe to repeat. None sets the priority,
 * because no stable version of Intercom's API can: 2.16 reads five levels, and only the preview writes them.
 */
export const conversationActionSchema = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('close') }),
  z.strictObject({ action: z.literal('open') }),
  /** Unix seconds, in the future. */
  z.strictObject({ action: z.literal('snooze'), snoozed_until: z.number().int().positive().max(LAST_MOMENT) }),
  /** Sets each given assignee; `null` unassigns. */
  z
    .strictObject({
      action: z.literal('assign'),
      admin_id: requestedIdSchema.nullable().optional(),
      team_id: requestedIdSchema.nullable().optional(),
    })
    .refine(({ admin_id, team_id }) => admin_id !== undefined || team_id !== undefined, {
      path: ['admin_id'],
      error: 'or team_id must be given',
    }),
  z.strictObject({ action: z.literal('tag'), tag_id: requestedIdSchema }),
  z.strictObject({ action: z.literal('untag'), tag_id: requestedIdSchema }),
  z.strictObject({ action: z.literal('mark_read') }),
  z.strictObject({ action: z.literal('mark_unread') }),
  /** Sets a custom attribute of the conversation; `null` clears it. */
  z.strictObject({
    action: z.literal('set_attribute'),
    name: attributeNameSchema,
    value: z.union([z.string().max(2000), z.number(), z.boolean(), z.null()]),
  }),
])

/** Response of `GET /api/intercom/tags`. */
export const tagsResponseSchema = z.object({ tags: z.array(tagSchema) })

/** Response of `GET /api/intercom/conversations/counts`. Everything but `snoozed` and `closed` is about open conversations. */
export const conversationCountsSchema = z.object({
  open: z.number().int().nonnegative(),
  mine: z.number().int().nonnegative(),
  unassigned: z.number().int().nonnegative(),
  unread: z.number().int().nonnegative(),
  /** Conversations whose customer waits for a reply. */
  waiting: z.number().int().nonnegative(),
  /** Unix seconds since when the longest waiting customer waits; `null` without one. */
  oldest_waiting_since: timestampSchema.nullable(),
  snoozed: z.number().int().nonnegative(),
  closed: z.number().int().nonnegative(),
})

export type ConversationAction = z.infer<typeof conversationActionSchema>
export type TagsResponse = z.infer<typeof tagsResponseSchema>
export type ConversationCounts = z.infer<typeof conversationCountsSchema>
