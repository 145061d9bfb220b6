import { describe, expect, it, test } from 'vitest'
import type { Author, Part } from '@/kit/contracts/index'
import { findFirstUnread, groupParts, type ThreadRow } from '@/kit/inbox/thread/group-parts'

const MINUTE = 60
const DAY = 86_400
// Saturday 24 October 2026, 12:00 UTC. In the following night the clocks of Berlin go back.
const NOON = 1_792_843_200

const ann: Author = { type: 'contact', id: 'c1', name: 'Ann', avatar_url: null }
const ben: Author = { type: 'admin', id: 'a1', name: 'Ben', avatar_url: null }
const fin: Author = { type: 'bot', id: 'b1', name: 'Fin', avatar_url: null }

let made = 0
function message(author: Author, at: number, fields: Partial<Extract<Part, { kind: 'message' }>> = {}): Part {
  made += 1
  const written = { body: [], attachments: [], redacted: false }
  return { kind: 'message', id: `p${made}`, part_type: 'comment', created_at: at, author, ...written, ...fields }
}
const note = (author: Author, at: number): Part => ({ ...message(author, at), kind: 'note', part_type: 'note' }) as Part
const event = (at: number, part_type = 'close'): Part => {
  made += 1
  return { kind: 'event', id: `p${made}`, part_type, created_at: at, author: ben, assigned_to: null }
}
const getRows = (...given: Parameters<typeof groupParts>) => groupParts(...given).flatMap(({ rows }) => rows)
const types = (rows: ThreadRow[]) => rows.map(({ type }) => type)

describe('days', () => {
  test("begin at midnight in the user's time zone", () => {
    const parts = [message(ann, NOON + 9.5 * 3600), message(ann, NOON + 10.5 * 3600), message(ann, NOON + 12.5 * 3600)]
    expect(types(getRows(parts, { timeZone: 'UTC' }))).toEqual(['day', 'message', 'message', 'day', 'message'])
    expect(types(getRows(parts, { timeZone: 'Europe/Berlin' }))).toEqual(['day', 'message', 'day', 'message', 'message'])
  })

  test('have 25 hours when the clocks go back', () => {
    const midnight = NOON + 10 * 3600
    const parts = [message(ann, midnight), message(ann, midnight + DAY + 1800), message(ann, midnight + DAY + 3600)]
    expect(types(getRows(parts, { timeZone: 'Europe/Berlin' }))).toEqual(['day', 'message', 'message', 'day', 'message'])
  })
})

test('messages of one author are counted within a minute', () => {
  const parts = [message(ann, NOON), message(ann, NOON + 59), note(ben, NOON + 59), message(ben, NOON + 59), message(ann, NOON + 59), message(ann, NOON + 60)]
  const ordinals = getRows(parts, { timeZone: 'UTC' }).flatMap((row) => (row.type === 'message' ? [row.ordinal] : []))
  expect(ordinals).toEqual([1, 2, 1, 1, 3, 1])
})

describe('consecutive messages', () => {
  const continued = (parts: Part[]) =>
    getRows(parts, { timeZone: 'UTC' }).flatMap((row) => (row.type === 'message' ? [row.continues] : []))

  test('are grouped by author within ten minutes', () => {
    expect(continued([message(ann, NOON), message(ann, NOON + MINUTE), message(ann, NOON + 11 * MINUTE)])).toEqual([
      false, true, false,
    ])
  })

  test('are separate for another author or role', () => {
    expect(continued([message(ann, NOON), message(ben, NOON), message({ ...ben, type: 'team' }, NOON)])).toEqual([
      false, false, false,
    ])
  })

  test('keep notes and messages apart', () => {
    expect(continued([message(ben, NOON), note(ben, NOON), note(ben, NOON), message(ben, NOON)])).toEqual([
      false, false, true, false,
    ])
  })

  test('are separated by events, new days and the unread mark', () => {
    expect(continued([message(ann, NOON), event(NOON), message(ann, NOON)])).toEqual([false, false])
    const late = NOON + 12 * 3600
    expect(continued([message(ann, late - 1), message(ann, late)])).toEqual([false, false])
    const parts = [message(ann, NOON), message(ann, NOON)]
    const rows = getRows(parts, { timeZone: 'UTC', unreadId: parts[1]?.id })
    expect(rows.at(-1)).toMatchObject({ type: 'message', continues: false })
  })
})

