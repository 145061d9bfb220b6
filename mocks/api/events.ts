import { DAY } from '../data/clock.ts'
import type { Contact, DataEvent } from '../types.ts'
import { type Workspace, nextId } from '../workspace.ts'
import { type Endpoint, isObject, ok, readString, readTimestamp, requireString } from './endpoint.ts'
import { invalid } from './errors.ts'
import { findActingContact, findContact } from './find.ts'

/**
 * Most metadata keys per event.
 * https://developers.intercom.com/docs/references/rest-api/api.intercom.io/data-events/createdataevent
 */
const MAX_KEYS = 10

/** Seconds for which Intercom lists events. Summaries count older ones too. */
const LISTED = 90 * DAY
const PAGE = { default: 50, max: 150 }

function readPerPage(text: string | null): number {
  const count = Number(text ?? PAGE.default)
  if (!Number.isInteger(count) || count < 1 || count > PAGE.max) throw invalid(`per_page must be a whole number from 1 to ${PAGE.max}`, 'per_page')
  return count
}

/** Keeps the first ten keys. @throws ApiFailure 400 for nested values other than rich links and amounts of money. */
function readMetadata(value: unknown): Record<string, unknown> {
  if (value === undefined || value === null) return {}
  if (!isObject(value)) throw invalid('metadata must be an object', 'metadata')
  for (const [key, entry] of Object.entries(value)) {
    const keys = isObject(entry) ? Object.keys(entry).sort().join() : ''
    const known = keys === 'url,value' || keys === 'amount,currency'
    if (Array.isArray(entry) || (isObject(entry) && !known)) {
      throw invalid(`metadata.${key} must not be nested`, 'metadata')
    }
  }
  return Object.fromEntries(Object.entries(value).slice(0, MAX_KEYS))
}

/** `id` is Intercom's id of the contact, `user_id` the app's. */
function findSubject(workspace: Workspace, body: Record<string, unknown>): Contact {
  const id = readString(body, 'id')
  return id === undefined ? findActingContact(workspace, body) : findContact(workspace, id)
}

function readSubject(query: URLSearchParams): Record<string, unknown> {
  const named = (name: string) => query.get(name) ?? query.get(`filter[${name}]`) ?? undefined
  return { intercom_user_id: named('intercom_user_id'), user_id: named('user_id'), email: named('email') }
}

function summariseEvents(events: DataEvent[]): object[] {
  const names = [...new Set(events.map(({ event_name }) => event_name))]
  return names.map((name) => {
    const times = events.filter(({ event_name }) => event_name === name).map(({ created_at }) => created_at)
    const iso = (seconds: number) => new Date(seconds * 1000).toISOString()
    return { name, first: iso(Math.min(...times)), last: iso(Math.max(...times)), count: times.length }
  })
}

/** Endpoints to track and list events. */
export const eventEndpoints: Endpoint[] = [
  {
    method: 'POST',
    path: '/events',
    respond({ workspace, body, emit }) {
      const event_name = requireString(body, 'event_name')
      const created_at = readTimestamp(body, 'created_at')
      if (created_at === undefined) throw invalid('created_at is required', 'created_at')
      const contact = findSubject(workspace, body)
      const metadata = readMetadata(body.metadata)
      // Intercom ignores a repeated event, with the same response.
      const known = workspace.events.some((event) =>
        event.intercom_user_id === contact.id && event.event_name === event_name && event.created_at === created_at)
      if (!known) {
        const event: DataEvent = {
          type: 'event',
          id: nextId(workspace, 'event'),
          event_name,
          created_at,
          user_id: contact.external_id,
          intercom_user_id: contact.id,
          email: contact.email,
          metadata,
        }
        workspace.events.push(event)
        emit('event.created', event)
      }
      return { status: 202 }
    },
  },
  {
    method: 'GET',
    path: '/events',
    respond({ workspace, query, now }) {
      if (query.get('type') !== 'user') throw invalid('type must be user', 'type')
      const contact = findActingContact(workspace, readSubject(query))
      const events = workspace.events.filter((event) => event.intercom_user_id === contact.id)
      const count = readPerPage(query.get('per_page'))
      const before = Number(query.get('before') ?? Infinity)
      const listed = events
        .filter(({ created_at }) => created_at > now - LISTED && created_at * 1000 < before)
        .sort((a, b) => b.created_at - a.created_at)
      const person = {
        email: contact.email ?? undefined,
        intercom_user_id: contact.id,
        user_id: contact.external_id ?? undefined,
      }
      if (query.get('summary') === 'true') return ok({ type: 'event.summary', ...person, events: summariseEvents(events) })
      const page = listed.slice(0, count)
      const rest = new URLSearchParams({ type: 'user', intercom_user_id: contact.id, per_page: String(count), before: String((page.at(-1)?.created_at ?? 0) * 1000) })
      const next = listed.length > count ? `https://api.intercom.io/events?${rest.toString()}` : null
      return ok({ type: 'event.list', events: page, pages: { next } })
    },
  },
]
