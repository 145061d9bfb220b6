import { conversationSchema, idParamsSchema } from '@/lib/intercom/contracts'
import { getConversation } from '@/lib/intercom/conversations'
import { handle } from '@/lib/intercom/handler'
import { route } from '@/lib/intercom/route'

/** Reads a conversation with its thread: any for an agent, without notes and of their own for a customer. */
export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route({
  GET: handle(
    {
      path: '/api/intercom/conversations/[id]',
      summary: 'Reads a conversation with its thread: a customer their own, without notes.',
      allow: ['agent', 'customer'],
      params: idParamsSchema,
      response: conversationSchema,
    },
    ({ intercom, principal, params }) => getConversation(intercom, principal, params.id),
  ),
})
