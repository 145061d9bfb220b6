import type { LiveChangeKind } from '../../contracts/index.ts'
import { readId, readObject, type JsonObject } from '../intercom/intercom-readers.ts'
import {
  intercomContactSchema, intercomConversationSchema, type IntercomContact, type IntercomConversation,
} from '../intercom/intercom-schemas.ts'

/** Topics about a conversation, with the change that open pages see. */
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

const contactTopics = [
  'contact.user.created', 'contact.user.updated', 'contact.lead.created', 'contact.lead.updated', 'contact.lead.signed_up',
  'contact.email.updated', 'contact.merged', 'contact.archived', 'contact.unarchived', 'contact.deleted',
  'contact.subscribed', 'contact.unsubscribed', 'contact.user.tag.created', 'contact.user.tag.deleted',
  'contact.lead.tag.created', 'contact.lead.tag.deleted',
] as const

/** Webhook that Intercom delivered. */
export interface WebhookEvent<Item = unknown> {
  /** Notification id, the same in each delivery. Some topics have none. */
  id: string | null
  topic: string
  /** Workspace id. */
  app_id: string | null
  /** Unix seconds of the event. Deliveries can arrive out of order. */
  created_at: number
  /** Conversation or contact, depending on the topic. */
  item: Item
}

type Handler<Item> = (event: WebhookEvent<Item>) => void | Promise<void>

/** Webhook handlers by topic; `*` receives every topic. If Intercom sends only an id, all other fields of `item` are `null`. */
export type WebhookHandlers =
  & { [Topic in keyof typeof conversationTopics]?: Handler<IntercomConversation> }
  & { [Topic in (typeof contactTopics)[number]]?: Handler<IntercomContact> }
  & { '*'?: Handler<unknown> }

/** Adds the id of `{ conversation_id }` and `{ conversation }`. */
function unwrapConversation(item: JsonObject): JsonObject {
  const inner = readObject(item.conversation) ?? readObject(item.conversation_part) ?? item
  const id = readId(inner.conversation_id) ?? readId(item.conversation_id) ?? inner.id
  return { ...inner, id }
}

function unwrapContact(item: JsonObject): JsonObject {
  const inner = readObject(item.contact) ?? readObject(item.user) ?? readObject(item.lead) ?? item
  return { ...inner, id: readId(inner.contact_id) ?? readId(item.contact_id) ?? inner.id }
}

type WebhookSubject =
  | { kind: 'conversation'; conversation: IntercomConversation; change: LiveChangeKind }
  | { kind: 'contact'; contact: IntercomContact }

/** Reads the conversation or contact of a webhook; `null` if it has none or no id. */
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
 * Types webhook handlers in a separate file. If a handler throws within half a second, Intercom delivers again a minute later.
 * Handlers may run more than once per event.
 *
 * ```ts
 * onWebhook({
 *   'conversation.user.replied': async ({ item }) => notifyTeam(item.id),
 *   '*': async ({ topic }) => count(topic),
 * })
 * ```
 */
export function onWebhook(handlers: WebhookHandlers): WebhookHandlers {
  return handlers
}

/** Calls the handlers of a webhook. @throws Error if the item has no id, and errors of handlers */
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
