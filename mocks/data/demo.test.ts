import { describe, expect, it } from 'vitest'
import { HOUR, NOW } from './clock.ts'
import { buildDemoWorkspace, DEMO_CONVERSATION } from './demo.ts'

const { conversations, contacts } = buildDemoWorkspace()
/** When the last message of a conversation was written. */
const findLastMessageAt = ({ created_at, conversation_parts }: (typeof conversations)[number]) =>
  Math.max(created_at, ...conversation_parts.conversation_parts.filter(({ part_type }) => part_type === 'comment').map((part) => part.created_at))
const firstRows = conversations
  .filter(({ state }) => state === 'open')
  .sort((one, other) => findLastMessageAt(other) - findLastMessageAt(one))
  .slice(0, 8)

describe('the demo workspace', () => {
  it('begins with unread, waiting and replied conversations', () => {
    const waiting = firstRows.filter(({ read, waiting_since }) => read && waiting_since !== null)
    expect(firstRows.filter(({ read }) => !read)).toHaveLength(3)
    expect(waiting).toHaveLength(3)
    expect(waiting.some(({ waiting_since }) => NOW - waiting_since! >= 4 * HOUR)).toBe(true)
    expect(firstRows.filter(({ read, waiting_since }) => read && waiting_since === null)).toHaveLength(2)
    expect(firstRows.filter(({ tags }) => tags.tags.length > 0)).toHaveLength(8)
  })

  it('has snoozed and closed conversations', () => {
    expect(conversations.filter(({ state, snoozed_until }) => state === 'snoozed' && snoozed_until! > NOW)).toHaveLength(2)
    expect(conversations.filter(({ state }) => state === 'closed')).toHaveLength(2)
  })

  it('shows no hostile names', () => {
    const people = new Set(conversations.map(({ source }) => source.author.id))
    const names = contacts.filter(({ id }) => people.has(id)).map(({ name }) => name)
    expect(names).toHaveLength(12)
    for (const name of names) expect(name).toMatch(/^[\p{L}' -]{3,40}$/u)
  })

  it('has a conversation to select with a note, a reply and an attachment', () => {
    const { conversation_parts: { conversation_parts: parts } } = conversations.find(({ id }) => id === DEMO_CONVERSATION)!
    expect(parts.map(({ part_type }) => part_type)).toEqual(expect.arrayContaining(['note', 'comment', 'assignment']))
    expect(parts.at(-1)?.attachments).toHaveLength(1)
  })
})
