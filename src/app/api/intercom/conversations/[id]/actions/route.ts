import { changedConversationSchema, conversationActionSchema, idParamsSchema } from '@/lib/intercom/contracts'
import { actOnConversation } from '@/lib/intercom/conversation-actions'
import { handle } from '@/lib/intercom/handler'
import { route } from '@/lib/intercom/route'

/** Closes a conversation, opens it, snoozes it, assigns it, labels it, or marks it as read. For agents. */
export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route({
  POST: handle(
    {
      path: '/api/intercom/conversations/[id]/actions',
      summary: 'Closes a conversation, opens it, snoozes it, assigns it, labels it, or marks it as read.',
      allow: ['agent'],
      params: idParamsSchema,
      body: conversationActionSchema,
      response: changedConversationSchema,
      idempotency: { key: 'optional', repeatable: true },
    },
    ({ intercom, principal, params, body }) => actOnConversation(intercom, principal, params.id, body),
  ),
})
