/** What is told at once when something changes in the workspace: that it did, and never what was said. */
import { z } from 'zod'
import { idSchema, timestampSchema } from './ids.ts'

/**
 * What has changed of a conversation. `state` is open or closed, `contact` whom it is with, `other` anything else. A
 * customer is told of `message`, `state` and `contact` alone.
 */
export const liveChangeKinds = [
  'message', 'note', 'state', 'snooze', 'assignee', 'tags', 'priority', 'read', 'contact', 'deleted', 'other',
] as const

const conversationChangeSchema = z.object({
  kind: z.literal('conversation'),
  conversation_id: idSchema,
  change: z.enum(liveChangeKinds),
  /** The customers that it is with; a customer is told of themselves alone. None where that is not known. */
  contact_ids: z.array(idSchema),
  /** When it happened. */
  at: timestampSchema,
  /** Set on the bus if Intercom delivered the change, and never sent to a page. */
  via: z.literal('webhook').optional(),
})

const contactChangeSchema = z.object({
  kind: z.literal('contact'),
  contact_id: idSchema,
  at: timestampSchema,
})

/**
 * What the bus carries, and the data of each `change` that `GET /api/intercom/live` sends. Besides `change` it sends
 * `ready`, when nothing more is missed from then on, and `resync`, when something may have been: fetch everything again.
 */
export const liveEventSchema = z.discriminatedUnion('kind', [conversationChangeSchema, contactChangeSchema])

/**
 * Data of the event `ready` of `GET /api/intercom/live`: how far a page can rely on the stream. It is sent again when it
 * changes. The browser also polls while `delayed`, and until webhooks are known to arrive.
 */
export const liveStatusSchema = z.object({
  /** Whether changes can't reach this page at the moment, because the bus is away. */
  delayed: z.boolean(),
  /** Unix seconds of the last webhook about a conversation; `null` if none is known. For customers, rounded to the hour. */
  webhook_at: timestampSchema.nullable(),
})

/** One of {@link liveChangeKinds}. */
export type LiveChangeKind = (typeof liveChangeKinds)[number]
export type LiveStatus = z.infer<typeof liveStatusSchema>
export type LiveEvent = z.infer<typeof liveEventSchema>
