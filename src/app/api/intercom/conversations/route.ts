import { conversationsQuerySchema, conversationsResponseSchema } from '@/lib/intercom/contracts'
import { compactPage } from '@/lib/intercom/conversation-summary'
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
      compact: compactPage,
    },
    ({ intercom, principal, query }) => listConversations(intercom, principal, query),
  ),
})
