import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  addAdmin, addContact, addTeam, assignConversation, closeConversation, createWorkspace, NOW, replyAsAdmin,
  snoozeConversation, startConversation, type Workspace,
} from '../../mocks/index.ts'
import { conversationsResponseSchema } from '../../src/kit/contracts/index.ts'
import { begin, end, get, intercom, logged, signIn } from './harness.ts'

const LIST = '/api/intercom/conversations'

/** Builds conversations named by their first word, each older than the one before. */
function build(): Workspace {
  const workspace = createWorkspace(NOW - 1000)
  const [me, other] = [addAdmin(workspace, { name: 'Me' }), addAdmin(workspace, { name: 'Other' })]
  const team = addTeam(workspace, { name: 'Billing' }, [me])
  const custom_attributes = { plan: 'Pro', vip: true, seats: 12, nickname: null, notes: '' }
  const ann = addContact(workspace, { external_id: 'ann', name: 'Ann', custom_attributes })
  const avatar = { type: 'avatar' as const, image_url: 'https://static.intercomassets.com/b.png' }
  const bob = addContact(workspace, { external_id: 'bob', name: 'Bob&#39;s', avatar })
  const admin = { type: 'admin' as const, id: other.id, name: other.name, email: other.email }
  let at = NOW
  const start = (body: string, contact = ann, author?: typeof admin) =>
    startConversation(workspace, { contact, body: `<p>${body}</p>`, at: (at -= 100), ...(author && { author }) })
  const assign = (to: { type: 'admin' | 'team'; id: string }, conversation: ReturnType<typeof start>) =>
    assignConversation(workspace, conversation, admin, conversation.created_at, to)

  start('Unassigned export of CSV')
  assign({ type: 'admin', id: me.id }, start('Mine'))
  assign({ type: 'admin', id: other.id }, start('Others'))
  assign({ type: 'team', id: team.id }, start('Team'))
  start('Begun by us', bob, admin)
  start('Begun by us, too', bob, admin)
  replyAsAdmin(workspace, start('Answered'), other, at + 1, { body: '<p>Yes</p>' })
  const closed = start('Closed')
  closeConversation(workspace, closed, admin, at + 1)
  closed.waiting_since = at
  snoozeConversation(workspace, start('Snoozed'), admin, at + 1, NOW + 100)
  return workspace
}

async function list(query = '') {
  const response = await get(LIST, { query })
  const text = await response.text()
  expect(response.status, text).toBe(200)
  return conversationsResponseSchema.parse(JSON.parse(text))
}

const previews = async (query?: string) => (await list(query)).conversations.map(({ preview }) => preview)

beforeEach(() => {
  begin(build)
  signIn({ kind: 'agent', adminId: '7042001' })
})
afterEach(end)

test('lists open conversations, the most recent first', async () => {
  expect(await previews()).toEqual([
    'Unassigned export of CSV', 'Mine', 'Others', 'Team', 'Begun by us', 'Begun by us, too', 'Answered',
  ])
})

test.each([
  ['state=closed', ['Closed']],
  ['state=snoozed', ['Snoozed']],
  ['state=all&limit=2', ['Unassigned export of CSV', 'Mine']],
  ['assignee=me', ['Mine']],
  ['assignee=7042002', ['Others']],
  ['assignee=team:8310001', ['Team']],
  ['assignee=unassigned', ['Unassigned export of CSV', 'Begun by us', 'Begun by us, too', 'Answered']],
  ['assignee=unassigned&contact_id=68a1c0de0000000000000002', ['Begun by us', 'Begun by us, too']],
  ['q=csv', ['Unassigned export of CSV']],
  ['q=%22CSV%3F%22+export', ['Unassigned export of CSV']],
  ['q=csv+nowhere', []],
  ['sort=oldest&limit=2', ['Answered', 'Begun by us, too']],
  ['sort=waiting', ['Team', 'Others', 'Mine', 'Unassigned export of CSV']],
])('filters by %s', async (query, expected) => {
  expect(await previews(query)).toEqual(expected)
})

test('returns every page once, then ends', async () => {
  const seen: string[] = []
  let cursor: string | null = null
  let pages = 0
  do {
    const page = await list(`state=all&limit=2${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`)
    expect(page.total_count).toBe(9)
    seen.push(...page.conversations.map(({ id }) => id))
    cursor = page.next_cursor
    pages += 1
  } while (cursor)
  expect(pages).toBe(5)
  expect(new Set(seen).size).toBe(9)
})

test('loads the customers of a page in one request', async () => {
  const { conversations } = await list()
  expect(conversations.find(({ preview }) => preview === 'Begun by us')?.contact).toEqual({
    id: '68a1c0de0000000000000002',
    name: "Bob's",
    email: null,
    avatar_url: 'https://static.intercomassets.com/b.png',
    plan: null,
    custom_attributes: {},
  })
  expect(intercom.requests.map(({ path }) => path)).toEqual(['/conversations/search', '/contacts/search'])
})

