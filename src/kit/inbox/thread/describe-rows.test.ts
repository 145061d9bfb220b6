import { expect, it } from 'vitest'
import type { Author, EventPart, MessagePart } from '@/kit/contracts/index'
import type { OutboxMessage } from '@/kit/inbox/composer/outbox'
import { describeRows, type ThreadPeople } from '@/kit/inbox/thread/describe-rows'
import { groupParts } from '@/kit/inbox/thread/group-parts'
import { createBlockStabilizer } from '@/kit/inbox/thread/block-stabilizer'

const ann: Author = { type: 'contact', id: 'c1', name: 'Ann', avatar_url: null }
const ben: Author = { type: 'admin', id: 'a1', name: 'Ben', avatar_url: null }
const t = (key: string) => key

const written = { kind: 'message', part_type: 'comment', created_at: 1_792_843_200, body: [], attachments: [], redacted: false } as const
const message = (id: string, author: Author): MessagePart => ({ ...written, id, author, body: [], attachments: [] })
const assigned: EventPart = {
  kind: 'event', id: 'e1', part_type: 'assignment', created_at: 1_792_843_200, author: ben, assigned_to: { type: 'admin', id: 'a1' },
}
const teammates = { admins: [{ id: 'a1', name: 'Ben', email: null, avatar_url: 'https://cdn.example/ben.png', away: false }], teams: [] }
const people: ThreadPeople = {
  contact: { id: 'c1', name: 'Ann', email: null, avatar_url: 'https://cdn.example/ann.png' }, teammates, ownId: undefined, pending: [],
}
const describe = (parts: (MessagePart | EventPart)[], change: Partial<ThreadPeople> = {}) =>
  describeRows(groupParts(parts, { timeZone: 'UTC' }), { ...people, ...change }, t)
const findRow = (id: string, ...given: Parameters<typeof describe>) =>
  describe(...given).flatMap(({ rows }) => rows).find(({ key }) => key === id)

it('finds pictures of the customer and of teammates only', () => {
  const picture = (author: Author) => findRow('p1', [message('p1', author)])
  expect(picture(ann)).toMatchObject({ avatarUrl: 'https://cdn.example/ann.png' })
  expect(picture({ ...ann, id: 'c2' })).toMatchObject({ avatarUrl: null })
  expect(picture(ben)).toMatchObject({ avatarUrl: 'https://cdn.example/ben.png' })
  expect(picture({ ...ben, avatar_url: 'https://cdn.example/own.png' })).toMatchObject({ avatarUrl: 'https://cdn.example/own.png' })
  expect(picture({ ...ben, type: 'bot' })).toMatchObject({ avatarUrl: null })
})

it("marks the customer's own messages", () => {
  expect(findRow('p1', [message('p1', ann)], { ownId: 'c1' })).toMatchObject({ isOwn: true })
  expect(findRow('p1', [message('p1', ben)], { ownId: 'c1' })).toMatchObject({ isOwn: false })
  expect(findRow('p1', [message('p1', ann)])).toMatchObject({ isOwn: undefined })
})

it('names assignees, and marks those who left or are unknown', () => {
  expect(findRow('e1', [assigned])).toMatchObject({ assignee: 'Ben' })
  expect(findRow('e1', [assigned], { teammates: { admins: [], teams: [] } })).toMatchObject({ assignee: 'formerTeammate' })
  expect(findRow('e1', [assigned], { teammates: undefined })).toMatchObject({ assignee: 'someTeammate' })
})

it('shows roles only if they surprise', () => {
  const shows = (author: Author) => findRow('p1', [message('p1', author)])
  for (const author of [ann, ben]) expect(shows(author)).toMatchObject({ showsRole: false })
  for (const author of [{ ...ann, id: 'c2' }, { ...ben, type: 'bot' }, { ...ben, type: 'team' }] satisfies Author[]) {
    expect(shows(author)).toMatchObject({ showsRole: true })
  }
})

it('names the assignees of folded events', () => {
  expect(findRow('e1', [assigned, { ...assigned, id: 'e2' }])).toMatchObject({ events: [{ assignee: 'Ben' }, { assignee: 'Ben' }] })
})

it('replaces a row only if its delivery, picture or owner changes', () => {
  const delivery = { id: 'p2', delivery: 'sending' } as OutboxMessage
  const parts = [message('p1', ann), message('p2', ben)]
  const changes: [Partial<ThreadPeople>, string[]][] = [
    [{ pending: [delivery] }, ['p2']],
    [{ pending: [{ ...delivery, delivery: 'failed' }] }, ['p2']],
    [{ teammates: null }, ['p2']],
    [{ contact: null }, ['p1']],
    [{ ownId: 'c1' }, ['p1', 'p2']],
    [{}, []],
  ]
  for (const [change, expected] of changes) {
    const stabilize = createBlockStabilizer()
    const before = stabilize(describe(parts)).flatMap(({ rows }) => rows)
    const after = stabilize(describe(structuredClone(parts), change)).flatMap(({ rows }) => rows)
    expect(after.filter((row) => !before.includes(row)).map(({ key }) => key)).toEqual(expected)
  }
})
