import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { addContact, NOW, startConversation } from '../../mocks/index.ts'
import { newConversationSchema, newMessageSchema } from '../../src/kit/contracts/index.ts'
import { begin, call, end, expectNothingLeaked, hurry, intercom, logged, signIn, waits } from './harness.ts'
import { ann, bob, buildTwo, changes, post, priya, toPost } from './conversation-writes.ts'

const { createIntercomRoutes } = await import('@/kit/server/create-intercom-routes')

const START = { path: '/api/intercom/conversations' }
const WRITE = { path: '/api/intercom/messages' }
const FIND = { path: '/api/intercom/contacts' }
const attachment_files = [{ name: 'log.txt', content_type: 'text/plain', data: btoa('hello') }]

/** Options of an app that lets customers set `order_id`, and visitors begin with the right captcha. */
const verifyVisitor = vi.fn(({ captcha }: { captcha: string | undefined }) => captcha === 'right')

/** Posts to routes that allow an attribute, and visitors if wanted. */
function begins(body: object, { as = ann as Parameters<typeof signIn>[0], visitors = false, key = crypto.randomUUID() as string, headers = {} } = {}) {
  const routes = createIntercomRoutes({
    authorize: () => as,
    newConversations: { attributes: ['order_id'], ...(visitors && { verifyVisitor }) },
  })
  const init = toPost(body, key)
  const request = new Request(`https://app.example${START.path}`, { ...init, headers: { ...init.headers, ...headers } })
  return routes.POST(request, { params: Promise.resolve({}) })
}

const read = async (response: Response) => newConversationSchema.parse(await response.json())
const newest = () => intercom.workspace.conversations.at(-1)!
const count = () => intercom.workspace.conversations.length
const creations = () => changes().filter(({ path }) => path === '/conversations')

beforeEach(() => {
  begin(buildTwo)
  signIn(ann)
  verifyVisitor.mockClear()
})
afterEach(end)

