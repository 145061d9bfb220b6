/** What teammates do with a conversation, the labels that they put on it, and how many there are of each kind. */
import { z } from 'zod'
import { LAST_MOMENT, requestedIdSchema } from './ids.ts'
import { tagSchema } from './contact-contract.ts'

/**
 * `POST /api/intercom/conversations/[id]/actions`: one thing at a time. Each can be done twice without harm.
 *
 * Intercom's API changes no priority before 2.16, and knows no "until the customer replies" for a snooze: a customer's
 * reply opens a snoozed conversation in any case.
 */
export const conversationActionSchema = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('close') }),
  z.strictObject({ action: z.literal('open') }),
  /** Until a moment in Unix seconds, which must lie ahead. */
  z.strictObject({ action: z.literal('snooze'), snoozed_until: z.number().int().positive().max(LAST_MOMENT) }),
  /** A conversation can have an admin and a team: each that is given is set, and null takes it away. */
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
])

/** `GET /api/intercom/tags`: the workspace's labels. */
export const tagsResponseSchema = z.object({ tags: z.array(tagSchema) })

/** `GET /api/intercom/conversations/counts`: how many conversations there are of each kind; `mine` and `unassigned` are open. */
export const conversationCountsSchema = z.object({
  open: z.number().int().nonnegative(),
  mine: z.number().int().nonnegative(),
  unassigned: z.number().int().nonnegative(),
  snoozed: z.number().int().nonnegative(),
  closed: z.number().int().nonnegative(),
})

export type ConversationAction = z.infer<typeof conversationActionSchema>
export type TagsResponse = z.infer<typeof tagsResponseSchema>
export type ConversationCounts = z.infer<typeof conversationCountsSchema>
