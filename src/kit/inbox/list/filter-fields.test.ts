import { expect, it } from 'vitest'
import { type FilterField, getFilterNames, getFilterFields, withField } from '@/kit/inbox/list/filter-fields'
import { defaultInboxFilter, type InboxFilter } from '@/kit/shared/inbox-filter'
import type { AdminsResponse, ConversationCounts } from '@/kit/contracts/index'

const choices = {
  admins: { admins: [{ id: '1', name: 'Ann' }], teams: [{ id: '1', name: 'Billing' }] } as AdminsResponse,
  tags: [{ id: '5', name: 'Bug\u202E' }],
}
const counts = { mine: 3, unassigned: 4 } as ConversationCounts
const t = (key: string, values?: object) => (values ? `${key} ${JSON.stringify(values)}` : key)

function getField(key: FilterField['key'], filter: Partial<InboxFilter> = {}, given: Parameters<typeof getFilterFields>[1] = choices) {
  const field = getFilterFields({ ...defaultInboxFilter, ...filter }, given, counts, t, t).find((one) => one.key === key)
  if (!field) throw new Error(`There is no field ${key}.`)
  return field
}

it('tells a team from an admin with the same id', () => {
  expect(getField('assignee').options).toContainEqual({ group: 'teammates', options: [{ value: '1', label: 'Ann' }] })
  expect(getField('assignee').options).toContainEqual({ group: 'teams', options: [{ value: 'team:1', label: 'Billing' }] })
})

it('counts only beside a list of open conversations', () => {
  expect(getField('assignee').options[1]).toEqual({ value: 'me', label: 'meCount {"count":3}' })
  expect(getField('assignee', { state: 'closed' }).options[1]).toEqual({ value: 'me', label: 'me' })
})

it('shows a value that is not among the choices, by name once the choices have loaded', () => {
  expect(getField('assignee', { assignee: '7' }).options.at(-1)).toEqual({ value: '7', label: 'unknownAssignee' })
  expect(getField('assignee', { assignee: 'team:7' }, {}).options.at(-1)).toEqual({ value: 'team:7', label: '…' })
  expect(getField('tagId', { tagId: '9' }).options.at(-1)).toEqual({ value: '9', label: 'unknownTag' })
  expect(getField('assignee', { assignee: 'team:1' }).options.at(-1)).toMatchObject({ group: 'teams' })
})

it('offers every channel with a name, and shows another one by its type', () => {
  expect(getField('channel').options.map((option) => 'value' in option && option.value)).toEqual([
    '', 'conversation', 'email', 'facebook', 'instagram', 'phone_call', 'phone_switch', 'push', 'sms', 'twitter', 'whatsapp',
  ])
  expect(getField('channel', { channel: 'pigeon' }).options.at(-1)).toEqual({ value: 'pigeon', label: 'pigeon' })
})

it('removes invisible characters from names', () => {
  expect(getField('tagId').options.at(-1)).toEqual({ value: '5', label: 'Bug' })
})

it('leaves out groups without options', () => {
  expect(getField('assignee', {}, {}).options).toHaveLength(3)
})

it('sets a field, and clears it by the empty choice', () => {
  const filter = withField(defaultInboxFilter, 'assignee', 'team:1')
  expect(filter).toEqual({ ...defaultInboxFilter, assignee: 'team:1' })
  expect(withField(filter, 'assignee', '')).toEqual(defaultInboxFilter)
  expect(withField(filter, 'sort', 'oldest')).toEqual({ ...filter, sort: 'oldest' })
})

it('names what narrows the list, in the order of the toolbar', () => {
  const filter: InboxFilter = { state: 'open', q: ' late ', assignee: 'team:1', tagId: '9', priority: 'priority', status: 'unread', channel: 'email', agent: 'handed_over', teammate: 'me', sort: 'oldest' }
  expect(getFilterNames(filter, choices, t, t).map(({ name }) => name)).toEqual([
    'searchChip {"text":"late"}', 'assigneeChip {"name":"Billing"}', 'takingPart', 'tagChip {"name":"unknownTag"}', 'withPriority', 'email', 'handed_over',
    'oldest', 'unreadOnly',
  ])
  expect(getFilterNames({ ...defaultInboxFilter, assignee: '1' }, {}, t, t)).toEqual([{ key: 'assignee', name: 'assigneeChip {"name":"…"}' }])
  expect(getFilterNames(defaultInboxFilter, choices, t, t)).toEqual([])
})