describe('POST /api/intercom/conversations', () => {
  test("sends the subject as the first line, as plain text, in the customer's name", async () => {
    const { conversation_id, conversation, incomplete } = await read(await begins({ subject: 'Invoice\n<b>', body: 'Where <i>is</i> it?\r\n\u0000' }))
    const own = intercom.workspace.contacts.find(({ external_id }) => external_id === 'ann')
    expect(creations()[0]?.body).toEqual({ from: { type: 'user', id: own?.id }, body: 'Invoice <b>\n\nWhere <i>is</i> it?' })
    expect(conversation_id).toBe(newest().id)
    expect(newest().source.body).toContain('Invoice &lt;b&gt;')
    expect(incomplete).toEqual([])
    expect(conversation?.parts).toHaveLength(1)
    expect(conversation?.contact?.name).toBe('Ann')
  })

  test('sets allowed attributes and attaches files after the message', async () => {
    const { conversation, incomplete } = await read(await begins({ body: 'Hi', custom_attributes: { order_id: 42 }, attachment_files }))
    expect(changes().map(({ method, path }) => `${method} ${path.replace(/\d+/, 'N')}`)).toEqual([
      'POST /conversations', 'PUT /conversations/N', 'POST /conversations/N/reply',
    ])
    expect(newest().custom_attributes).toEqual({ order_id: 42 })
    expect(incomplete).toEqual([])
    expect(conversation?.parts.map((part) => part.kind === 'message' && part.attachments.map(({ name }) => name))).toEqual([[], ['log.txt']])
  })

  test.each([
    ['another attribute', { custom_attributes: { plan: 'pro' } }, 403],
    ['an allowed and another attribute', { custom_attributes: { order_id: 1, plan: 'pro' } }, 403],
    ['a name of JavaScript', { custom_attributes: JSON.parse('{"constructor":"x"}') as object }, 403],
    ['a nested value', { custom_attributes: { order_id: { a: 1 } } }, 400],
    ['a list, which would be a custom object', { custom_attributes: { order_id: ['1'] } }, 400],
    ['an email address', { email: 'bob@alder.example' }, 403],
    ['an answered captcha', { captcha: 'right' }, 403],
    ['a contact', { contact_id: '68a1c0de0000000000000002' }, 400],
    ['an author', { from: { type: 'user', id: '68a1c0de0000000000000002' } }, 400],
    ['a time', { created_at: 1 }, 400],
    ['a file by address', { attachment_urls: ['https://files.example.com/a.png'] }, 400],
    ['nothing but invisible text', { body: ' \n\u0000\t' }, 400],
    ['a subject of 201 characters', { subject: 'x'.repeat(201) }, 400],
    ['a text of 20,001 characters', { body: 'x'.repeat(20_001) }, 400],
    ['a file with a path', { attachment_files: [{ ...attachment_files[0], name: '../a' }] }, 400],
    ['21 attributes', { custom_attributes: Object.fromEntries(Array.from({ length: 21 }, (_, at) => [`a${at}`, 1])) }, 400],
  ])('refuses %s before any request', async (_, more, status) => {
    const response = await begins({ body: 'Hi', ...more })
    expect(response.status).toBe(status)
    expect(intercom.requests).toEqual([])
  })

  test('creates the contact of a customer who never opened the Messenger', async () => {
    const { conversation_id } = await read(await begins({ body: 'Hi' }, { as: { kind: 'customer', userId: 'new', email: 'new@alder.example' } }))
    const added = intercom.workspace.contacts.at(-1)
    expect(added).toMatchObject({ external_id: 'new', email: 'new@alder.example', role: 'user' })
    expect(newest()).toMatchObject({ id: conversation_id, contacts: { contacts: [{ id: added?.id }] } })
  })

  test('uses the contact that another request has just created', async () => {
    // A new contact is missing from the search for minutes.
    const hidden = addContact(intercom.workspace, { external_id: 'new', name: 'New', email: 'new@alder.example' })
    const search = vi.fn(async (input: RequestInfo | URL, init?: RequestInit) => {
      const response = await intercom.fetch(input, init)
      if (!String(input instanceof Request ? input.url : input).endsWith('/contacts/search')) return response
      const list = (await response.json()) as { data: { id: string }[] }
      return Response.json({ ...list, data: list.data.filter(({ id }) => id !== hidden.id) })
    })
    vi.stubGlobal('fetch', search)
    await read(await begins({ body: 'Hi' }, { as: { kind: 'customer', userId: 'new', email: 'new@alder.example' } }))
    expect(newest().contacts.contacts[0]?.id).toBe(hidden.id)
    expect(intercom.workspace.contacts.filter(({ external_id }) => external_id === 'new')).toHaveLength(1)
  })

  test('repeats nothing for the same key, at once or later', async () => {
    const before = count()
    const body = { body: 'Hi', custom_attributes: { order_id: 1 }, attachment_files }
    const both = await Promise.all([begins(body, { key: 'one' }), begins(body, { key: 'one' })])
    for (const { status } of both) expect([200, 409]).toContain(status)
    const first = await read(both.find(({ ok }) => ok)!)
    expect(await read(await begins(body, { key: 'one' }))).toEqual(first)
    expect(count()).toBe(before + 1)
    expect(newest().conversation_parts.conversation_parts).toHaveLength(1)
  })

  test.each([
    ['attributes', { method: 'PUT', path: /^\/conversations\/\d+$/ }, { custom_attributes: { order_id: 1 } }],
    ['files', { method: 'POST', path: /\/reply$/ }, { attachment_files }],
  ] as const)('reports that %s failed, and sends the message once', async (what, where, more) => {
    intercom.setFault({ id: '503', ...where })
    const before = count()
    const response = await begins({ body: 'Hi', ...more }, { key: 'one' })
    const result = await read(response)
    expect(result).toMatchObject({ conversation_id: newest().id, incomplete: [what] })
    expect(result.conversation?.parts).toHaveLength(1)
    expect(logged).toContainEqual(expect.objectContaining({ route: `new conversation: ${what}`, code: 'upstream_unavailable' }))
    // The retry of a lost response.
    intercom.setFault(null)
    expect(await read(await begins({ body: 'Hi', ...more }, { key: 'one' }))).toEqual(result)
    expect(count()).toBe(before + 1)
  })

  test('waits for a conversation that is not there at once', async () => {
    intercom.setFault({ id: '404', method: 'PUT', path: /^\/conversations\/\d+$/, times: 2 })
    const { incomplete } = await read(await begins({ body: 'Hi', custom_attributes: { order_id: 1 } }))
    expect(incomplete).toEqual([])
    expect(waits).toEqual([250, 750])
    expect(newest().custom_attributes).toEqual({ order_id: 1 })
  })

  test('succeeds without the conversation if Intercom never returns it', async () => {
    intercom.setFault({ id: '404', method: 'GET', path: /^\/conversations\/\d+$/ })
    expect(await read(await begins({ body: 'Hi' }))).toEqual({ conversation_id: newest().id, conversation: null, incomplete: [] })
  })

  test.each([
    ['429-hostile', 429, 200, 1], ['422', 422, 200, 1], ['403', 502, 200, 1],
    ['conn-reset', 503, 409, 1], ['200-empty', 502, 409, 1], ['204', 502, 409, 1], ['never', 504, 409, 1],
  ] as const)('after %s a retry responds with %i, then %i, and one conversation exists at most', async (id, status, again, most) => {
    const before = count()
    intercom.setFault({ id, method: 'POST', path: /^\/conversations$/, times: 1 })
    if (id === 'never') hurry(1)
    const first = await begins({ body: 'Hi' }, { key: 'one', as: { kind: 'customer', userId: 'new' } })
    expect(first.status).toBe(status)
    expectNothingLeaked(await first.text())
    hurry(0)
    const second = await begins({ body: 'Hi' }, { key: 'one', as: { kind: 'customer', userId: 'new' } })
    expect(second.status).toBe(again)
    if (again === 409) expect((await second.json()).error).not.toHaveProperty('retry_after')
    expect(count() - before).toBeLessThanOrEqual(most)
  })

  test("tells another customer nothing, and shows it in the customer's list", async () => {
    const { conversation_id } = await read(await begins({ body: 'My secret' }))
    const id = conversation_id ?? undefined
    signIn(bob)
    expect((await call({ path: `${START.path}/[id]` }, { id })).status).toBe(404)
    expect(await (await call(START, { query: 'state=all' })).text()).not.toContain('My secret')
    signIn(ann)
    expect(await (await call(START, { query: 'state=all' })).text()).toContain('My secret')
  })

  test('returns nothing of what only the team sees', async () => {
    const fetchAsTeam = vi.fn(async (input: RequestInfo | URL, init?: RequestInit) => {
      const response = await intercom.fetch(input, init)
      // A workflow of the team works on each new conversation at once.
      if (intercom.requests.at(-1)?.path === '/conversations') Object.assign(newest(), { title: 'canary', priority: 'priority', admin_assignee_id: 7_042_001 })
      return response
    })
    vi.stubGlobal('fetch', fetchAsTeam)
    const { conversation } = await read(await begins({ body: 'Hi' }))
    expect(conversation).toMatchObject({ title: null, priority: false, admin_assignee_id: null, tags: [] })
  })
})

