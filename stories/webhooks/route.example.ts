import { createIntercomRoutes } from 'intercom-v0-kit/server'
import { authorize } from '@/lib/intercom/authorize'

/** Yours: an email, a message to the team's channel, a row in your database. */
declare function notifyTeam(conversationId: string): Promise<void>

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = createIntercomRoutes({
  authorize,
  webhooks: {
    'conversation.user.replied': async ({ item }) => {
      await notifyTeam(item.id)
    },
  },
})
