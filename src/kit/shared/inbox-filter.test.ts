import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { conversationsQuerySchema } from '@/kit/contracts/index'
import {
  clearFilter,
  defaultInboxFilter,
  fromSearchParams,
  isNarrowed,
  toQuery,
  toSearchParams,
  type InboxFilter,
} from '@/kit/shared/inbox-filter'

const id = fc.bigInt({ min: 1n, max: 10n ** 19n }).map(String)
const filters: fc.Arbitrary<InboxFilter> = fc.record({
  state: fc.constantFrom('open', 'snoozed', 'closed', 'all'),
  q: fc.string({ maxLength: 200 }).map((text) => text.trim()),
  assignee: fc.oneof(fc.constant(null), fc.constantFrom('me', 'unassigned'), id, id.map((team) => `team:${team}`)),
  tagId: fc.oneof(fc.constant(null), id),
  priority: fc.constantFrom(null, 'priority', 'not_priority'),
  status: fc.constantFrom(null, 'unread'),
  channel: fc.constantFrom(null, 'email', 'phone_call'),
  agent: fc.constantFrom(null, 'participated', 'handed_over'),
  teammate: fc.constantFrom(null, 'me'),
  sort: fc.constantFrom('newest', 'oldest', 'waiting'),
})

test('survives the way into an address and back', () => {
  fc.assert(
    fc.property(filters, (filter) => {
      const address = toSearchParams(filter).toString()
      expect(fromSearchParams(new URLSearchParams(address))).toEqual(filter)
    }),
  )
})

test('makes a valid query of any address', () => {
  const values = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('me', 'team:', '1', 'open', '-1'))
  const names = fc.constantFrom('state', 'q', 'assignee', 'tag_id', 'priority', 'status', 'channel', 'ai_agent', 'teammate', 'sort', 'cursor', '__proto__')
  fc.assert(
    fc.property(fc.array(fc.tuple(names, values)), (pairs) => {
      const query = toQuery(fromSearchParams(new URLSearchParams(pairs)))
      expect(conversationsQuerySchema.safeParse(query).error).toBeUndefined()
    }),
  )
})

test.each([
  ['', {}],
  ['status=unread', { status: 'unread' }],
  ['status=read', {}],
  ['channel=email&ai_agent=handed_over&teammate=me', { channel: 'email', agent: 'handed_over', teammate: 'me' }],
  ['channel=E-MAIL&ai_agent=all&teammate=7', {}],
  ['state=closed&sort=waiting', { state: 'closed', sort: 'waiting' }],
  ['state=CLOSED&sort=', {}],
  ['assignee=team:8310001&tag_id=77&priority=priority', { assignee: 'team:8310001', tagId: '77', priority: 'priority' }],
  ['assignee=somebody&tag_id=<b>&priority=yes', {}],
  ['state=open&state=closed', { state: 'open' }],
  [`q=${'x'.repeat(900)}`, { q: 'x'.repeat(200) }],
  ['q=%20%20late%20%20', { q: 'late' }],
])('reads %s', (address, expected) => {
  expect(fromSearchParams(new URLSearchParams(address))).toEqual({ ...defaultInboxFilter, ...expected })
})

test("leaves the address of the default inbox plain, and keeps the app's own parameters", () => {
  expect(toSearchParams(defaultInboxFilter).toString()).toBe('')
  const params = toSearchParams({ ...defaultInboxFilter, q: 'late' }, new URLSearchParams('id=7&state=closed&q=old'))
  expect(params.toString()).toBe('id=7&q=late')
})

test('ignores a search without a word', () => {
  expect(toQuery({ ...defaultInboxFilter, q: ' ?! ' })).toEqual({ state: 'open' })
  expect(toQuery({ ...defaultInboxFilter, q: ' à ' })).toEqual({ state: 'open', q: 'à' })
})

test('keeps the state when cleared', () => {
  const filter: InboxFilter = { ...defaultInboxFilter, state: 'closed', q: 'late', sort: 'waiting' }
  expect(isNarrowed(filter)).toBe(true)
  expect(isNarrowed(clearFilter(filter))).toBe(false)
  expect(clearFilter(filter).state).toBe('closed')
})
