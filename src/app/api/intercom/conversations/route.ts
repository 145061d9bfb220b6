import { conversationsQuerySchema, conversationsResponseSchema } from '@/lib/intercom/contracts'
import { listConversations } from '@/lib/intercom/conversations'
import { handle } from '@/lib/intercom/handler'
import { route } from '@/lib/intercom/route'

/** Lists conversations: an agent's by any filter, a customer's own. */
export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route({
  GET: handle(
    {
      path: '/api/intercom/conversations',
      summary: 'Lists conversations: an agent by any filter, a customer their own.',
      allow: ['agent', 'customer'],
      query: conversationsQuerySchema,
      response: conversationsResponseSchema,
    },
    ({ intercom, principal, query }) => listConversations(intercom, principal, query),
  ),
})
