import { onWebhook } from 'intercom-v0-kit/server'

/** Yours: a mail, a message to the team's channel, a row in your database. */
declare function notifyTeam(conversationId: string): Promise<void>

export const webhookHandlers = onWebhook({
  'conversation.user.replied': async ({ item }) => {
    await notifyTeam(item.id)
  },
})
