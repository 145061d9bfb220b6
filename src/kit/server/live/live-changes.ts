import type { LiveChangeKind, LiveEvent } from '../../contracts/index.ts'
import type { IntercomConversation } from '../intercom/intercom-schemas.ts'
import { describe, log } from '../log.ts'
import { waitUntil } from '../wait-until.ts'
import { noteDelivery } from './deliveries.ts'
import { callBus } from './live-bus.ts'
import { readSubject, type WebhookEvent } from './webhook-events.ts'

type ConversationEvent = Extract<LiveEvent, { kind: 'conversation' }>

function toConversationEvent(item: Pick<IntercomConversation, 'id' | 'contacts'>, change: LiveChangeKind, at: number): ConversationEvent {
  const contact_ids = (item.contacts?.contacts ?? []).map(({ id }) => id)
  return { kind: 'conversation', conversation_id: item.id, change, contact_ids, at }
}

function toLiveEvent(delivery: WebhookEvent): LiveEvent | null {
  const { created_at: at } = delivery
  const subject = readSubject(delivery)
  if (subject?.kind === 'contact') return { kind: 'contact', contact_id: subject.contact.id, at }
  return subject && { ...toConversationEvent(subject.conversation, subject.change, at), via: 'webhook' }
}

/** Notifies open pages. Never throws: pages that miss a change get it when the bus is back, or when they poll. */
async function notifyPages(event: LiveEvent): Promise<void> {
  const start = performance.now()
  try {
    await callBus((bus) => bus.publish(event))
  } catch (thrown) {
    const entry = { request_id: crypto.randomUUID(), method: 'POST', route: 'live updates', status: 500, code: 'internal' }
    log({ ...entry, duration: Math.round(performance.now() - start), reason: `Not delivered: ${describe(thrown)}` })
  }
}

/** Notifies open pages of a webhook. Never throws. */
export async function notifyDelivery(delivery: WebhookEvent): Promise<void> {
  const event = toLiveEvent(delivery)
  if (!event) return
  if (event.kind === 'conversation') await noteDelivery()
  await notifyPages(event)
}

/** Notifies open pages of a change before Intercom's webhook arrives. Returns at once, and never throws. */
export function notifyChange(changed: Pick<IntercomConversation, 'id' | 'contacts'>, change: LiveChangeKind): void {
  waitUntil(notifyPages(toConversationEvent(changed, change, Math.floor(Date.now() / 1000))))
}
