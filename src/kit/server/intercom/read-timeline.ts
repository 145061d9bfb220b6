import type { TimelineEntry, TimelineValue } from '../../contracts/index.ts'
import { toSafeLink } from '../../rich-text/index.ts'
import { cleanText } from '../../shared/clean-text.ts'
import { isAttributeValue, readCount, readEventTime, readId, readList, readObject, readText, readTime, type JsonObject } from './intercom-readers.ts'
import { normalizeLine } from './normalize-text.ts'
import { readAuthor } from './read-conversation.ts'

/** Intercom's limit of keys per event. */
const MAX_VALUES = 10
const MAX_NAME = 60
const MAX_VALUE = 255

const toValue = (value: unknown) => (typeof value === 'string' ? cleanText(value, MAX_VALUE) : value)

/** Reads a value of an event's metadata, which may be a link `{ url, value }` or money `{ amount, currency }`. */
function readValue([key, given]: [string, unknown]): TimelineValue[] {
  const object = readObject(given)
  const name = cleanText(key, MAX_NAME)
  const value = toValue(object ? (object.value ?? object.amount ?? object.url) : given)
  if (name === '' || !isAttributeValue(value)) return []
  const url = toSafeLink(readText(object?.url))
  const currency = /^[a-z]{3}$/i.exec(readText(object?.currency) ?? '')?.[0].toUpperCase()
  return [{ name, value, ...(url && { url }), ...(currency && typeof value === 'number' && { currency }) }]
}

function readEvent(event: JsonObject): Extract<TimelineEntry, { kind: 'event' }> | null {
  const event_name = normalizeLine(readText(event.event_name))
  const created_at = readEventTime(event.created_at)
  if (event_name === null || created_at === null) return null
  const metadata = Object.entries(readObject(event.metadata) ?? {}).slice(0, MAX_VALUES).flatMap(readValue)
  return { kind: 'event', event_name, created_at, metadata }
}

/** Reads a page of events. `null` without a list. */
export function readEventList({ events, pages }: JsonObject) {
  return Array.isArray(events) ? { events: readList(events, readEvent), hasMore: Boolean(readObject(pages)?.next) } : null
}

/** Reads a note. `null` without an id. */
export function readNote(note: JsonObject) {
  const id = readId(note.id)
  return id === null ? null : { id, created_at: readTime(note.created_at) ?? 0, author: readAuthor(note.author), body: readText(note.body) }
}

/** Reads a page of notes. `null` without a list. */
export function readNoteList({ data, pages, total_count }: JsonObject) {
  if (!Array.isArray(data)) return null
  const notes = readList(data, readNote)
  return { notes, total_count: readCount(total_count) ?? notes.length, next: readText(readObject(readObject(pages)?.next)?.starting_after) }
}
