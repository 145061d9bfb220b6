import { MAX_MESSAGE_REQUEST } from '@/lib/intercom/attachment-limits'
import { changedConversationSchema, idParamsSchema, replyBodySchema } from '@/lib/intercom/contracts'
import { handle } from '@/lib/intercom/handler'
import { sendReply } from '@/lib/intercom/messages-sent'
import { route } from '@/lib/intercom/route'

/** Sends a reply: an agent's to the customer, a customer's in a conversation of their own. */
export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route({
  POST: handle(
    {
      path: '/api/intercom/conversations/[id]/reply',
      summary: 'Sends a reply: an agent to the customer, a customer in a conversation of their own.',
      allow: ['agent', 'customer'],
      params: idParamsSchema,
      body: replyBodySchema,
      maxBody: MAX_MESSAGE_REQUEST,
      response: changedConversationSchema,
      idempotency: { key: 'required' },
    },
    ({ intercom, principal, params, body }) => sendReply(intercom, principal, params.id, body),
  ),
})
