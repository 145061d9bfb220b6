/** Tells the pages that are open what changed: what Intercom's webhooks tell of, and what the app's own routes do. */
import { getBus } from './live-bus.ts'
import type { LiveChangeKind, LiveEvent } from '../../contracts/index.ts'
import { intercomContactSchema, intercomConversationSchema, type IntercomConversation } from '../intercom/intercom-schemas.ts'
import { describe, log } from '../log.ts'
import { waitUntil } from '../wait-until.ts'
import type { WebhookEvent } from './webhook-events.ts'

/** What a topic says of a conversation. https://developers.intercom.com/docs/references/webhooks/webhook-models */
const changes: Record<string, LiveChangeKind> = {
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
  'conversation.read': 'read',
  'conversation.contact.attached': 'contact',
  'conversation.contact.detached': 'contact',
  'conversation.deleted': 'deleted',
}

function conversationEvent(item: Pick<IntercomConversation, 'id' | 'contacts'>, change: LiveChangeKind, at: number): LiveEvent {
  const contact_ids = (item.contacts?.contacts ?? []).map(({ id }) => id)
  return { kind: 'conversation', conversation_id: item.id, change, contact_ids, at }
}

/**
 * What a delivery of Intercom's says has changed.
 *
 * @returns null where it is about nothing that the kit shows
 */
export function liveEventOf({ topic, item, created_at: at }: WebhookEvent): LiveEvent | null {
  if (topic.startsWith('contact.')) {
    const contact = intercomContactSchema.safeParse(item)
    return contact.success ? { kind: 'contact', contact_id: contact.data.id, at } : null
  }
  if (!topic.startsWith('conversation')) return null
  const conversation = intercomConversationSchema.safeParse(item)
  const change = Object.hasOwn(changes, topic) ? changes[topic] : undefined
  return conversation.success ? conversationEvent(conversation.data, change ?? 'other', at) : null
}

/**
 * Tells the open pages. It never fails, because nothing depends on it: a page that is not told finds out later, when
 * the bus is there again (see `LiveBus`) or when it is looked at. A failure is logged.
 */
async function tell(event: LiveEvent): Promise<void> {
  const start = performance.now()
  try {
    await getBus().publish(event)
  } catch (thrown) {
    const entry = { request_id: crypto.randomUUID(), method: 'POST', route: 'live updates', status: 500, code: 'internal' }
    log({ ...entry, duration: Math.round(performance.now() - start), reason: `Not told: ${describe(thrown)}` })
  }
}

/** Tells the open pages what Intercom tells of. It never fails. */
export async function tellDelivery(delivery: WebhookEvent): Promise<void> {
  const event = liveEventOf(delivery)
  if (event) await tell(event)
}

/**
 * Tells the open pages what a route of the app has just done, before Intercom's webhook comes to tell it, too. Nobody
 * waits for it, and it never fails.
 *
 * @param changed as Intercom answered, with all its contacts
 */
export function tellChanged(changed: Pick<IntercomConversation, 'id' | 'contacts'>, change: LiveChangeKind): void {
  waitUntil(tell(conversationEvent(changed, change, Math.floor(Date.now() / 1000))))
}