describe('visitors', () => {
  const visitor = { as: null, visitors: true }

  test('get 401 unless the app allows them', async () => {
    const response = await begins({ body: 'Hi', email: 'eve@x.example', captcha: 'right' }, { as: null })
    expect(response.status).toBe(401)
    expect(intercom.requests).toEqual([])
  })

  test('begin as a new lead, even with the address of a customer, and learn nothing', async () => {
    const before = count()
    const response = await begins({ body: 'Hi', email: 'bob@alder.example', captcha: 'right' }, visitor)
    expect(await read(response)).toEqual({ conversation_id: null, conversation: null, incomplete: [] })
    expect(response.headers.get('x-intercom-viewer')).toBeNull()
    expect(count()).toBe(before + 1)
    const lead = intercom.workspace.contacts.at(-1)
    expect(lead).toMatchObject({ role: 'lead', email: 'bob@alder.example' })
    expect(newest().contacts.contacts.map(({ id }) => id)).toEqual([lead?.id])
    expect(verifyVisitor).toHaveBeenCalledWith({ email: 'bob@alder.example', captcha: 'right', headers: expect.any(Headers) })
  })

  test.each([
    ['without an address', { captcha: 'right' }, 400],
    ['with an invalid address', { email: 'nobody', captcha: 'right' }, 400],
    ['without a captcha', { email: 'eve@x.example' }, 403],
    ['with a wrong captcha', { email: 'eve@x.example', captcha: 'wrong' }, 403],
    ['with an attribute that is not allowed', { email: 'eve@x.example', captcha: 'right', custom_attributes: { plan: 'pro' } }, 403],
  ])('are refused %s, before any request', async (_, more, status) => {
    expect((await begins({ body: 'Hi', ...more }, visitor)).status).toBe(status)
    expect(intercom.requests).toEqual([])
  })

  test('are refused if the hook throws, without a detail', async () => {
    verifyVisitor.mockImplementationOnce(() => {
      throw new Error('canary of the captcha service')
    })
    const response = await begins({ body: 'Hi', email: 'eve@x.example', captcha: 'right' }, visitor)
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('canary')
    expect(intercom.requests).toEqual([])
  })

  test('are not users whose session has ended meanwhile', async () => {
    const response = await begins({ body: 'Hi', email: 'eve@x.example', captcha: 'right' }, { ...visitor, headers: { 'x-intercom-viewer': '0123456789abcdef' } })
    expect(response.status).toBe(401)
    expect(intercom.requests).toEqual([])
  })

  test('may do nothing else', async () => {
    const routes = createIntercomRoutes({ authorize: () => null, newConversations: { verifyVisitor } })
    for (const [method, path] of [['GET', START.path], ['GET', `${START.path}/1`], ['POST', `${START.path}/1/reply`], ['POST', WRITE.path], ['GET', `${FIND.path}?q=a`]] as const) {
      const request = new Request(`https://app.example${path}`, method === 'POST' ? toPost({ body: 'Hi' }) : {})
      expect([path, (await routes[method](request, { params: Promise.resolve({}) })).status]).toEqual([path, 401])
    }
    expect(intercom.requests).toEqual([])
  })

  test('are limited by address, apart from customers', async () => {
    const headers = { 'x-real-ip': '203.0.113.9' }
    const send = () => begins({ body: 'Hi', email: 'eve@x.example', captcha: 'right' }, { ...visitor, headers })
    const statuses: number[] = []
    for (let index = 0; index < 21; index += 1) statuses.push((await send()).status)
    expect(statuses.slice(-2)).toEqual([200, 429])
    expect((await begins({ body: 'Hi', email: 'eve@x.example', captcha: 'right' }, { ...visitor, headers: { 'x-real-ip': '203.0.113.10' } })).status).toBe(200)
    expect((await begins({ body: 'Hi' }, { visitors: true })).status).toBe(200)
  })
})

