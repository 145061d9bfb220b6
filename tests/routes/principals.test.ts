import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  addAdmin, addCompany, addContact, addNote, addTag, addTeam, appendPart, assignConversation, closeConversation,
  createWorkspace, NOW, replyAsAdmin, replyAsContact, snoozeConversation, startConversation, type Workspace,
} from '../../mocks/index.ts'
import {
  adminsResponseSchema, contactSchema, conversationSchema, conversationsResponseSchema,
} from '../../src/kit/contracts/index.ts'
import { begin, end, get, intercom, signIn } from './harness.ts'

const LIST = '/api/intercom/conversations'
const ONE = '/api/intercom/conversations/[id]'
const CONTACT = '/api/intercom/contacts/[id]'
const ADMINS = '/api/intercom/admins'

const SECRET = 'only the team may read this'

/** Builds Ann and Bob, customers of one company, each with conversations and one shared. */
function build(): Workspace {
  const workspace = createWorkspace(NOW - 1000)
  const admin = addAdmin(workspace, { name: 'Priya', email: 'priya@team.example' })
  const author = { type: 'admin' as const, id: admin.id, name: admin.name, email: admin.email }
  const team = addTeam(workspace, { name: 'Billing' }, [admin])
  const tag = addTag(workspace, 'churn risk')
  const plan = { type: 'plan' as const, id: '1', name: 'Pro' }
  const company = addCompany(workspace, { name: 'Alder', plan, monthly_spend: 900 })
  const belongsTo = { companies: [company], tags: [tag] }
  const customer = (external_id: string, name: string) => {
    const fields = { external_id, name, email: `${external_id}@alder.example`, custom_attributes: { score: 3 } }
    return addContact(workspace, fields, belongsTo)
  }
  const [ann, bob] = [customer('ann', 'Ann'), customer('bob', 'Bob')]

  const start = (contact: typeof ann, body: string, at: number) => startConversation(workspace, { contact, body, at })
  const full = start(ann, '<p>Hello</p>', NOW - 900)
  full.title = SECRET
  full.priority = 'priority'
  full.tags.tags.push({ ...tag, applied_at: NOW, applied_by: { type: 'admin', id: admin.id } })
  replyAsAdmin(workspace, full, admin, NOW - 800, { body: '<p>Hi Ann</p>' })
  addNote(workspace, full, admin, NOW - 700, { body: `<p>${SECRET}</p>` })
  assignConversation(workspace, full, author, NOW - 690, { type: 'team', id: team.id }, { body: `<p>${SECRET}</p>` })
  appendPart(workspace, full, 'note_and_reopen', author, NOW - 680, { body: `<p>${SECRET}</p>` })
  appendPart(workspace, full, 'quantum_flip', author, NOW - 670, { body: `<p>${SECRET}</p>` })
  appendPart(workspace, full, 'conversation_attribute_updated_by_admin', author, NOW - 660)
  closeConversation(workspace, full, author, NOW - 650, { body: '<p>Bye</p>' })
  replyAsContact(workspace, full, ann, NOW - 640, { body: '<p>One more thing</p>' })

  const snoozed = start(ann, '<p>Later</p>', NOW - 600)
  snoozeConversation(workspace, snoozed, author, NOW - 590, NOW + 86_400)
  const shared = start(bob, '<p>From Bob</p>', NOW - 500)
  shared.contacts.contacts.push({ type: 'contact', id: ann.id, external_id: 'ann' })
  closeConversation(workspace, start(ann, '<p>Done</p>', NOW - 400), author, NOW - 390)
  start(bob, '<p>Mine alone</p>', NOW - 300)
  return workspace
}

const conversationId = (body: string) =>
  intercom.workspace.conversations.find(({ source }) => source.body === `<p>${body}</p>`)?.id
const contactId = (name: string) => intercom.workspace.contacts.find((contact) => contact.name === name)?.id
const json = async (response: Response) => {
  const text = await response.text()
  expect(response.status, text).toBe(200)
  return JSON.parse(text)
}

beforeEach(() => {
  begin(build)
})
afterEach(end)