test('sends a row with every field of the contract', async () => {
  const response = await get(LIST, { query: 'assignee=me' })
  const { conversations } = (await response.json()) as { conversations: object[] }
  expect(conversations).toEqual([
    {
      id: '215471000000002', state: 'open', title: null, read: false, priority: false, last_message_at: NOW - 200,
      waiting_since: NOW - 200, snoozed_until: null, first_response_seconds: null, admin_assignee_id: '7042001',
      team_assignee_id: null, tags: [], preview: 'Mine',
      contact: {
        id: '68a1c0de0000000000000001', name: 'Ann', email: null, avatar_url: null, plan: 'Pro',
        custom_attributes: { plan: 'Pro', vip: true, seats: 12 },
      },
    },
  ])
})

describe('customer attributes', () => {
  const getAnnsAttributes = async (custom_attributes: Record<string, unknown>) => {
    Object.assign(intercom.workspace.contacts[0]!, { custom_attributes })
    return (await list('assignee=me')).conversations[0]!.contact!.custom_attributes
  }

  test("appear in each of the customer's rows, regardless of the first author", async () => {
    const rows = (await list()).conversations.filter(({ contact }) => contact?.name === 'Ann')
    expect(rows).toHaveLength(5)
    for (const { contact } of rows) expect(contact).toMatchObject({ plan: 'Pro', custom_attributes: { vip: true, seats: 12 } })
  })

  test('are left out without a value, with a long name or if nested', async () => {
    const odd = { none: null, empty: '', nested: { a: 1 }, list: [1], [`long_${'x'.repeat(60)}`]: 1, no: false, zero: 0 }
    expect(await getAnnsAttributes(odd)).toEqual({ no: false, zero: 0 })
  })

  test('take at most 2,000 characters per row', async () => {
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`attribute_${n}`, 'é'.repeat(500)]))
    const attributes = await getAnnsAttributes({ ...many, vip: true })
    expect(JSON.stringify(attributes).length).toBeLessThanOrEqual(2000)
    expect(attributes.attribute_0).toBe(`${'é'.repeat(100)}…`)
    // A short one still fits behind long ones.
    expect(attributes.vip).toBe(true)
  })

  test('are cleaned of characters that disturb surrounding text', async () => {
    expect(await getAnnsAttributes({ level: ' Go\u202Eld\n' })).toEqual({ level: 'Gold' })
  })
})

test.each(['401', '403', '404', '429-hostile', '500', '200-html', 'never'] as const)(
  'lists conversations without customer details if their look-up fails with %s', async (id) => {
    intercom.setFault({ id, path: '/contacts/search' })
    const start = performance.now()
    const { conversations } = await list()
    expect(conversations.map(({ contact }) => contact?.name)).toEqual(['Ann', 'Ann', 'Ann', 'Ann', null, null, 'Ann'])
    expect(conversations[0]?.contact).toMatchObject({ plan: null, custom_attributes: {} })
    expect(conversations[4]?.contact?.id).toBe('68a1c0de0000000000000002')
    expect(performance.now() - start).toBeLessThan(4000)
    expect(logged.map(({ status, route }) => [status >= 400, route])).toEqual([[true, 'look-up of customers'], [false, LIST]])
  })

test('shows no waiting time in a closed conversation', async () => {
  expect((await list('state=closed')).conversations[0]?.waiting_since).toBeNull()
})

describe('refused before any request', () => {
  test.each([
    'state=deleted', 'state=', 'assignee=everybody', 'assignee=team:x', 'assignee=', 'sort=random', 'limit=0',
    'limit=51', 'limit=1.5', 'limit=ten', 'q=', 'q=%20', 'q=%3F%21', `q=${'x'.repeat(201)}`, 'cursor=',
    `cursor=${'x'.repeat(2001)}`, 'state=open&state=closed',
  ])('refuses %s', async (query) => {
    const response = await get(LIST, { query })
    expect(response.status).toBe(400)
    const { error } = await response.json()
    expect(error.code).toBe('invalid_request')
    expect(Object.keys(error.fields)).toEqual([query.split('=')[0]])
    expect(intercom.requests).toEqual([])
  })
})

test('blames the caller for an unknown cursor', async () => {
  const response = await get(LIST, { query: 'cursor=not-a-cursor' })
  expect(response.status).toBe(400)
  const { error } = await response.json()
  expect(error).toMatchObject({ code: 'invalid_request', fields: { cursor: expect.any(String) } })
})

test('blames Intercom if it rejects a search without a cursor', async () => {
  intercom.setFault('422')
  expect((await get(LIST)).status).toBe(422)
})
