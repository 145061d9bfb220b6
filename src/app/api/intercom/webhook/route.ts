import { route } from '@/lib/intercom/route'
import { webhook } from '@/lib/intercom/webhook'
import { runHandlers } from '@/lib/intercom/webhook-events'
import { webhookHandlers } from '@/lib/intercom/webhook-handlers'

/** Receives Intercom's webhooks. What the app does about them is in lib/intercom/webhook-handlers.ts. */
export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route(
  webhook({
    path: '/api/intercom/webhook',
    work: (event) => runHandlers(webhookHandlers, event),
  }),
)
