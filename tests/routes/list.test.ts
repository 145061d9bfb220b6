import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  addAdmin, addContact, addTeam, assignConversation, closeConversation, createWorkspace, NOW, replyAsAdmin,
  snoozeConversation, startConversation, type Workspace,
} from '../../mocks/index.ts'
import { conversationsResponseSchema } from '../../src/kit/contracts/index.ts'
import { begin, end, get, intercom, signIn } from './harness.ts'

const LIST = '/api/intercom/conversations'

/** Conversations named by their opening word, each older than the one before. */
function build(): Workspace {
  const workspace = createWorkspace(NOW - 1000)
  const [me, other] = [addAdmin(workspace, { name: 'Me' }), addAdmin(workspace, { name: 'Other' })]
  const team = addTeam(workspace, { name: 'Billing' }, [me])
  const ann = addContact(workspace, { external_id: 'ann', name: 'Ann' })
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

test('open conversations, the most recent first', async () => {
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
])('%s', async (query, expected) => {
  expect(await previews(query)).toEqual(expected)
})

test('every page once, until there is none', async () => {
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

test('customers whose conversation a teammate began are looked up at once', async () => {
  const { conversations } = await list()
  expect(conversations.find(({ preview }) => preview === 'Begun by us')?.contact).toEqual({
    id: '68a1c0de0000000000000002',
    name: "Bob's",
    email: null,
    avatar_url: 'https://static.intercomassets.com/b.png',
  })
  expect(intercom.requests.map(({ path }) => path)).toEqual(['/conversations/search', '/contacts/search'])
})

test('a row is sent as it is, with every field of the contract', async () => {
  const response = await get(LIST, { query: 'assignee=me' })
  const { conversations } = (await response.json()) as { conversations: object[] }
  expect(conversations).toEqual([
    {
      id: '215471000000002', state: 'open', title: null, read: false, priority: false, last_message_at: NOW - 200,
      waiting_since: NOW - 200, snoozed_until: null, first_response_seconds: null, admin_assignee_id: '7042001',
      team_assignee_id: null, tags: [], preview: 'Mine',
      contact: { id: '68a1c0de0000000000000001', name: 'Ann', email: null, avatar_url: null },
    },
  ])
})

test('where every customer began, nobody is looked up', async () => {
  const { conversations } = await list('assignee=me')
  expect(conversations[0]?.contact?.name).toBe('Ann')
  expect(intercom.requests).toHaveLength(1)
})

test('nobody waits in a closed conversation', async () => {
  expect((await list('state=closed')).conversations[0]?.waiting_since).toBeNull()
})

describe('refused before anything leaves', () => {
  test.each([
    'state=deleted', 'state=', 'assignee=everybody', 'assignee=team:x', 'assignee=', 'sort=random', 'limit=0',
    'limit=51', 'limit=1.5', 'limit=ten', 'q=', 'q=%20', 'q=%3F%21', `q=${'x'.repeat(201)}`, 'cursor=',
    `cursor=${'x'.repeat(2001)}`, 'state=open&state=closed',
  ])('%s', async (query) => {
    const response = await get(LIST, { query })
    expect(response.status).toBe(400)
    const { error } = await response.json()
    expect(error.code).toBe('invalid_request')
    expect(Object.keys(error.fields)).toEqual([query.split('=')[0]])
    expect(intercom.requests).toEqual([])
  })
})

test('a cursor that Intercom does not know is the caller’s mistake', async () => {
  const response = await get(LIST, { query: 'cursor=not-a-cursor' })
  expect(response.status).toBe(400)
  const { error } = await response.json()
  expect(error).toMatchObject({ code: 'invalid_request', fields: { cursor: expect.any(String) } })
})

test('a search that Intercom rejects without a cursor is not', async () => {
  intercom.setFault('422')
  expect((await get(LIST)).status).toBe(422)
})
