import type { Author, Conversation, EventPart, MessagePart, NotePart, Part } from '../../contracts/index.ts'
import { findLastIndex } from '../../shared/map-limited.ts'
import { getDayKey } from '../../strings/index.ts'
import type { OutboxMessage } from '../composer/outbox.ts'

/** Row of an event. */
export interface EventRow {
  type: 'event'
  key: string
  part: EventPart
  assignee?: string | undefined
}

/** Row of two or more events in a row, folded. Its key is that of the first. */
export interface EventsRow {
  type: 'events'
  key: string
  events: EventRow[]
}

/** Row of a message or note. */
export interface MessageRow {
  type: 'message'
  key: string
  part: MessagePart | NotePart
  /** Whether it follows a recent message of the same author and kind. */
  continues: boolean
  /** Position among the messages that the author sent in the same minute, from 1. */
  ordinal: number
  isOwn?: boolean | undefined
  avatarUrl?: string | null | undefined
  /** Whether the author's role surprises: an AI agent, a team, or another customer. */
  showsRole?: boolean | undefined
  delivery?: OutboxMessage | undefined
}

/** Row of a thread. Its `key` stays the same when other rows change. */
export type ThreadRow =
  | { type: 'day'; key: string; at: number }
  | { type: 'unread'; key: string }
  | { type: 'omitted'; key: string; count: number }
  | EventRow
  | EventsRow
  | MessageRow

/** About 25 parts, whose layout browsers can skip together. */
export interface ThreadBlock {
  key: string
  rows: ThreadRow[]
}

interface GroupOptions {
  timeZone?: string | undefined
  unreadId?: string | null | undefined
  omitted?: number | undefined
}

/** Seconds of silence after which a row shows its author again. */
const PAUSE = 10 * 60

const MIN_BLOCK = 10
const MAX_BLOCK = 50

/** Picks one part in sixteen, for blocks of 25 on average. FNV-1a, mixed because ids differ in their last digits. */
function isBoundary(id: string): boolean {
  let hash = 2166136261
  for (let index = 0; index < id.length; index++) hash = Math.imul(hash ^ id.charCodeAt(index), 16777619)
  hash = Math.imul(hash ^ (hash >>> 15), 2246822507)
  return ((hash ^ (hash >>> 13)) & 15) === 0
}

function joinsRow(part: MessagePart | NotePart, before: ThreadRow | undefined): boolean {
  if (before?.type !== 'message') return false
  const { kind, author, created_at: at } = before.part
  return (
    part.kind === kind &&
    part.author.type === author.type &&
    part.author.id === author.id &&
    part.author.name === author.name &&
    Math.abs(part.created_at - at) < PAUSE
  )
}

/** Adds an event to the rows. Folds it with the event before. */
function addEvent(rows: ThreadRow[], event: EventRow): ThreadRow {
  const before = rows.at(-1)
  if (before?.type !== 'event' && before?.type !== 'events') {
    rows.push(event)
    return event
  }
  const events = [...(before.type === 'events' ? before.events : [before]), event]
  const folded: EventsRow = { type: 'events', key: before.key, events }
  rows[rows.length - 1] = folded
  return folded
}

/**
 * Groups parts into rows, and rows into blocks. Ids decide the blocks, so that added parts leave other blocks unchanged. No
 * block ends between events, which fold together.
 */
export function groupParts(parts: readonly Part[], options: GroupOptions = {}): ThreadBlock[] {
  const { timeZone, unreadId = null, omitted = 0 } = options
  const omittedAt = parts[0]?.part_type === 'source' ? 1 : 0
  const blocks: ThreadBlock[] = []
  let block: ThreadBlock | undefined
  let size = 0
  let day = ''
  let before: ThreadRow | undefined
  const sent = new Map<string, number>()

  /** Counts by what a label says, so that no two labels are the same. */
  function countSent({ kind, author, created_at: at }: MessagePart | NotePart): number {
    const key = [kind, author.type, author.name, Math.floor(at / 60)].join()
    const ordinal = (sent.get(key) ?? 0) + 1
    sent.set(key, ordinal)
    return ordinal
  }

  for (const [index, part] of parts.entries()) {
    const follows = part.kind === 'event' && (before?.type === 'event' || before?.type === 'events')
    if (!block || (!follows && (size >= MAX_BLOCK || (size >= MIN_BLOCK && isBoundary(part.id))))) {
      block = { key: blocks.length === 0 ? 'first' : part.id, rows: [] }
      blocks.push(block)
      size = 0
    }
    size += 1

    const { rows } = block
    const add = (row: ThreadRow) => {
      rows.push(row)
      before = row
    }
    if (index === omittedAt && omitted > 0) add({ type: 'omitted', key: 'omitted', count: omitted })
    const partDay = getDayKey(part.created_at, timeZone)
    if (partDay !== day) add({ type: 'day', key: `${part.id}:day`, at: part.created_at })
    day = partDay
    if (part.id === unreadId) add({ type: 'unread', key: 'unread' })
    if (part.kind === 'event') before = addEvent(rows, { type: 'event', key: part.id, part })
    else add({ type: 'message', key: part.id, part, continues: joinsRow(part, before), ordinal: countSent(part) })
  }
  return blocks
}

/** Returns the first unread part; `null` if all are read, or all unread. `unreadAfter` is the last read part, if known. */
export function findFirstUnread(
  { parts, read }: Pick<Conversation, 'parts' | 'read'>,
  unreadAfter?: string | null,
): string | null {
  if (unreadAfter === null || (unreadAfter === undefined && read)) return null
  const lastRead = unreadAfter === undefined
    ? findLastIndex(parts, ({ kind, author }) => kind !== 'event' && author.type !== 'contact' && author.type !== 'bot')
    : parts.findIndex(({ id }) => id === unreadAfter)
  if (lastRead === -1) return null
  const isNew = ({ kind, author }: Part) => kind !== 'event' && (unreadAfter !== undefined || author.type === 'contact')
  return parts.slice(lastRead + 1).find(isNew)?.id ?? null
}

export function getMessagesAfter(parts: readonly Part[], id: string | undefined): (MessagePart | NotePart)[] {
  const index = findLastIndex(parts, (part) => part.id === id)
  return index === -1 ? [] : parts.slice(index + 1).filter((part) => part.kind !== 'event')
}

export function isWrittenBy(author: Author, viewer: Author): boolean {
  return viewer.id !== null && author.id === viewer.id && author.type === viewer.type
}
