import { conversationCountsSchema } from '@/lib/intercom/contracts'
import { countConversations } from '@/lib/intercom/conversation-counts'
import { handle } from '@/lib/intercom/handler'
import { route } from '@/lib/intercom/route'

/** Counts conversations: open, those of the agent who asks, unassigned, snoozed and closed. For agents. */
export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route({
  GET: handle(
    {
      path: '/api/intercom/conversations/counts',
      summary: 'Counts conversations: open, of the agent who asks, unassigned, snoozed and closed.',
      allow: ['agent'],
      // Each is five searches at Intercom.
      limit: { requests: 120, seconds: 60 },
      response: conversationCountsSchema,
    },
    ({ intercom, principal }) => countConversations(intercom, principal.adminId),
  ),
})