describe('POST /api/intercom/messages', () => {
  const annId = () => intercom.workspace.contacts.find(({ external_id }) => external_id === 'ann')!.id
  const sent = () => changes().find(({ path }) => path === '/messages')?.body
  beforeEach(() => signIn(priya))

  test('writes in the app, as the agent, and starts a conversation in the inbox', async () => {
    const response = await post(WRITE, { message_type: 'in_app', contact_id: annId(), body: 'Hello\n\n<b>' })
    const { conversation_id } = newMessageSchema.parse(await response.json())
    expect(sent()).toEqual({
      message_type: 'in_app', body: '<p>Hello</p><p>&lt;b&gt;</p>', from: { type: 'admin', id: 7_042_001 },
      to: { type: 'user', id: annId() }, create_conversation_without_contact_reply: true,
    })
    expect(newest()).toMatchObject({ id: conversation_id, source: { author: { type: 'admin', id: '7042001' } } })
  })

  test('sends an email with a subject', async () => {
    expect((await post(WRITE, { message_type: 'email', subject: 'News\r\nBcc: x@y.example', contact_id: annId(), body: 'Hello' })).status).toBe(200)
    expect(sent()).toMatchObject({ message_type: 'email', subject: 'News Bcc: x@y.example', template: 'plain' })
  })

  test('sends no email to a contact without an address', async () => {
    const { id } = addContact(intercom.workspace, { external_id: null, role: 'lead', name: 'Lead', email: null })
    const response = await post(WRITE, { message_type: 'email', subject: 'News', contact_id: id, body: 'Hello' })
    expect([response.status, (await response.json()).error.fields]).toEqual([400, { message_type: 'needs a contact with an email address' }])
    expect(changes()).toEqual([])
    expect((await post(WRITE, { message_type: 'in_app', contact_id: id, body: 'Hello' })).status).toBe(200)
    expect(sent()).toMatchObject({ to: { type: 'lead', id } })
  })

  test.each([
    ['an email without a subject', { message_type: 'email' }],
    ['a subject in the app', { message_type: 'in_app', subject: 'News' }],
    ['another channel', { message_type: 'whatsapp' }],
    ['several recipients', { message_type: 'in_app', contact_id: ['1', '2'] }],
    ['another sender', { message_type: 'in_app', from: { type: 'admin', id: '7042002' } }],
    ['no text', { message_type: 'in_app', body: ' ' }],
  ])('refuses %s before any request', async (_, more) => {
    expect((await post(WRITE, { contact_id: annId(), body: 'Hello', ...more })).status).toBe(400)
    expect(intercom.requests).toEqual([])
  })

  test('sends once after a lost response', async () => {
    const before = count()
    intercom.setFault({ id: 'conn-reset', method: 'POST', path: /^\/messages$/, times: 1 })
    const body = { message_type: 'in_app', contact_id: annId(), body: 'Hello' }
    expect((await post(WRITE, body, { key: 'one' })).status).toBe(503)
    expect((await post(WRITE, body, { key: 'one' })).status).toBe(409)
    expect(count() - before).toBeLessThanOrEqual(1)
  })
})

