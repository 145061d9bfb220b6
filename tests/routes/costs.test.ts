/** Checks that expensive callers, odd principals and trusted origins don't affect other users. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { addNote, assignConversation, NOW, snoozeConversation } from '../../mocks/index.ts'
import { contactSchema, conversationsResponseSchema } from '../../src/kit/contracts/index.ts'
import { begin, authorizeWith, call, end, get, intercom, logged, signIn } from './harness.ts'
import { actions, ann, bob, buildTwo, hers, post, priya } from './conversation-writes.ts'

const events = { path: '/api/intercom/events' }
const contacts = { path: '/api/intercom/contacts' }
const LIST = '/api/intercom/conversations'
const ONE = `${LIST}/[id]`
const json = { 'content-type': 'application/json' }
const batch = (count = 50) => JSON.stringify(Array.from({ length: count }, (_, index) => ({ event_name: `event_${index}` })))
  .replaceAll(/_(\d+)"/g, (_, digits: string) => `_${[...digits].map((digit) => 'abcdefghij'[Number(digit)]).join('')}"`)

beforeEach(() => {
  begin(buildTwo)
  signIn(priya)
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - (Date.now() % 60_000) + 1000 })
})
afterEach(() => {
  vi.useRealTimers()
  end()
})

describe('the budget of calls to Intercom', () => {
  test('is not spent by one customer: agents and other customers go on', async () => {
    signIn(ann)
    const answers = []
    for (let index = 0; index < 34; index += 1) {
      answers.push(await call(events, { method: 'POST', headers: json, body: batch() }))
    }
    const sent = intercom.requests.length
    expect(sent).toBeLessThanOrEqual(100)
    const { results } = await answers.at(-1)!.json()
    expect(results[0].error).toMatchObject({ code: 'rate_limited', retry_after: expect.any(Number) })
    expect(results[0].error.retry_after).toBeLessThanOrEqual(10)
    signIn(bob)
    expect((await get(LIST)).status).toBe(200)
    signIn(priya)
    expect((await get(LIST)).status).toBe(200)
  })

  test('has a reserve for agents, however many customers there are', async () => {
    for (let index = 0; index < 40; index += 1) {
      signIn({ kind: 'customer', userId: `u${index}` })
      await call(events, { method: 'POST', headers: json, body: batch() })
    }
    expect(intercom.requests.length).toBeLessThanOrEqual(800)
    signIn(bob)
    expect((await get(LIST)).status).toBe(429)
    signIn(priya)
    for (let index = 0; index < 50; index += 1) expect((await get(LIST)).status).toBe(200)
  })

  test('is there again after ten seconds', async () => {
    signIn(ann)
    for (let index = 0; index < 4; index += 1) await call(events, { method: 'POST', headers: json, body: batch() })
    expect((await get(LIST)).status).toBe(429)
    vi.setSystemTime(Date.now() + 10_000)
    expect((await get(LIST)).status).toBe(200)
  })
})

describe('an optional field of the principal', () => {
  test.each<[string, object]>([
    ...['jörg@example.com', 'a&b@', '', ' ', 'x', `${'a'.repeat(300)}@example.com`, 5, null, {}, []].map((email) => [`email ${JSON.stringify(email)}`, { email }] as [string, object]),
    ...['x', 5, null, [], [1], { a: {} }, { a: [] }, { a: Number.NaN }, { a: 1n }, { a: undefined }, { 'a.b': 1 }, { ['n'.repeat(300)]: 1 }, { '': 1 }, { a: new Date() }]
      .map((attributes, index) => [`attributes ${index}`, { attributes }] as [string, object]),
  ])('%s never denies access', async (_, fields) => {
    authorizeWith(() => ({ ...ann, ...fields }))
    expect((await get(LIST)).status, JSON.stringify(logged)).toBe(200)
    const response = await call(contacts, { method: 'POST', headers: json, body: '{}' })
    expect(response.status, await response.text()).toBe(200)
  })

  test('keeps what is right beside what is not', async () => {
    authorizeWith(() => ({ ...ann, email: 'jörg@example.com', attributes: { plan: 'pro', 'a.b': 1, list: [], gone: null } }))
    await call(contacts, { method: 'POST', headers: json, body: '{}' })
    const written = intercom.requests.find(({ method }) => method === 'PUT')!.body as Record<string, unknown>
    expect(written).toMatchObject({ external_id: 'ann', custom_attributes: { plan: 'pro', gone: null } })
    expect(written).not.toHaveProperty('email')
  })

  test('a required one still does', async () => {
    for (const principal of [{ kind: 'customer' }, { kind: 'customer', userId: '' }, { kind: 'agent', adminId: 'x' }, { kind: 'root' }, 'ann']) {
      authorizeWith(() => principal)
      expect((await get(LIST)).status).toBe(500)
    }
  })
})

describe('before anyone is known', () => {
  const distinct = (count: number) => Array.from({ length: count }, (_, index) => `k${index}=1`).join('&')

  test.each([['keys', distinct(3000)], ['characters', `q=${'x'.repeat(20_000)}`], ['separators', '&'.repeat(5000)]])('a query of many %s is refused', async (_, query) => {
    const authorize = vi.fn(() => null)
    authorizeWith(authorize)
    expect((await get(LIST, { query })).status).toBe(400)
    expect(authorize).not.toHaveBeenCalled()
  })

  test('nothing else is looked at', async () => {
    signIn(null)
    expect((await get(LIST, { query: 'unknown=1' })).status).toBe(401)
    expect((await get(ONE, { id: 'x' })).status).toBe(401)
  })

  test('there is a limit, and it does not hold for who is signed in', async () => {
    signIn(null)
    const statuses = []
    for (let index = 0; index < 310; index += 1) statuses.push((await get(LIST, { headers: { 'x-real-ip': '203.0.113.9' } })).status)
    expect([statuses[0], statuses.at(-1)]).toEqual([401, 429])
    expect((await get(LIST, { headers: { 'x-real-ip': '203.0.113.10' } })).status).toBe(401)
    signIn(ann)
    expect((await get(LIST, { headers: { 'x-real-ip': '203.0.113.9' } })).status).toBe(200)
  })
})

test('GET and HEAD share one limit', async () => {
  const health = { path: '/api/intercom/health' }
  const statuses = []
  for (let index = 0; index < 31; index += 1) statuses.push((await call(health, { method: index % 2 ? 'HEAD' : 'GET' })).status)
  expect([statuses.indexOf(429), statuses.at(-1)]).toEqual([30, 429])
})

test.each(['[', '{"a":'])('JSON nested 32,000 deep by %s is refused', async (open) => {
  const close = open === '[' ? ']' : '}'
  for (const route of [events, contacts]) {
    for (const body of [`${open.repeat(8000)}1${close.repeat(8000)}`, `[{"event_name":"x","metadata":${open.repeat(8000)}1${close.repeat(8000)}}]`]) {
      for (const key of [{}, { 'idempotency-key': 'k' }] as Record<string, string>[]) {
        expect((await call(route, { method: 'POST', headers: { ...json, ...key }, body })).status).toBe(400)
      }
    }
  }
})

describe('a page of a trusted origin', () => {
  const origin = 'https://admin.app.example'
  beforeEach(() => vi.stubEnv('INTERCOM_TRUSTED_ORIGINS', origin))

  test('may ask before it writes, without being signed in', async () => {
    signIn(null)
    const response = await call(actions, {
      method: 'OPTIONS',
      id: '1',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type,idempotency-key', 'sec-fetch-site': 'cross-site' },
    })
    expect(response.status).toBe(204)
    const { headers } = response
    expect([headers.get('access-control-allow-origin'), headers.get('access-control-allow-credentials')]).toEqual([origin, 'true'])
    expect(headers.get('access-control-allow-methods')).toContain('POST')
    for (const name of ['content-type', 'idempotency-key', 'authorization']) expect(headers.get('access-control-allow-headers')).toContain(name)
  })

  test.each(['cross-site', 'same-site'])('reads and writes from %s, failures included', async (site) => {
    const headers = { origin, 'sec-fetch-site': site }
    const read = await get(LIST, { headers })
    expect([read.status, read.headers.get('access-control-allow-origin')]).toEqual([200, origin])
    const written = await call(events, { method: 'POST', headers: { ...json, ...headers }, body: '7' })
    expect([written.status, written.headers.get('access-control-allow-origin')]).toEqual([400, origin])
  })

  test.each(['https://attacker.example', 'null', `${origin}.attacker.example`, 'http://admin.app.example'])('%s is no such page', async (other) => {
    const headers = { origin: other, 'sec-fetch-site': 'cross-site' }
    for (const response of [await get(LIST, { headers }), await call(actions, { method: 'OPTIONS', id: '1', headers })]) {
      expect(response.headers.get('access-control-allow-origin')).toBeNull()
    }
    expect((await get(LIST, { headers })).status).toBe(403)
  })
})

describe('what the team does is not seen by the customer', () => {
  const read = async () => [await (await get(LIST)).text(), await (await get(ONE, { id: hers().id })).text()]

  test('a note, an assignment, a snooze, a tag change nothing', async () => {
    signIn(ann)
    const before = await read()
    const admin = intercom.workspace.admins[0]!
    const author = { type: 'admin' as const, id: admin.id, name: admin.name, email: admin.email }
    addNote(intercom.workspace, hers(), admin, NOW, { body: '<p>note</p>' })
    assignConversation(intercom.workspace, hers(), author, NOW, { type: 'admin', id: admin.id })
    snoozeConversation(intercom.workspace, hers(), author, NOW, NOW + 86_400)
    hers().updated_at = NOW + 5
    expect(await read()).toEqual(before)
  })

  test('sorting by who waits is for agents', async () => {
    signIn(ann)
    expect((await get(LIST, { query: 'sort=waiting' })).status).toBe(403)
    signIn(priya)
    expect((await get(LIST, { query: 'sort=waiting' })).status).toBe(200)
  })

  test('the order of the list is not that of the team’s work', async () => {
    signIn(ann)
    await get(LIST)
    const { body } = intercom.requests.find(({ path }) => path === '/conversations/search')!
    expect(body).toMatchObject({ sort: { field: 'created_at' } })
  })
})

describe('lists that Intercom does not let the app read', () => {
  /** Responds to one path with a status, and gives the customer a company and a tag. */
  function refuse(path: RegExp, status: number): string {
    const contact = intercom.workspace.contacts[0]!
    const lists = { companies: { data: [{ id: 'c1' }] }, tags: { data: [{ id: '9128001' }] } }
    vi.stubGlobal('fetch', async (input: string, init: RequestInit) => {
      const { pathname } = new URL(input)
      if (path.test(pathname)) {
        const headers = status === 429 ? { 'retry-after': '30' } : undefined
        return Response.json({ type: 'error.list', errors: [{ code: 'any', message: 'ann@alder.example' }] }, { status, headers })
      }
      const response = await intercom.fetch(input, init)
      return /\/contacts\/[0-9a-f]+$/.test(pathname) ? Response.json({ ...(await response.json()), ...lists }) : response
    })
    return contact.id
  }

  async function readCard(id: string) {
    const response = await get('/api/intercom/contacts/[id]', { id })
    const text = await response.text()
    expect(response.status, text).toBe(200)
    return contactSchema.parse(JSON.parse(text))
  }

  describe.each([[402, 'failure'], [403, 'permission'], [404, 'failure'], [429, 'failure'], [500, 'failure']] as const)('with %i', (status, reason) => {
    test('for companies: the card shows tags, and says why companies are missing', async () => {
      const card = await readCard(refuse(/\/companies$/, status))
      expect(card).toMatchObject({ name: 'Ann', companies: [], missing: { companies: reason } })
      expect(card.missing).not.toHaveProperty('tags')
    })

    test('for tags: the card says why tags are missing', async () => {
      expect(await readCard(refuse(/\/(companies|tags)$/, status))).toMatchObject({ name: 'Ann', tags: [], missing: { companies: reason, tags: reason } })
    })

    test('for the search of contacts: the list shows names of the conversations, else ids', async () => {
      refuse(/\/contacts\/search$/, status)
      const response = await get(LIST)
      const text = await response.text()
      expect(response.status, text).toBe(200)
      const { conversations } = conversationsResponseSchema.parse(JSON.parse(text))
      expect(conversations.length).toBeGreaterThan(0)
      for (const { contact } of conversations) expect(contact).toMatchObject({ id: expect.any(String), plan: null, custom_attributes: {} })
    })
  })

  test('a customer does not learn which permission the app lacks', async () => {
    signIn(ann)
    const id = refuse(/\/companies$/, 403)
    const refusing = fetch
    vi.stubGlobal('fetch', async (input: string, init: RequestInit) => {
      const response = await refusing(input, init)
      if (!input.endsWith('/contacts/search')) return response
      const { data, ...list } = await response.json()
      return Response.json({ ...list, data: data.map((contact: object) => ({ ...contact, companies: { data: [{ id: 'c1' }] } })) })
    })
    expect((await readCard(id)).missing).toEqual({ companies: 'failure' })
  })
})

test('an action on a conversation whose row is read afterwards in vain is done', async () => {
  intercom.setFault({ id: '500', method: 'GET', path: /^\/conversations\/\d+$/ })
  const response = await post(actions, { action: 'tag', tag_id: '9128002' })
  expect([response.status, await response.json()]).toEqual([200, { conversation: null, parts: [] }])
})
