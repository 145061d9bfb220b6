import type { Timestamp } from './types.ts'

/** A change in the workspace. */
export interface WorkspaceChange {
  /** Webhook topic of Intercom, such as `conversation.user.replied`. */
  topic: string
  /** The object of the topic, in the shape that a webhook has it: some topics send only ids. */
  item: object
}

/** Topics whose contact is wrapped, as `{ contact }`. */
const wrapped = new Set(['contact.subscribed', 'contact.unsubscribed'])

function toIsoTimes(contact: object): object {
  const entries = Object.entries(contact).map(([name, value]) =>
    [name, name.endsWith('_at') && typeof value === 'number' ? new Date(value * 1000).toISOString() : value])
  return Object.fromEntries(entries)
}

/** Returns the item of a webhook. Webhooks have other shapes than the API: times of contacts are text, for example. */
export function toWebhookItem(topic: string, item: object): object {
  if (!topic.startsWith('contact.')) return item
  return wrapped.has(topic) ? { type: 'contact_subscription', contact: toIsoTimes(item) } : toIsoTimes(item)
}

let count = 0

/**
 * Builds the notification that Intercom delivers for a change. `conversation.read` has no id.
 *
 * @param at Unix seconds. Apps refuse a notification that is older than a day
 */
export function buildNotification({ topic, item }: WorkspaceChange, at: Timestamp): object {
  const id = topic === 'conversation.read' ? null : `notif_${(count += 1)}`
  return {
    type: 'notification_event', id, topic, app_id: 'hx7q2mlt', created_at: at, first_sent_at: at, delivery_attempts: 1,
    data: { type: 'notification_event_data', item },
  }
}