describe('a customer', () => {
  beforeEach(() => signIn({ kind: 'customer', userId: 'ann' }))

  test("lists their own conversations without the team's fields", async () => {
    const text = JSON.stringify(await json(await get(LIST)))
    const { conversations } = conversationsResponseSchema.parse(JSON.parse(text))
    expect(conversations.map(({ preview }) => preview)).toEqual(['From Bob', 'Later', 'Hello'])
    expect(text).not.toMatch(/"Bob"|bob@|priya@|churn risk|score/)
    expect(text).not.toContain(SECRET)
    for (const conversation of conversations) {
      expect(conversation).toMatchObject({
        contact: { name: 'Ann', plan: null, custom_attributes: {} }, state: 'open', read: true, priority: false, waiting_since: null, snoozed_until: null,
        first_response_seconds: null, admin_assignee_id: null, team_assignee_id: null, tags: [],
      })
    }
  })

  test.each([['all', 4], ['open', 3], ['closed', 1]])('sees with state=%s their %i conversations', async (state, count) => {
    expect((await json(await get(LIST, { query: `state=${state}` }))).conversations).toHaveLength(count)
  })

  test.each(['assignee=me', 'assignee=unassigned', 'assignee=1', 'state=snoozed', `contact_id=${'a1'.repeat(12)}`, 'tag_id=1', 'priority=priority', 'status=unread'])(
    'gets 403 for %s', async (query) => {
      const response = await get(LIST, { query })
      expect(response.status).toBe(403)
      const { error } = await response.json()
      expect(error.code).toBe('forbidden')
      expect(Object.keys(error.fields)).toEqual([query.split('=')[0]])
      expect(intercom.requests).toEqual([])
    })

  test('reads their own conversation without notes, assignments and other team events', async () => {
    const data = await json(await get(ONE, { id: conversationId('Hello') }))
    const { parts } = conversationSchema.parse(data)
    expect(parts.map(({ kind, part_type }) => `${kind} ${part_type}`)).toEqual([
      'message source', 'message comment', 'event close', 'message close', 'event open', 'message open',
    ])
    expect(JSON.stringify(data)).not.toContain(SECRET)
    expect(JSON.stringify(data)).not.toMatch(/priya@|churn risk/)
    expect(data).toMatchObject({ title: null, tags: [], contact: { name: 'Ann' } })
  })

  test("reads a shared conversation without the other's name", async () => {
    const data = await json(await get(ONE, { id: conversationId('From Bob') }))
    expect(data.parts[0].author).toEqual({ type: 'contact', id: null, name: null, avatar_url: null })
    expect(data.contact).toMatchObject({ name: 'Ann' })
    expect(JSON.stringify(data)).not.toMatch(/bob@|"Bob"/)
  })

  test("gets the same 404 for another customer's conversation and for none", async () => {
    const theirs = await get(ONE, { id: conversationId('Mine alone') })
    const none = await get(ONE, { id: '999' })
    expect([theirs.status, none.status]).toEqual([404, 404])
    const [a, b] = [await theirs.json(), await none.json()]
    expect({ ...a.error, request_id: '' }).toEqual({ ...b.error, request_id: '' })
  })

  test('reads only their own profile, without what the team records', async () => {
    const data = await json(await get(CONTACT, { id: contactId('Ann') }))
    expect(contactSchema.parse(data)).toMatchObject({ name: 'Ann', plan: 'Pro', tags: [] })
    expect(data.custom_attributes).toEqual({})
    expect(data.companies[0]).toMatchObject({ name: 'Alder', monthly_spend: null, user_count: null })
    const theirs = await get(CONTACT, { id: contactId('Bob') })
    const none = await get(CONTACT, { id: 'f'.repeat(24) })
    expect([theirs.status, none.status]).toEqual([404, 404])
  })

  test('does not see the team', async () => {
    intercom.reset()
    expect((await get(ADMINS)).status).toBe(403)
    expect(intercom.requests).toEqual([])
  })

  test.each(['ANN', 'ann ', 'nobody'])('differs from ann as %j', async (userId) => {
    signIn({ kind: 'customer', userId })
    // Matches as loosely as a search could.
    const search = intercom.fetch
    globalThis.fetch = async (input, init) => {
      const generous = typeof init?.body === 'string' ? init.body.replace(JSON.stringify(userId), '"ann"') : undefined
      return search(input, { ...init, ...(generous && { body: generous }) })
    }
    expect(await json(await get(LIST))).toEqual({ conversations: [], total_count: 0, next_cursor: null })
    expect((await get(ONE, { id: conversationId('Hello') })).status).toBe(404)
    expect((await get(CONTACT, { id: contactId('Ann') })).status).toBe(404)
  })

  test('is protected if Intercom ignores the search filter', async () => {
    const search = intercom.fetch
    globalThis.fetch = async (input, init) => {
      if (!String(input).endsWith('/conversations/search')) return search(input, init)
      const body = { query: { field: 'created_at', operator: '>', value: 0 }, pagination: { per_page: 50 } }
      return search(input, { ...init, body: JSON.stringify(body) })
    }
    const text = JSON.stringify(await json(await get(LIST, { query: 'state=all' })))
    expect(text).not.toContain('Mine alone')
    expect(JSON.parse(text).conversations).toHaveLength(4)
  })
})

describe('an agent', () => {
  beforeEach(() => signIn({ kind: 'agent', adminId: '7042001' }))

  test('reads everything in a conversation', async () => {
    const data = await json(await get(ONE, { id: conversationId('Hello') }))
    const { parts } = conversationSchema.parse(data)
    expect(parts.map(({ kind, part_type }) => `${kind} ${part_type}`)).toEqual([
      'message source', 'message comment', 'note note', 'event assignment', 'note assignment', 'event note_and_reopen',
      'note note_and_reopen', 'event quantum_flip', 'note quantum_flip',
      'event conversation_attribute_updated_by_admin', 'event close', 'message close', 'event open', 'message open',
    ])
    expect(new Set(parts.map(({ id }) => id)).size).toBe(parts.length)
    expect(parts.find(({ part_type }) => part_type === 'assignment')).toMatchObject({
      assigned_to: { type: 'team', id: intercom.workspace.teams[0]?.id },
    })
    expect(data).toMatchObject({
      title: SECRET,
      priority: true,
      tags: [{ name: 'churn risk' }],
      contact: { name: 'Ann', email: 'ann@alder.example' },
    })
    expect(JSON.stringify(data)).not.toContain('priya@')
  })

  test('reads a profile with the names of companies and tags', async () => {
    const data = contactSchema.parse(await json(await get(CONTACT, { id: contactId('Ann') })))
    expect(data).toMatchObject({
      external_id: 'ann',
      plan: 'Pro',
      companies: [{ name: 'Alder', plan: 'Pro', monthly_spend: 900 }],
      tags: [{ name: 'churn risk' }],
      custom_attributes: { score: 3 },
    })
  })

  test('sees the team and their own admin', async () => {
    const data = adminsResponseSchema.parse(await json(await get(ADMINS)))
    expect(data).toMatchObject({
      admins: [{ id: '7042001', name: 'Priya', email: 'priya@team.example' }],
      teams: [{ name: 'Billing', admin_ids: ['7042001'] }],
      viewer_id: '7042001',
    })
  })
})
