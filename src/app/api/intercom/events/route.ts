import { eventsResponseSchema } from '@/lib/intercom/contracts'
import { handle } from '@/lib/intercom/handler'
import { route } from '@/lib/intercom/route'
import { eventsRequestSchema, isFinalAnswer, trackEvents } from '@/lib/intercom/track-events'

/** Tells Intercom what a customer did: their own events, or for an agent those of anybody. */
export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route({
  POST: handle(
    {
      path: '/api/intercom/events',
      summary: 'Tells Intercom what a customer did: one event, or up to 50, each answered for itself.',
      allow: ['agent', 'customer'],
      body: eventsRequestSchema,
      response: eventsResponseSchema,
      status: 202,
      idempotency: { key: 'optional', repeatable: true, isFinal: isFinalAnswer },
    },
    ({ intercom, principal, body, firstTriedAt }) => trackEvents(intercom, principal, body, firstTriedAt),
  ),
})
