/** What the app does when Intercom tells it of something, in the npm package: the app gives it where it mounts the routes. */
import { onWebhook } from '@/kit/server/live/webhook-events'

/** The app's handlers, by topic. */
export const webhookHandlers = onWebhook({})
