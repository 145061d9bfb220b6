import { z } from 'zod'

/** Response of `POST /api/intercom/webhook`. Intercom reads only the status. */
export const webhookResponseSchema = z.object({
  received: z.literal(true),
  /** Whether the delivery was handled before. */
  duplicate: z.boolean(),
})

export type WebhookResponse = z.infer<typeof webhookResponseSchema>
