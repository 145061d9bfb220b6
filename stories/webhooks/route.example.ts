import { createIntercomRoutes } from 'intercom-v0-kit/server'
import { authorize } from '@/lib/intercom/authorize'

/** Your code, such as an email or a message to a team channel. */
declare function notifyTeam(conversationId: string): Promise<void>

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = createIntercomRoutes({
  authorize,
  webhooks: {
    'conversation.user.replied': async ({ item }) => {
      await notifyTeam(item.id)
    },
  },
})
