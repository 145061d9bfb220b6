import { createIntercomRoutes } from 'intercom-v0-kit/server'
import { authorize } from '@/lib/intercom/authorize'

/** Seconds that a live stream may last on Vercel. The stream ends a little earlier by itself. */
export const maxDuration = 300

/** Every route below `/api/intercom/`. */
export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = createIntercomRoutes({
  authorize,
  // Attributes from authorize() that the Messenger's token proves. Users can read them.
  signedAttributes: ['plan'],
  // Attributes of contacts that your team may change. Create them in Intercom first.
  editableAttributes: ['role_in_company'],
  webhooks: {
    // 'conversation.user.replied': async ({ item }) => notifyTeam(item.id),
  },
})
