import { z } from 'zod'
import { errorResponseSchema } from './errors.ts'
import { timestampSchema } from './ids.ts'

/** Most events of one request. */
export const MAX_EVENTS = 50

/** Name of an event, stricter than Intercom's own rules: Intercom keeps every spelling forever. */
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

/** Metadata of an event: at most ten keys. Only links and money are nested. Times are in Unix seconds. */
export const eventMetadataSchema = z
  .record(keySchema, valueSchema)
  .refine((metadata) => Object.keys(metadata).length <= 10, 'must have at most 10 keys')

/** Event of a customer. `user_id` is your app's id of the customer: required from agents, optional from customers. */
export const eventSchema = z.strictObject({
  event_name: eventNameSchema,
  user_id: z.string().min(1).max(255).optional(),
  metadata: eventMetadataSchema.optional(),
})

/** Request body of `POST /api/intercom/events`: one event, or up to 50 in order. */
export const eventsBodySchema = z.union([eventSchema, z.array(eventSchema).min(1).max(MAX_EVENTS)])

/** Event that Intercom accepted. Intercom merges events of one name with the same `created_at`. */
export const acceptedEventSchema = z.object({
  accepted: z.literal(true),
  event_name: z.string(),
  user_id: z.string(),
  created_at: timestampSchema,
})

/** Event of a batch that was refused, with the reason. */
export const refusedEventSchema = z.object({
  accepted: z.literal(false),
  error: errorResponseSchema.shape.error.omit({ request_id: true }),
})

/** Response of `POST /api/intercom/events` (202): for a batch, one result per event in the same order. */
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
