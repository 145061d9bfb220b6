import { expect, test } from 'vitest'
import type { Part } from '@/kit/contracts/index'
import { groupParts } from '@/kit/inbox/thread/group-parts'
import { createBlockStabilizer } from '@/kit/inbox/thread/block-stabilizer'

const author = { type: 'contact', id: 'c1', name: 'Ann', avatar_url: null } as const
const message = (number: number): Part => ({
  kind: 'message', id: `p${number}`, part_type: 'comment', created_at: 1_792_843_200 + number * 3600, author,
  body: [{ type: 'text', text: `Message ${number}` }], attachments: [], redacted: false,
})
const messages = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => message(from + index))
const group = (parts: Part[], unreadId?: string) => groupParts(parts, { timeZone: 'UTC', unreadId })
const getRows = (blocks: ReturnType<typeof group> | ReturnType<ReturnType<typeof createBlockStabilizer>>) => blocks.flatMap(({ rows }) => rows)

test('reuses every object if a refetch changes nothing', () => {
  const stabilize = createBlockStabilizer()
  const first = stabilize(group(messages(0, 200)))
  const again = stabilize(group(messages(0, 200)))
  expect(again).toEqual(first)
  expect(again.every((block, index) => block === first[index])).toBe(true)
})

test('changes only the last block when a message is appended', () => {
  const stabilize = createBlockStabilizer()
  const first = stabilize(group(messages(0, 200)))
  const longer = stabilize(group(messages(0, 201)))
  expect(longer).toEqual(group(messages(0, 201)))
  expect(longer.filter((block) => !first.includes(block)).length).toBe(1)
  expect(getRows(longer).filter((row) => !getRows(first).includes(row)).map(({ key }) => key)).toEqual(['p200'])
})

test('keeps newer blocks when older messages are prepended', () => {
  const stabilize = createBlockStabilizer()
  const first = stabilize(group(messages(100, 200)))
  const longer = stabilize(group(messages(0, 200)))
  expect(longer).toEqual(group(messages(0, 200)))
  expect(longer.at(-1)).toBe(first.at(-1))
})

test.each<[string, (part: Part) => Part, string?]>([
  ['text', (part) => ({ ...part, body: [{ type: 'text', text: 'Deleted' }] }) as Part],
  ['author', (part) => ({ ...part, author: { ...author, name: 'Anna' } })],
  ['time', (part) => ({ ...part, created_at: part.created_at + 1 })],
  ['redaction', (part) => ({ ...part, redacted: true }) as Part],
  ['line above it', (part) => part, 'p50'],
])('replaces a row with another %s', (_, change, unreadId) => {
  const stabilize = createBlockStabilizer()
  stabilize(group(messages(0, 100)))
  const changed = group(messages(0, 100).map((part) => (part.id === 'p50' ? change(part) : part)), unreadId)
  expect(stabilize(changed)).toEqual(changed)
})

test('replaces a row that begins to continue the one before', () => {
  const stabilize = createBlockStabilizer()
  const [one, padTwo] = messages(0, 2) as [Part, Part]
  stabilize(group([one, padTwo]))
  const close = group([{ ...one, created_at: padTwo.created_at - 1 }, padTwo])
  expect(stabilize(close)).toEqual(close)
})
