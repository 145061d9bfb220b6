import type { LiveChangeKind, LiveEvent } from '../../contracts/index.ts'
import { readId, readObject } from '../intercom/intercom-readers.ts'
import type { IntercomConversation } from '../intercom/intercom-schemas.ts'
import { describe, log } from '../log.ts'
import { waitUntil } from '../async-work.ts'
import { callBus } from './live-bus.ts'
import { readSubject, type WebhookEvent } from './webhook-events.ts'
import { callStore } from '../stores/kv-store.ts'

type ConversationEvent = Extract<LiveEvent, { kind: 'conversation' }>

function toConversationEvent(item: Pick<IntercomConversation, 'id' | 'contacts'>, change: LiveChangeKind, at: number): ConversationEvent {
  const contact_ids = (item.contacts?.contacts ?? []).map(({ id }) => id)
  return { kind: 'conversation', conversation_id: item.id, change, contact_ids, at }
}

function toLiveEvent(delivery: WebhookEvent): LiveEvent | null {
  const { created_at: at } = delivery
  const tracked = delivery.topic === 'event.created' ? readId(readObject(delivery.item)?.intercom_user_id) : null
  if (tracked) return { kind: 'contact', contact_id: tracked, change: 'event', at }
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

/** Notifies open pages of a change to a contact, or to what it has. Returns at once, and never throws. */
export function notifyContact(id: string, change?: Extract<LiveEvent, { kind: 'contact' }>['change']): void {
  waitUntil(notifyPages({ kind: 'contact', contact_id: id, ...(change && { change }), at: Math.floor(Date.now() / 1000) }))
}

const KEY = 'webhook-at'
const KEPT = 90 * 24 * 60 * 60

/** Records a webhook about a conversation. Pings and other topics don't prove that live updates work. Never throws. */
export async function noteDelivery(): Promise<void> {
  const now = String(Math.floor(Date.now() / 1000))
  await callStore((store) => store.set(KEY, now, KEPT)).catch(() => {})
}

/** Returns the Unix seconds of the last webhook about a conversation; `null` if none, or if the store fails. */
export async function readLastDelivery(): Promise<number | null> {
  const text = await callStore((store) => store.get(KEY)).catch(() => null)
  return text === null ? null : Number(text)
}
