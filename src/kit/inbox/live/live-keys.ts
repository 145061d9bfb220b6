import { API_ROOT } from '../../shared/api-client.ts'
import { PAGES } from '../../shared/inbox-data.ts'
import type { LiveChangeKind, LiveEvent } from '../../contracts/index.ts'

const CONVERSATIONS = `${API_ROOT}/conversations`
const CONTACTS = `${API_ROOT}/contacts`

const uncounted = new Set<LiveChangeKind>(['note', 'tags', 'priority', 'read', 'contact'])

function getKeyUrl(key: string): string {
  return key.startsWith(PAGES) ? key.slice(PAGES.length) : key
}

/** Whether a key is a page of a list. Pages only reload after they are dropped. */
export function isListPage(address: string): boolean {
  return address === CONVERSATIONS || address.startsWith(`${CONVERSATIONS}?`)
}

function affectsList(address: string, event: LiveEvent): boolean {
  if (event.kind !== 'conversation') return false
  const contactId = new URLSearchParams(address.split('?')[1]).get('contact_id')
  return contactId === null || event.contact_ids.length === 0 || event.contact_ids.includes(contactId)
}

/** Changes that a timeline shows: conversations that begin, open, close or are deleted. */
const onTimelines = new Set<LiveChangeKind>(['message', 'state', 'snooze', 'contact', 'deleted'])

function affectsTimeline(address: string, event: LiveEvent): boolean {
  const isOf = (id: string) => address.startsWith(`${CONTACTS}/${id}/timeline?`)
  return event.kind === 'contact' ? event.change !== undefined && isOf(event.contact_id) : onTimelines.has(event.change) && event.contact_ids.some(isOf)
}

function affects(key: string, event: LiveEvent): boolean {
  if (key.startsWith(PAGES)) {
    const address = getKeyUrl(key)
    return isListPage(address) ? affectsList(address, event) : affectsTimeline(address, event)
  }
  if (event.kind === 'contact') {
    const contact = `${CONTACTS}/${event.contact_id}`
    return event.change === 'note' ? key === `${contact}/notes` : !event.change && key === contact
  }
  if (key === `${CONVERSATIONS}/counts`) return !uncounted.has(event.change)
  return key === `${CONVERSATIONS}/${event.conversation_id}`
}

export function getStaleKeys(keys: readonly string[], events: readonly LiveEvent[]): string[] {
  return keys.filter((key) => events.some((event) => affects(key, event)))
}

export function isOurs(key: string): boolean {
  return getKeyUrl(key).startsWith(API_ROOT)
}

export function isPolled(key: string): boolean {
  return getKeyUrl(key).startsWith(CONVERSATIONS) && !isListPage(key) && !key.endsWith('/attributes')
}