describe('GET /api/intercom/contacts', () => {
  beforeEach(() => signIn(priya))
  const find = async (q: string) => ((await (await call(FIND, { query: new URLSearchParams({ q }).toString() })).json()) as { contacts: { name: string }[] }).contacts

  test.each(['Ann', 'ANN@ALDER', 'ann', ' ann '])('finds Ann by %j', async (q) => {
    expect(await find(q)).toEqual([{ id: expect.any(String), role: 'user', name: 'Ann', email: 'ann@alder.example', avatar_url: null }])
  })

  test('finds nothing without an error, and 20 at most', async () => {
    expect(await find('nobody at all')).toEqual([])
    for (let index = 0; index < 30; index += 1) addContact(intercom.workspace, { external_id: `x${index}`, name: `Many ${index}`, email: null })
    startConversation(intercom.workspace, { contact: intercom.workspace.contacts[0]!, body: 'x', at: NOW })
    expect(await find('Many')).toHaveLength(20)
  })

  test.each(['', 'q=', 'q=%20', `q=${'x'.repeat(201)}`, 'q=a&q=b', 'q=a&limit=50'])('refuses the query %j before any request', async (query) => {
    expect((await call(FIND, { query })).status).toBe(400)
    expect(intercom.requests).toEqual([])
  })
})
