import { contactBodySchema, contactSchema } from '@/lib/intercom/contracts'
import { handle } from '@/lib/intercom/handler'
import { route } from '@/lib/intercom/route'
import { upsertContact } from '@/lib/intercom/upsert-contact'

/** Creates or updates a contact: a customer's own, or for an agent anybody's. */
export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route({
  POST: handle(
    {
      path: '/api/intercom/contacts',
      summary: 'Creates a contact, or updates the one that is there: a customer their own, an agent anybody.',
      allow: ['agent', 'customer'],
      body: contactBodySchema,
      response: contactSchema,
      idempotency: { key: 'optional', repeatable: true },
    },
    ({ intercom, principal, body }) => upsertContact(intercom, principal, body),
  ),
})
