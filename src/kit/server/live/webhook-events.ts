/** What Intercom tells a webhook of, by topic. https://developers.intercom.com/docs/references/webhooks/webhook-models */
import {
  intercomContactSchema, intercomConversationSchema, type IntercomContact, type IntercomConversation,
} from '../intercom/intercom-schemas.ts'

/** Topics about a conversation, which they carry. */
export const conversationTopics = [
  'conversation.user.created', 'conversation.user.replied', 'conversation.admin.replied',
  'conversation.admin.single.created', 'conversation.admin.noted', 'conversation.admin.assigned',
  'conversation.admin.open.assigned', 'conversation.admin.closed', 'conversation.admin.opened',
  'conversation.admin.snoozed', 'conversation.admin.unsnoozed', 'conversation.operator.replied',
  'conversation.contact.attached', 'conversation.contact.detached', 'conversation.priority.updated',
  'conversation.rating.added', 'conversation.read',
] as const

/** Topics about a contact, which they carry. */
export const contactTopics = [
  'contact.user.created', 'contact.user.updated', 'contact.lead.created', 'contact.lead.updated',
  'contact.lead.signed_up', 'contact.merged',
] as const

/** A delivery, read. */
export interface WebhookEvent<Item = unknown> {
  /** The same in each delivery of it. */
  id: string | null
  topic: string
  /** The workspace that it is about. */
  app_id: string | null
  /** When it happened, in Unix seconds. Deliveries do not come in that order. */
  created_at: number
  /** What it is about. */
  item: Item
}

type Handler<Item> = (event: WebhookEvent<Item>) => void | Promise<void>

/** What an app does about topics; `*` is for every one of them, those that are not in the list included. */
export type WebhookHandlers =
  & { [Topic in (typeof conversationTopics)[number]]?: Handler<IntercomConversation> }
  & { [Topic in (typeof contactTopics)[number]]?: Handler<IntercomContact> }
  & { '*'?: Handler<unknown> }

const schemas = new Map<string, typeof intercomConversationSchema | typeof intercomContactSchema>([
  ...conversationTopics.map((topic) => [topic, intercomConversationSchema] as const),
  ...contactTopics.map((topic) => [topic, intercomContactSchema] as const),
])

/**
 * Says what is to be done when Intercom tells of something. A handler that throws within half a second makes Intercom
 * deliver once more, a minute later; one that may be called twice for one event is safe at any time.
 *
 * ```ts
 * onWebhook({
 *   'conversation.user.replied': async ({ item }) => notifyTeam(item.id),
 *   '*': async ({ topic }) => count(topic),
 * })
 * ```
 *
 * @param handlers one a topic
 */
export function onWebhook(handlers: WebhookHandlers): WebhookHandlers {
  return handlers
}

/**
 * Runs what an app does about a delivery.
 *
 * @throws Error where the item is not what the topic carries, and whatever a handler throws
 */
export async function runHandlers(handlers: WebhookHandlers, event: WebhookEvent): Promise<void> {
  const own = Object.hasOwn(handlers, event.topic) && event.topic !== '*' ? handlers[event.topic as never] : undefined
  const schema = schemas.get(event.topic)
  if (own && schema) await (own as Handler<unknown>)({ ...event, item: schema.parse(event.item) })
  await handlers['*']?.(event)
}
