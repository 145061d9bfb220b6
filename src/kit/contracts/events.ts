/** Events: what customers do in the app, told to Intercom. */
import { z } from 'zod'
import { errorResponseSchema } from './errors.ts'
import { timestampSchema } from './ids.ts'

/** How many events one request may carry. */
export const MAX_EVENTS = 50

/**
 * The name of an event. Intercom keeps every name that it has seen for good, so there is one way to write one. Its own
 * rules are wider: https://developers.intercom.com/docs/references/rest-api/api.intercom.io/data-events
 */
export const eventNameSchema = z
  .string()
  .max(150, 'must have at most 150 characters')
  .regex(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/, 'must be lower-case words with "_" between them, such as "plan_upgraded"')

const keySchema = z
  .string()
  .regex(/^[^.$~`!@#%^&*'{}|\\"\0]{1,190}$/, 'has a name that is empty, too long, or has a character that Intercom refuses')

const richLinkSchema = z.strictObject({ url: z.url({ protocol: /^https?$/ }).max(2000), value: z.string().max(255) })
const moneySchema = z.strictObject({ amount: z.number(), currency: z.string().max(10) })

const valueSchema = z.union(
  [z.string().max(255), z.number(), z.boolean(), z.null(), richLinkSchema, moneySchema],
  'must be a string of at most 255 characters, a number, a boolean, an http(s) link { url, value } or money { amount, currency }',
)

/** What is known of an event: at most ten keys, nothing nested but links and money. Times are in Unix seconds. */
export const eventMetadataSchema = z
  .record(keySchema, valueSchema)
  .refine((metadata) => Object.keys(metadata).length <= 10, 'must have at most 10 keys')

/**
 * An event. `user_id` is the app's own id of who did it: a customer may leave it out, and may name nobody else; an agent
 * must say whose event it is. When it happened is now, and not for the caller to say.
 */
export const eventSchema = z.strictObject({
  event_name: eventNameSchema,
  user_id: z.string().min(1).max(255).optional(),
  metadata: eventMetadataSchema.optional(),
})

/** What `POST /api/intercom/events` takes: an event, or up to 50 of them in the order in which they happened. */
export const eventsBodySchema = z.union([eventSchema, z.array(eventSchema).min(1).max(MAX_EVENTS)])

/** An event that Intercom took. `created_at` tells it from others of its name: two in one second are one. */
export const acceptedEventSchema = z.object({
  accepted: z.literal(true),
  event_name: z.string(),
  user_id: z.string(),
  created_at: timestampSchema,
})

/** An event of several that was not taken, and why. */
export const refusedEventSchema = z.object({
  accepted: z.literal(false),
  error: errorResponseSchema.shape.error.omit({ request_id: true }),
})

/** What `POST /api/intercom/events` answers, with status 202: for several events, a result for each in their order. */
export const eventsResponseSchema = z.union([
  acceptedEventSchema,
  z.object({ results: z.array(z.discriminatedUnion('accepted', [acceptedEventSchema, refusedEventSchema])) }),
])

export type IntercomEvent = z.infer<typeof eventSchema>
export type EventMetadata = z.infer<typeof eventMetadataSchema>
export type EventsBody = z.infer<typeof eventsBodySchema>
export type AcceptedEvent = z.infer<typeof acceptedEventSchema>
export type RefusedEvent = z.infer<typeof refusedEventSchema>
export type EventsResponse = z.infer<typeof eventsResponseSchema>
