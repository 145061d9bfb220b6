import {
  type ContactNote, type ContactNoteBody, type ContactNotesResponse, type MissingSource, type TimelineEntry, type TimelineQuery, type TimelineResponse,
  type TimelineSource, timelineSources,
} from '../../contracts/index.ts'
import { toMessageHtml } from '../../shared/message-html.ts'
import { within } from '../async-work.ts'
import { ApiError } from '../http/errors.ts'
import type { Principal } from '../http/principals.ts'
import type { IntercomClient } from '../intercom/intercom-client.ts'
import {
  intercomConversationListSchema, intercomEventListSchema, intercomNoteListSchema, intercomNoteSchema,
} from '../intercom/intercom-schemas.ts'
import { normalizeSummary } from '../intercom/normalize-conversation.ts'
import { normalizeNotes } from '../intercom/normalize-notes.ts'
import { notifyContact } from '../live/live-changes.ts'
import { describe, log } from '../log.ts'

/** Milliseconds to wait for a source. The others show without it. */
const PATIENCE = 4000

/** Intercom's names of the permissions: https://developers.intercom.com/docs/build-an-integration/learn-more/authentication/oauth-scopes */
const permissions: Record<TimelineSource, string> = {
  events: 'Read events',
  notes: 'Read one user and one company',
  conversations: 'Read conversations',
}

interface SourcePage {
  entries: TimelineEntry[]
  hasMore: boolean
}

type ReadSource = (intercom: IntercomClient, id: string, before: number, count: number) => Promise<SourcePage>

/** Most pages of notes to look through. Intercom can't filter notes by time. */
const MAX_NOTE_PAGES = 3
const NOTES = 50

const readNotes: ReadSource = async (intercom, id, before, count) => {
  const entries: TimelineEntry[] = []
  let after: string | null = null
  for (let page = 0; page < MAX_NOTE_PAGES; page += 1) {
    const query: Record<string, string> = { per_page: String(NOTES), ...(after && { starting_after: after }) }
    const { notes, next } = await intercom.get(['contacts', id, 'notes'], intercomNoteListSchema, query)
    const earlier = notes.filter(({ created_at }) => created_at < before)
    entries.push(...normalizeNotes(earlier).map((note) => ({ kind: 'note' as const, ...note })))
    after = next
    if (!after || entries.length > count) break
  }
  return { entries, hasMore: after !== null }
}

/** Events of the last 90 days: Intercom lists no older ones. */
const readEvents: ReadSource = async (intercom, id, before, count) => {
  const query = { type: 'user', intercom_user_id: id, per_page: String(count), ...(Number.isFinite(before) && { before: String(before * 1000) }) }
  const { events, hasMore } = await intercom.get(['events'], intercomEventListSchema, query)
  return { entries: events.filter(({ created_at }) => created_at < before), hasMore }
}

const readConversations: ReadSource = async (intercom, id, before, count) => {
  const contact = { field: 'contact_ids', operator: '=', value: id } as const
  const time = { field: 'created_at', operator: '<', value: before } as const
  const { conversations, pages } = await intercom.search('conversations', {
    query: Number.isFinite(before) ? { operator: 'AND', value: [contact, time] } : contact,
    pagination: { per_page: count },
    sort: { field: 'created_at', order: 'descending' },
  }, intercomConversationListSchema)
  const entries = conversations.map((conversation): TimelineEntry => {
    const { title, preview, state } = normalizeSummary(conversation, new Map())
    return { kind: 'conversation', id: conversation.id, created_at: conversation.created_at ?? 0, title, preview, state }
  })
  // Intercom's `<` includes the time itself.
  return { entries: entries.filter(({ created_at }) => created_at < before), hasMore: Boolean(pages?.next?.starting_after) }
}

const readers: Record<TimelineSource, ReadSource> = { events: readEvents, notes: readNotes, conversations: readConversations }

/** Logs why a source is missing. */
function toFailure(source: TimelineSource, thrown: unknown, start: number): ApiError {
  const error = thrown instanceof ApiError ? thrown : new ApiError('upstream_timeout', { reason: describe(thrown) })
  const { status, code, reason } = error
  const duration = Math.round(performance.now() - start)
  log({ request_id: crypto.randomUUID(), method: 'GET', route: `timeline: ${source}`, status, duration, code, reason })
  return error
}

const byTime = (a: TimelineEntry, b: TimelineEntry) => b.created_at - a.created_at

/** Merges the pages of all sources. Leaves out entries that a source may have more of, from the same second or before. */
function mergePages(pages: SourcePage[], limit: number): Pick<TimelineResponse, 'entries' | 'next_before'> {
  const all = pages.flatMap(({ entries }) => entries).sort(byTime)
  const oldest = pages.filter(({ entries, hasMore }) => hasMore && entries.length > 0).map(({ entries }) => Math.min(...entries.map((entry) => entry.created_at)))
  const floor = Math.max(-1, ...oldest)
  const known = all.filter(({ created_at }) => created_at > floor)
  // A second with more entries than a page of its source can't be split.
  const complete = known.length > 0 ? known : all.filter(({ created_at }) => created_at >= floor)
  const last = complete[limit - 1]?.created_at ?? complete.at(-1)?.created_at ?? 0
  const entries = complete.filter(({ created_at }) => created_at >= last)
  return { entries, next_before: entries.length < all.length || floor >= 0 ? last : null }
}

/**
 * Reads a contact's events, notes and conversations, newest first. A source that fails is left out and named.
 *
 * @throws ApiError `not_found` for an unknown contact, or the first failure if no source could be loaded
 */
export async function readTimeline(intercom: IntercomClient, id: string, { before = Infinity, limit }: TimelineQuery): Promise<TimelineResponse> {
  const start = performance.now()
  const results = await Promise.all(timelineSources.map(async (source) => {
    try {
      // One more, so that a full page of one source shows whether it has more.
      return await within(PATIENCE, readers[source](intercom, id, before, limit + 1))
    } catch (thrown) {
      return toFailure(source, thrown, start)
    }
  }))
  const [events, notes] = results
  const pages = results.flatMap((result) => (result instanceof ApiError ? [] : [result]))
  const isUnknown = [events, notes].every((result) => result instanceof ApiError && result.code === 'not_found')
  const missing = timelineSources.flatMap((source, index): MissingSource[] => {
    const result = results[index]
    return result instanceof ApiError ? [{ source, permission: result.code === 'upstream_forbidden' ? permissions[source] : null }] : []
  })
  const isLost = pages.length === 0 && missing.every(({ permission }) => permission === null)
  if ((isUnknown || isLost) && events instanceof ApiError) throw events
  return { ...mergePages(pages, limit), missing }
}

/** Lists the latest notes of a contact. */
export async function listContactNotes(intercom: IntercomClient, id: string): Promise<ContactNotesResponse> {
  const { notes, total_count } = await intercom.get(['contacts', id, 'notes'], intercomNoteListSchema, { per_page: String(NOTES) })
  return { notes: normalizeNotes(notes), total_count: Math.max(total_count, notes.length) }
}

/** Writes a note on a contact in the name of the agent. */
export async function writeContactNote(
  intercom: IntercomClient, { adminId }: Extract<Principal, { kind: 'agent' }>, id: string, { body }: ContactNoteBody,
): Promise<ContactNote> {
  const note = await intercom.send('POST', ['contacts', id, 'notes'], { admin_id: adminId, body: toMessageHtml(body) }, intercomNoteSchema)
  notifyContact(id, 'note')
  return normalizeNotes([note])[0]!
}
