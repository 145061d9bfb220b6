/** Checks that agents find conversations by their customer, and that customers only find their own by words. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  addAdmin, addCompany, addContact, createWorkspace, faultIds, type FaultId, NOW, startConversation, type Workspace,
} from '../../mocks/index.ts'
import { conversationsResponseSchema } from '../../src/kit/contracts/index.ts'
import { begin, end, get, intercom, logged, signIn } from './harness.ts'

const LIST = '/api/intercom/conversations'

/** Builds four conversations of three customers, two of them of one company. */
function build(): Workspace {
  const workspace = createWorkspace(NOW - 1000)
  addAdmin(workspace, { name: 'Priya' })
  const company = addCompany(workspace, { name: 'Alder & Finch', company_id: 'alder' })
  const ann = addContact(workspace, { external_id: 'ann', name: 'Zoë Ann Berg', email: 'ann@alder.example', phone: '+353 1 555 0142' }, { companies: [company] })
  const bob = addContact(workspace, { external_id: 'bob', name: 'Bob', email: 'bob@elm.example' })
  const cleo = addContact(workspace, { external_id: 'cleo', name: 'Cleo', email: null }, { companies: [company] })
  let at = NOW
  for (const [body, contact] of [['Export fails', ann], ['Invoice of Berg', bob], ['Login', cleo], ['Refund', ann]] as const) {
    startConversation(workspace, { contact, body: `<p>${body}</p>`, at: (at -= 100) })
  }
  return workspace
}

async function list(q: string, more: Record<string, string> = {}) {
  const response = await get(LIST, { query: String(new URLSearchParams({ q, ...more })) })
  const text = await response.text()
  expect(response.status, text).toBe(200)
  return conversationsResponseSchema.parse(JSON.parse(text))
}

const found = async (q: string, more?: Record<string, string>) =>
  (await list(q, more)).conversations.map(({ preview, matched_by: by }) => `${preview}: ${by}`)

const requested = (path: string) => intercom.requests.filter((request) => request.path === path)

beforeEach(() => {
  begin(build)
  signIn({ kind: 'agent', adminId: '7042001' })
})
afterEach(end)

describe('an agent', () => {
  test.each([
    ['bob', ['Invoice of Berg: name']],
    ['berg', ['Export fails: name', 'Invoice of Berg: message', 'Refund: name']],
    ['BERG ann', ['Export fails: name', 'Refund: name']],
    ['ann@alder.example', ['Export fails: email', 'Refund: email']],
    ['<Bob@elm.example>', ['Invoice of Berg: email']],
    ['alder.ex', ['Export fails: email', 'Refund: email']],
    ['+353 1 555 0142', ['Export fails: phone', 'Refund: phone']],
    ['555 01', ['Export fails: phone', 'Refund: phone']],
    ['Alder & Finch', ['Export fails: company', 'Login: company', 'Refund: company']],
    ['refund', ['Refund: message']],
    ['nowhere', []],
  ])('finds by %s, in the order of the list', async (q, expected) => {
    expect(await found(q)).toEqual(expected)
    expect(requested('/conversations/search')).toHaveLength(1)
  })

  test.each([
    ['berg', undefined], ['ann@alder.example', 'ann@alder.example'], ['555 01', '+353 1 555 0142'], ['Alder & Finch', 'Alder & Finch'],
  ])('learns the value that matches %s, if the row lacks it', async (q, text) => {
    expect((await list(q)).conversations[0]!.matched_text).toBe(text)
  })

  test('learns the name of a participant that the row lacks', async () => {
    const { conversations: [, , login], contacts } = intercom.workspace
    login!.contacts.contacts.push({ type: 'contact', id: contacts[0]!.id, external_id: 'ann' })
    expect((await list('berg')).conversations.find(({ contact }) => contact?.name === 'Cleo')).toMatchObject({ matched_by: 'name', matched_text: 'Zoë Ann Berg' })
  })

  test('pages through what was found', async () => {
    const first = await list('berg', { limit: '2' })
    expect([first.total_count, first.conversations.length]).toEqual([3, 2])
    const second = await list('berg', { limit: '2', cursor: first.next_cursor! })
    expect(second.conversations.map(({ preview }) => preview)).toEqual(['Refund'])
    expect(second.next_cursor).toBeNull()
  })

  test('combines a search of many words with every filter, within the limits of Intercom', async () => {
    for (const contact of intercom.workspace.contacts) contact.name = 'a b c d e f g h i j k l m n o p'
    const more = { assignee: 'unassigned', tag_id: '1', priority: 'priority', status: 'unread', channel: 'email', ai_agent: 'participated', teammate: 'me', sort: 'waiting' }
    expect(await found('a b c d e f g h i j k l m n o p', more)).toEqual([])
    expect(JSON.stringify(requested('/conversations/search')[0]!.body)).toContain('contact_ids')
  })

  test('finds by the first 50 of many people, and says that there are more', async () => {
    for (let index = 0; index < 60; index += 1) addContact(intercom.workspace, { name: `Bob ${index}` })
    const { missing } = await list('bob')
    expect(missing).toEqual({ people: 'too_many' })
    const { contact_ids: ids } = Object.fromEntries([...JSON.stringify(requested('/conversations/search')[0]!.body).matchAll(/"(contact_ids)","operator":"IN","value":(\[.*?\])/g)].map(([, name, value]) => [name, JSON.parse(value!)]))
    expect(ids).toHaveLength(50)
  })

  test('searches no people within the conversations of one', async () => {
    const contact_id = intercom.workspace.contacts[0]!.id
    expect(await found('refund', { contact_id })).toEqual(['Refund: undefined'])
    expect(requested('/companies')).toEqual([])
  })

  test('needs at most five requests, and none for people without a search', async () => {
    const paths = () => intercom.requests.map(({ path }) => path.replace(/[0-9a-f]{24}/, 'id'))
    await list('Alder & Finch')
    const { length } = intercom.requests
    // The rows have no other customers to look up.
    expect(paths().sort()).toEqual(['/companies', '/companies/id/contacts', '/contacts/search', '/conversations/search'])
    await get(LIST)
    expect(paths().slice(length)).toEqual(['/conversations/search', '/contacts/search'])
  })

  test('does not get a company of another name', async () => {
    const { fetch } = globalThis
    globalThis.fetch = async (input, init) => {
      const { pathname } = new URL(String(input))
      if (pathname !== '/companies') return fetch(input, init)
      return Response.json({ type: 'list', data: intercom.workspace.companies })
    }
    expect(await found('Finch')).toEqual([])
    expect(await found('alder & finch')).toHaveLength(3)
  })
})

