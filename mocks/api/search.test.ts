import { describe, expect, it } from 'vitest'
import { buildContact } from '../data/build-people.ts'
import { buildConversation } from '../data/build-conversations.ts'
import { contactFields, conversationFields } from './search-fields.ts'
import { readQuery, readSort } from './search.ts'

const conversation = buildConversation({
  id: '77',
  title: 'Gap in the chart',
  created_at: 1_000,
  waiting_since: 2_000,
  admin_assignee_id: 0,
  team_assignee_id: 9,
  priority: 'priority',
  tags: {
    type: 'tag.list',
    tags: [{ type: 'tag', id: '5', name: 'Bug', applied_at: 1, applied_by: { type: 'admin', id: '1' } }],
  },
  custom_attributes: { issue: 'billing', amount: 12 },
  source: {
    body: '<p>I need <b>support</b> with exports</p>',
    author: { type: 'user', id: 'abc', name: 'Maya Okafor', email: 'maya@x.example' },
  },
})

const finds = (query: unknown) => readQuery(query, conversationFields, 'UTC')(conversation)

describe('filters of conversations', () => {
  it.each<[string, string, unknown, boolean]>([
    ['state', '=', 'open', true],
    ['state', '!=', 'open', false],
    ['state', 'IN', ['closed', 'open'], true],
    ['state', 'NIN', ['closed', 'snoozed'], true],
    ['open', '=', true, true],
    ['open', '=', 'false', false],
    ['id', '=', 77, true],
    ['created_at', '>', 1_000, true],
    ['created_at', '>', 1_001, false],
    ['created_at', '<', '1000', true],
    ['created_at', '>=', 1_001, false],
    ['waiting_since', '<=', 1_999, false],
    ['admin_assignee_id', '=', 0, true],
    ['admin_assignee_id', '=', null, true],
    ['admin_assignee_id', '!=', 0, false],
    ['team_assignee_id', '=', '9', true],
    ['team_assignee_id', 'IN', [8, 9], true],
    ['team_assignee_id', '>', 9, false],
    ['team_assignee_id', '>=', 9, true],
    ['tag_ids', '=', '5', true],
    ['tag_ids', '!=', '5', false],
    ['tag_ids', 'NIN', ['6'], true],
    ['contact_ids', '=', 'abc', true],
    ['title', '~', 'CHART', true],
    ['title', '!~', 'chart', false],
    ['title', '^', 'gap', true],
    ['title', '$', 'gap', false],
    ['source.body', '~', 'Support', true],
    ['source.body', '=', 'support', true],
    ['source.body', '~', 'suppo', false],
    ['source.body', '~', 'need support', false],
    ['source.author.email', '=', 'maya@x.example', true],
    ['priority', '=', 'priority', true],
    ['custom_attributes.issue', '=', 'billing', true],
    ['custom_attributes.none', '=', 'billing', false],
    ['statistics.time_to_admin_reply', '>', 5, false],
  ])('evaluates %s %s %j as %j', (field, operator, value, expected) => {
    expect(finds({ field, operator, value })).toBe(expected)
  })

  it('evaluates nested groups', () => {
    const yes = { field: 'open', operator: '=', value: true }
    const no = { field: 'open', operator: '=', value: false }
    expect(finds({ operator: 'AND', value: [yes, { operator: 'OR', value: [no, yes] }] })).toBe(true)
    expect(finds({ operator: 'AND', value: [yes, { operator: 'OR', value: [no, no] }] })).toBe(false)
  })

  const filter = { field: 'open', operator: '=', value: true }
  it.each<[string, unknown]>([
    ['no query', undefined],
    ['a list', []],
    ['an unknown field', { field: 'nonsense', operator: '=', value: 1 }],
    ['an inherited name', { field: 'constructor', operator: '=', value: 1 }],
    ['an unknown operator', { field: 'open', operator: '==', value: true }],
    ['no value', { field: 'open', operator: '=' }],
    ['text for a date', { field: 'created_at', operator: '>', value: 'yesterday' }],
    ['text for a number', { field: 'admin_assignee_id', operator: '=', value: 'me' }],
    ['a number for a flag', { field: 'open', operator: '=', value: 1 }],
    ['one value for IN', { field: 'state', operator: 'IN', value: 'open' }],
    ['more than on a text', { field: 'state', operator: '>', value: 'open' }],
    ['contains on a number', { field: 'admin_assignee_id', operator: '~', value: 1 }],
    ['an empty group', { operator: 'AND', value: [] }],
    ['a group of no filters', { operator: 'AND', value: [1] }],
    ['16 filters', { operator: 'AND', value: Array.from({ length: 16 }, () => filter) }],
    ['three levels', { operator: 'AND', value: [{ operator: 'OR', value: [{ operator: 'AND', value: [filter] }] }] }],
  ])('rejects %s', (_, query) => {
    expect(() => finds(query)).toThrow(expect.objectContaining({ status: 400, code: 'parameter_invalid' }))
  })
})

describe('dates of contacts, by day in the time zone of the workspace', () => {
  // 18 November 2026, 23:30 UTC. In Tokyo it is already the 19th.
  const contact = buildContact({ created_at: 1_795_044_600 })
  const findsOn = (operator: string, value: number, zone: string) =>
    readQuery({ field: 'created_at', operator, value }, contactFields, zone)(contact)

  it.each<[string, number, string, boolean]>([
    ['=', 1_794_960_000, 'UTC', true],
    ['=', 1_794_960_000, 'Asia/Tokyo', false],
    ['>', 1_794_960_000, 'UTC', false],
    ['>', 1_794_960_000, 'Asia/Tokyo', true],
    ['<', 1_795_050_000, 'UTC', true],
  ])('evaluates %s %d in %s as %j', (operator, value, zone, expected) => {
    expect(findsOn(operator, value, zone)).toBe(expected)
  })

  it.each(['!=', '>=', '<=', 'IN', 'NIN'])('rejects the operator %s', (operator) => {
    expect(() => findsOn(operator, 1, 'UTC')).toThrow(expect.objectContaining({ status: 400 }))
  })
})

describe('sort', () => {
  const defaultOrder = { value: () => 1, descending: true }

  it('reads a field and a direction', () => {
    const order = readSort({ field: 'waiting_since', order: 'ascending' }, conversationFields, defaultOrder)
    expect(order.descending).toBe(false)
    expect(order.value(conversation)).toBe(2_000)
    expect(readSort({ field: 'waiting_since' }, conversationFields, defaultOrder).descending).toBe(true)
    expect(readSort(undefined, conversationFields, defaultOrder)).toBe(defaultOrder)
  })

  it.each([{ field: 'nonsense' }, { field: 'title', order: 'up' }, 'title'])('rejects %j', (sort) => {
    expect(() => readSort(sort, conversationFields, defaultOrder)).toThrow(
      expect.objectContaining({ status: 400, field: 'sort' }),
    )
  })
})
