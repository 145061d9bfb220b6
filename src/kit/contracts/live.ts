import { z } from 'zod'
import { idSchema, timestampSchema } from './ids.ts'

/** Kinds of a conversation change. Customers receive only `message`, `state` (open or closed) and `contact`. */
export const liveChangeKinds = [
  'message', 'note', 'state', 'snooze', 'assignee', 'tags', 'priority', 'read', 'contact', 'deleted', 'other',
] as const

const conversationChangeSchema = z.object({
  kind: z.literal('conversation'),
  conversation_id: idSchema,
  change: z.enum(liveChangeKinds),
  /** Contacts of the conversation; empty if unknown. Customers see only their own id. */
  contact_ids: z.array(idSchema),
  at: timestampSchema,
  /** Set on the bus if Intercom delivered the change, and never sent to a page. */
  via: z.literal('webhook').optional(),
})

const contactChangeSchema = z.object({
  kind: z.literal('contact'),
  contact_id: idSchema,
  /** Set if the contact got a note or an event, and is itself unchanged. Customers don't receive these changes. */
  change: z.enum(['note', 'event']).optional(),
  at: timestampSchema,
})

/** Event of the bus, and data of a `change` event of `GET /api/intercom/live`. After a `resync` event, fetch everything again. */
export const liveEventSchema = z.discriminatedUnion('kind', [conversationChangeSchema, contactChangeSchema])

/** Data of each `ready` event of `GET /api/intercom/live`. While `delayed`, and until webhooks arrive, the browser also polls. */
export const liveStatusSchema = z.object({
  /** Whether the bus can't be reached, so changes arrive late. */
  delayed: z.boolean(),
  /** Unix seconds of the last webhook about a conversation; `null` if unknown. For customers, rounded to the hour. */
  webhook_at: timestampSchema.nullable(),
})

/** Response of `POST /api/intercom/webhook`. Intercom reads only the status. */
export const webhookResponseSchema = z.object({
  received: z.literal(true),
  /** Whether the delivery was handled before. */
  duplicate: z.boolean(),
})

/** Change of a conversation, one of {@link liveChangeKinds}. */
export type LiveChangeKind = (typeof liveChangeKinds)[number]
export type LiveStatus = z.infer<typeof liveStatusSchema>
export type LiveEvent = z.infer<typeof liveEventSchema>
export type WebhookResponse = z.infer<typeof webhookResponseSchema>
