import type { LiveChangeKind } from '../../contracts/index.ts'
import { readId, readObject, type JsonObject } from '../intercom/intercom-readers.ts'
import {
  intercomContactSchema, intercomConversationSchema, type IntercomContact, type IntercomConversation,
} from '../intercom/intercom-schemas.ts'

/** Topics about a conversation, with the change that open pages are notified of. */
const conversationTopics = {
  'conversation.user.created': 'message',
  'conversation.user.replied': 'message',
  'conversation.admin.replied': 'message',
  'conversation.admin.single.created': 'message',
  'conversation.operator.replied': 'message',
  'conversation_part.redacted': 'message',
  'conversation.admin.noted': 'note',
  'conversation.admin.closed': 'state',
  'conversation.admin.opened': 'state',
  'conversation.admin.snoozed': 'snooze',
  'conversation.admin.unsnoozed': 'snooze',
  'conversation.admin.assigned': 'assignee',
  'conversation.admin.open.assigned': 'assignee',
  'conversation_part.tag.created': 'tags',
  'conversation.priority.updated': 'priority',
  'conversation.rating.added': 'other',
  'conversation.read': 'read',
  'conversation.contact.attached': 'contact',
  'conversation.contact.detached': 'contact',
  'conversation.deleted': 'deleted',
} as const satisfies Record<string, LiveChangeKind>

/** Topics about a contact. */
const contactTopics = [
  'contact.user.created', 'contact.user.updated', 'contact.lead.created', 'contact.lead.updated', 'contact.lead.signed_up',
  'contact.email.updated', 'contact.merged', 'contact.archived', 'contact.unarchived', 'contact.deleted',
  'contact.subscribed', 'contact.unsubscribed', 'contact.user.tag.created', 'contact.user.tag.deleted',
  'contact.lead.tag.created', 'contact.lead.tag.deleted',
] as const

/** A delivered webhook. */
export interface WebhookEvent<Item = unknown> {
  /** Id of the notification, the same in each delivery of it. Some topics have none. */
  id: string | null
  topic: string
  /** Id of the workspace. */
  app_id: string | null
  /** Unix seconds of the event. Deliveries don't arrive in this order. */
  created_at: number
  /** The object of the topic. */
  item: Item
}

type Handler<Item> = (event: WebhookEvent<Item>) => void | Promise<void>

/**
 * Handlers by topic. `*` is called for every topic, also those that are not listed.
 *
 * Some topics send only ids, such as `conversation.deleted`: every other field of the item is `null` then.
 */
export type WebhookHandlers =
  & { [Topic in keyof typeof conversationTopics]?: Handler<IntercomConversation> }
  & { [Topic in (typeof contactTopics)[number]]?: Handler<IntercomContact> }
  & { '*'?: Handler<unknown> }

/** Adds ids to a conversation that has them elsewhere: `{ type, conversation_id }`, or wrapped as `{ conversation }`. */
function unwrapConversation(item: JsonObject): JsonObject {
  const inner = readObject(item.conversation) ?? item
  const id = readId(inner.conversation_id) ?? readId(item.conversation_id) ?? inner.id
  return { ...inner, id }
}

/** Finds the contact of `{ contact }` and `{ contact_id }`. */
function unwrapContact(item: JsonObject): JsonObject {
  const inner = readObject(item.contact) ?? readObject(item.user) ?? item
  return { ...inner, id: readId(inner.contact_id) ?? readId(item.contact_id) ?? inner.id }
}

/** Subject of a delivery. */
export type WebhookSubject =
  | { kind: 'conversation'; conversation: IntercomConversation; change: LiveChangeKind }
  | { kind: 'contact'; contact: IntercomContact }

/** Reads the subject of a delivery; null if it is about neither a conversation nor a contact, or has no id. */
export function readSubject({ topic, item }: Pick<WebhookEvent, 'topic' | 'item'>): WebhookSubject | null {
  const object = readObject(item)
  if (!object) return null
  if (/^conversation[._]/.test(topic)) {
    const { data } = intercomConversationSchema.safeParse(unwrapConversation(object))
    const change = Object.hasOwn(conversationTopics, topic) ? conversationTopics[topic as keyof typeof conversationTopics] : 'other'
    return data ? { kind: 'conversation', conversation: data, change } : null
  }
  if (!topic.startsWith('contact.')) return null
  const { data } = intercomContactSchema.safeParse(unwrapContact(object))
  return data ? { kind: 'contact', contact: data } : null
}

/**
 * Types the handlers of webhooks, for a file of their own. A handler that throws within half a second makes Intercom
 * deliver again, a minute later. Each delivery runs at least once, so a handler must be safe to call twice.
 *
 * ```ts
 * onWebhook({
 *   'conversation.user.replied': async ({ item }) => notifyTeam(item.id),
 *   '*': async ({ topic }) => count(topic),
 * })
 * ```
 *
 * @param handlers one for each topic
 */
export function onWebhook(handlers: WebhookHandlers): WebhookHandlers {
  return handlers
}

/**
 * Calls the handlers of a delivery.
 *
 * @throws Error if the item has no id of what its topic is about, and whatever a handler throws
 */
export async function runHandlers(handlers: WebhookHandlers, event: WebhookEvent): Promise<void> {
  const { topic } = event
  const own = topic !== '*' && Object.hasOwn(handlers, topic) ? (handlers[topic as never] as Handler<unknown>) : undefined
  if (own) {
    const subject = readSubject(event)
    const isTyped = Object.hasOwn(conversationTopics, topic) || (contactTopics as readonly string[]).includes(topic)
    if (isTyped && !subject) throw new Error(`The item of ${topic} has no id.`)
    const item = subject?.kind === 'conversation' ? subject.conversation : (subject?.contact ?? event.item)
    await own({ ...event, item })
  }
  await handlers['*']?.(event)
}
