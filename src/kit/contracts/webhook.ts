import { z } from 'zod'

/** What `POST /api/intercom/webhook` answers to Intercom, which looks at the status alone. */
export const webhookResponseSchema = z.object({
  received: z.literal(true),
  /** Whether it was delivered before, and nothing was done. */
  duplicate: z.boolean(),
})

export type WebhookResponse = z.infer<typeof webhookResponseSchema>
