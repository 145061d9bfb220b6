import { MAX_MESSAGE_REQUEST } from '@/lib/intercom/attachment-limits'
import { changedConversationSchema, idParamsSchema, noteBodySchema } from '@/lib/intercom/contracts'
import { handle } from '@/lib/intercom/handler'
import { sendNote } from '@/lib/intercom/messages-sent'
import { route } from '@/lib/intercom/route'

/** Writes a note, which teammates alone read. For agents. */
export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route({
  POST: handle(
    {
      path: '/api/intercom/conversations/[id]/notes',
      summary: 'Writes a note, which teammates alone read.',
      allow: ['agent'],
      params: idParamsSchema,
      body: noteBodySchema,
      maxBody: MAX_MESSAGE_REQUEST,
      response: changedConversationSchema,
      idempotency: { key: 'required' },
    },
    ({ intercom, principal, params, body }) => sendNote(intercom, principal, params.id, body),
  ),
})
