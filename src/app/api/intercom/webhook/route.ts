import { tellDelivery } from '@/lib/intercom/live-changes'
import { route } from '@/lib/intercom/route'
import { webhook } from '@/lib/intercom/webhook'
import { runHandlers } from '@/lib/intercom/webhook-events'
import { webhookHandlers } from '@/lib/intercom/webhook-handlers'

/**
 * Receives Intercom's webhooks, and tells open pages of them. What the app does about them is in
 * lib/intercom/webhook-handlers.ts: only that can fail, and make Intercom deliver again.
 */
export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route(
  webhook({
    path: '/api/intercom/webhook',
    work: async (event) => {
      await Promise.all([tellDelivery(event), runHandlers(webhookHandlers, event)])
    },
  }),
)
