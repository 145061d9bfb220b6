/** What the app does when Intercom tells it of something. This file is yours: as it is shipped it does nothing. */
import { onWebhook } from '@/lib/intercom/webhook-events'

/** The app's handlers, by topic. */
export const webhookHandlers = onWebhook({})
