import { API_ROOT } from '../../shared/api-client.ts'
import type { LiveChangeKind, LiveEvent } from '../../contracts/index.ts'

/** Prefix of the key of a list, which SWR keeps beside its pages. */
const LIST = '$inf$'

const CONVERSATIONS = `${API_ROOT}/conversations`
const CONTACTS = `${API_ROOT}/contacts`

/** Changes that leave the counts as they are. */
const uncounted = new Set<LiveChangeKind>(['note', 'tags', 'priority', 'read', 'contact'])

function getKeyUrl(key: string): string {
  return key.startsWith(LIST) ? key.slice(LIST.length) : key
}

function isConversations(address: string): boolean {
  return address === CONVERSATIONS || address.startsWith(`${CONVERSATIONS}?`)
}

function affectsList(address: string, event: LiveEvent): boolean {
  if (event.kind !== 'conversation') return false
  const contactId = new URLSearchParams(address.split('?')[1]).get('contact_id')
  return contactId === null || event.contact_ids.length === 0 || event.contact_ids.includes(contactId)
}

function affects(key: string, event: LiveEvent): boolean {
  if (key.startsWith(LIST)) {
    const address = getKeyUrl(key)
    return isConversations(address) && affectsList(address, event)
  }
  if (event.kind === 'contact') return key === `${CONTACTS}/${event.contact_id}`
  if (key === `${CONVERSATIONS}/counts`) return !uncounted.has(event.change)
  return key === `${CONVERSATIONS}/${event.conversation_id}`
}

/** Returns the SWR keys that are out of date after some changes. */
export function getStaleKeys(keys: readonly string[], events: readonly LiveEvent[]): string[] {
  return keys.filter((key) => events.some((event) => affects(key, event)))
}

/** Whether a key belongs to the kit, not to the app's own data. */
export function isOurs(key: string): boolean {
  return getKeyUrl(key).startsWith(API_ROOT)
}

/** Whether a key is one page of a list. A page is loaded again only if it was dropped. */
export function isListPage(key: string): boolean {
  return isConversations(key)
}

/** Whether a key is polled: lists, threads and counts. */
export function isPolled(key: string): boolean {
  return getKeyUrl(key).startsWith(CONVERSATIONS) && !isListPage(key)
}