describe('consecutive events', () => {
  const fold = (parts: Part[]) =>
    getRows(parts, { timeZone: 'UTC' }).flatMap((row) => (row.type === 'events' ? [row.events.map(({ part }) => part.id)] : []))

  it('fold into one row with the key of the first', () => {
    const parts = [message(ann, NOON), event(NOON), event(NOON), event(NOON), message(ann, NOON)]
    const rows = getRows(parts, { timeZone: 'UTC' })
    expect(types(rows)).toEqual(['day', 'message', 'events', 'message'])
    expect(rows[2]).toMatchObject({ key: parts[1]?.id })
    expect(fold(parts)).toEqual([parts.slice(1, 4).map(({ id }) => id)])
  })

  it('stay single between messages, and separate on another day', () => {
    expect(fold([event(NOON), message(ann, NOON), event(NOON)])).toEqual([])
    const parts = [event(NOON), event(NOON), event(NOON + DAY), event(NOON + DAY)]
    expect(types(getRows(parts, { timeZone: 'UTC' }))).toEqual(['day', 'events', 'day', 'events'])
  })

  it('are never divided between blocks', () => {
    const parts = Array.from({ length: 200 }, () => event(NOON))
    expect(fold(parts)).toEqual([parts.map(({ id }) => id)])
  })
})

describe('omitted parts', () => {
  test('are mentioned after the opening message', () => {
    const parts = [message(ann, NOON - 9 * DAY, { part_type: 'source' }), message(ann, NOON)]
    const rows = getRows(parts, { timeZone: 'UTC', omitted: 3 })
    expect(types(rows)).toEqual(['day', 'message', 'omitted', 'day', 'message'])
    expect(rows[2]).toMatchObject({ count: 3 })
  })

  test('are mentioned first without an opening message', () => {
    expect(types(getRows([message(ann, NOON)], { timeZone: 'UTC', omitted: 1 }))).toEqual(['omitted', 'day', 'message'])
  })
})

describe('blocks', () => {
  const many = (count: number, from = 0) =>
    Array.from({ length: count }, (_, index) =>
      message(ann, NOON + index, { id: String(31_250_000_000 + from + index) }),
    )
  const withoutFirst = (parts: Part[]) => groupParts(parts).slice(1)

  test('hold all parts in order, 10 to 50 a block', () => {
    const parts = many(500)
    const blocks = groupParts(parts, { timeZone: 'UTC' })
    expect(blocks.flatMap(({ rows }) => rows.flatMap((row) => ('part' in row ? [row.part] : [])))).toEqual(parts)
    expect(new Set(blocks.map(({ key }) => key)).size).toBe(blocks.length)
    for (const { rows } of blocks.slice(0, -1)) expect(rows.length).toBeGreaterThanOrEqual(10)
    for (const { rows } of blocks) expect(rows.length).toBeLessThanOrEqual(51)
    expect(blocks.length).toBeGreaterThan(12)
    expect(blocks.length).toBeLessThan(40)
  })

  test('stay the same when a part is appended', () => {
    const parts = many(300)
    const before = groupParts(parts)
    expect(groupParts([...parts, ...many(1, 300)]).slice(0, before.length - 1)).toEqual(before.slice(0, -1))
  })

  test('stay the same except for the next few when parts are prepended or removed', () => {
    const keys = withoutFirst(many(300)).map(({ key }) => key)
    const later = withoutFirst(many(300).slice(7)).map(({ key }) => key)
    expect(keys.slice(-5)).toEqual(later.slice(-5))
    const earlier = withoutFirst([...many(40, -40), ...many(300)]).map(({ key }) => key)
    expect(earlier.slice(-5)).toEqual(keys.slice(-5))
  })

  test('have rows with unique keys', () => {
    const keys = getRows(many(60), { timeZone: 'UTC' }).map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('are empty without parts', () => {
    expect(groupParts([])).toEqual([])
  })
})

describe('findFirstUnread', () => {
  const asked = message(ann, NOON)
  const withRequestLog = message(ben, NOON)
  const again = message(ann, NOON)
  const closed = event(NOON)

  test("is the customer's first message after a teammate's last", () => {
    expect(findFirstUnread({ read: false, parts: [asked, withRequestLog, closed, again, message(ann, NOON)] })).toBe(again.id)
    expect(findFirstUnread({ read: false, parts: [asked, note(ben, NOON), again] })).toBe(again.id)
  })

  test('ignores messages of the bot', () => {
    expect(findFirstUnread({ read: false, parts: [asked, withRequestLog, again, message(fin, NOON)] })).toBe(again.id)
  })

  test('is missing if the conversation is read, or all of it is new', () => {
    expect(findFirstUnread({ read: true, parts: [asked, withRequestLog, again] })).toBeNull()
    expect(findFirstUnread({ read: false, parts: [asked, again] })).toBeNull()
    expect(findFirstUnread({ read: false, parts: [asked, withRequestLog] })).toBeNull()
  })

  test('follows the app if it knows what was read', () => {
    const conversation = { read: true, parts: [asked, closed, withRequestLog] }
    expect(findFirstUnread(conversation, asked.id)).toBe(withRequestLog.id)
    expect(findFirstUnread({ ...conversation, read: false }, null)).toBeNull()
    expect(findFirstUnread(conversation, 'gone')).toBeNull()
  })
})