describe('without people', () => {
  const works = new Set<FaultId>(['200-unknown-fields', '200-null-author', '200-5MB'])
  const slow = new Set<FaultId>(['never', 'slow-10s'])

  test.each(faultIds)('an agent still finds words if their search fails with %s, and learns why', async (id) => {
    intercom.setFault({ id, path: '/contacts/search' })
    const start = performance.now()
    const { conversations, missing } = await list('berg')
    const isFound = works.has(id)
    expect(conversations.map(({ matched_by: by }) => by)).toEqual(isFound ? ['name', 'message', 'name'] : ['message'])
    expect(missing).toEqual(isFound ? undefined : { people: id === '401' || id === '403' ? 'permission' : 'failure' })
    if (slow.has(id)) expect(performance.now() - start).toBeLessThan(3500)
    expect(logged.filter(({ route }) => route === 'search of people')).toHaveLength(isFound ? 0 : 1)
  })

  test.each([402, 410])('an agent still finds words if their search responds with %i', async (status) => {
    const { fetch } = globalThis
    globalThis.fetch = async (input, init) => (String(input).endsWith('/contacts/search') ? Response.json({}, { status }) : fetch(input, init))
    expect(await list('berg')).toMatchObject({ conversations: [{ matched_by: 'message' }], missing: { people: 'failure' } })
  })

  test.each(faultIds.filter((id) => !works.has(id) && !slow.has(id)))('an agent still finds names if the search of companies fails with %s', async (id) => {
    intercom.workspace.companies[0]!.name = 'berg'
    intercom.setFault({ id, path: '/companies' })
    const { conversations, missing } = await list('berg')
    expect(conversations).toHaveLength(3)
    expect(missing?.people).toBe(id === '404' ? undefined : id === '401' || id === '403' ? 'permission' : 'failure')
  })
})

describe('a customer', () => {
  test.each(['berg', 'bob', 'ann@alder.example', 'Alder & Finch', '555 0142'])('never searches people: %s', async (q) => {
    signIn({ kind: 'customer', userId: 'cleo' })
    expect(await list(q)).toEqual({ conversations: [], total_count: 0, next_cursor: null })
    expect(intercom.requests.map(({ path }) => path)).toEqual(['/contacts/search', '/conversations/search'])
    expect(intercom.requests[0]!.body).toMatchObject({ query: { field: 'external_id', operator: '=', value: 'cleo' } })
  })

  test('finds words of their own conversations, without a reason', async () => {
    signIn({ kind: 'customer', userId: 'ann' })
    const { conversations, ...rest } = await list('refund')
    expect(conversations).toHaveLength(1)
    expect(conversations[0]).not.toHaveProperty('matched_by')
    expect(rest).not.toHaveProperty('missing')
  })
})

describe('a hostile search', () => {
  test.each(['?!', '…', '😀', '\u0000', '\u202E\u200F', '%', '.*', '"', '((((', 'x'.repeat(201)])('of %j is refused before any request', async (q) => {
    expect((await get(LIST, { query: String(new URLSearchParams({ q })) })).status).toBe(400)
    expect(intercom.requests).toEqual([])
  })

  test.each([
    '😀 berg', 'berg\u0000', '\u202Eberg', 'be\u200Frg', '"berg"', '%berg%', '(berg', '[berg', 'berg\\', '*berg*', "berg'--", 'berg'.padEnd(200, ' !'),
  ])('of %j finds what its words say', async (q) => {
    expect(await found(q)).toEqual(['Export fails: name', 'Invoice of Berg: message', 'Refund: name'])
    expect(JSON.stringify(intercom.requests)).not.toMatch(/\\u0000|\u202E|\u200F/)
  })

  test.each(['berg%00', 'berg&name=Bob', 'b.rg', 'b_rg', 'b%rg', 'be\u0000rg x'])('of %j is text, not a pattern', async (q) => {
    expect(await found(q)).toEqual([])
  })

  test.each(['a'.repeat(200), 'a '.repeat(100), 'ب'.repeat(200), '9'.repeat(200), 'a@'.repeat(100)])('of 200 characters is allowed: %j', async (q) => {
    expect((await list(q)).missing).toBeUndefined()
  })
})
