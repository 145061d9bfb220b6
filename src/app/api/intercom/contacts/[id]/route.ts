import { getContact } from '@/lib/intercom/contacts'
import { contactSchema, idParamsSchema } from '@/lib/intercom/contracts'
import { handle } from '@/lib/intercom/handler'
import { route } from '@/lib/intercom/route'

/** Reads a customer's profile: any for an agent, their own for a customer. */
export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route({
  GET: handle(
    {
      path: '/api/intercom/contacts/[id]',
      summary: "Reads a customer's profile: an agent any, a customer their own.",
      allow: ['agent', 'customer'],
      params: idParamsSchema,
      response: contactSchema,
    },
    ({ intercom, principal, params }) => getContact(intercom, principal, params.id),
  ),
})
