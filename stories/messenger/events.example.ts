import { defineEvents, type InferEvents } from 'intercom-v0-kit/server'
import { z } from 'zod'

export const events = defineEvents({
  plan_upgraded: z
    .object({
      plan: z.enum(['team', 'scale']).describe('The new plan.'),
      seats: z.number().int().min(1).optional().describe('Number of seats, if they changed.'),
    })
    .describe('The user bought a larger plan.'),
  report_opened: z.object({ report: z.string().max(50).describe('Name of the report.') }).describe('The user opened a report.'),
  // An event without metadata.
  signed_out: null,
})

export type AppEvents = InferEvents<typeof events>
