/** Which of the things that SWR holds a change is about, by their keys: the addresses that they come from. */
import { API_ROOT } from '../../shared/api-client.ts'
import type { LiveChangeKind, LiveEvent } from '../../contracts/index.ts'

/** Before the key of a list, which SWR keeps beside its pages. */
const LIST = '$inf$'

const CONVERSATIONS = `${API_ROOT}/conversations`
const CONTACTS = `${API_ROOT}/contacts`

/** What the number of conversations of a kind does not depend on. */
const uncounted = new Set<LiveChangeKind>(['note', 'tags', 'priority', 'read', 'contact'])

function addressOf(key: string): string {
  return key.startsWith(LIST) ? key.slice(LIST.length) : key
}

function isConversations(address: string): boolean {
  return address === CONVERSATIONS || address.startsWith(`${CONVERSATIONS}?`)
}

function concernsList(address: string, event: LiveEvent): boolean {
  if (event.kind !== 'conversation') return false
  const contactId = new URLSearchParams(address.split('?')[1]).get('contact_id')
  return contactId === null || event.contact_ids.length === 0 || event.contact_ids.includes(contactId)
}

function concerns(key: string, event: LiveEvent): boolean {
  if (key.startsWith(LIST)) {
    const address = addressOf(key)
    return isConversations(address) && concernsList(address, event)
  }
  if (event.kind === 'contact') return key === `${CONTACTS}/${event.contact_id}`
  if (key === `${CONVERSATIONS}/counts`) return !uncounted.has(event.change)
  return key === `${CONVERSATIONS}/${event.conversation_id}`
}

/**
 * Which of the keys are out of date after some changes.
 *
 * @param keys what SWR holds
 */
export function staleKeys(keys: readonly string[], events: readonly LiveEvent[]): string[] {
  return keys.filter((key) => events.some((event) => concerns(key, event)))
}

/** Whether a key is of something that the routes answered, and not of an app's own. */
export function isOurs(key: string): boolean {
  return addressOf(key).startsWith(API_ROOT)
}

/** Whether a key is of one page of a list: those are fetched again only where they are not there. */
export function isListPage(key: string): boolean {
  return isConversations(key)
}

/** Whether a key is of what changes by itself: lists, threads and numbers, which are looked at where there is no stream. */
export function isPolled(key: string): boolean {
  return addressOf(key).startsWith(CONVERSATIONS) && !isListPage(key)
}
