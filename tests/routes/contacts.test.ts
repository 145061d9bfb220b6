import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { addContact, createWorkspace, NOW, type Workspace } from '../../mocks/index.ts'
import { contactSchema, errorResponseSchema } from '../../src/kit/contracts/index.ts'
import { begin, call, end, intercom, logged, signIn, type RouteUnderTest } from './harness.ts'

const route: RouteUnderTest = { path: '/api/intercom/contacts' }

function build(): Workspace {
  const workspace = createWorkspace(NOW)
  addContact(workspace, { external_id: 'ann', name: 'Ann', email: 'ann@alder.example', custom_attributes: { score: 3 } })
  addContact(workspace, { external_id: null, role: 'lead', name: 'Visitor', email: 'lead@alder.example' })
  return workspace
}

async function post(body: unknown, headers: Record<string, string> = {}) {
  const response = await call(route, {
    method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers },
  })
  return { status: response.status, data: await response.json() }
}

async function contact(body: unknown) {
  const { status, data } = await post(body)
  expect([status, data.error]).toEqual([200, undefined])
  return contactSchema.parse(data)
}

async function refusal(body: unknown) {
  const { status, data } = await post(body)
  return { status, ...errorResponseSchema.parse(data).error }
}

const contacts = () => intercom.workspace.contacts
const writes = () => intercom.requests.filter(({ method, path }) => method !== 'GET' && !path.endsWith('/search'))
const found = (external_id: string) => contacts().filter((one) => one.external_id === external_id)
const agent = { kind: 'agent', adminId: '7042001' } as const
const customer = (userId: string, more = {}) => signIn({ kind: 'customer', userId, ...more })

beforeEach(() => {
  begin(build)
})
afterEach(end)

describe('a customer', () => {
  test("creates a contact of a new customer with the app's data", async () => {
    customer('new', { email: 'new@birch.example', attributes: { plan: 'pro' } })
    expect(await contact({ name: 'New' })).toMatchObject({
      external_id: 'new', role: 'user', name: 'New', email: 'new@birch.example', plan: 'pro', custom_attributes: {},
    })
    expect(found('new')).toMatchObject([{ role: 'user', custom_attributes: { plan: 'pro' } }])
    expect(writes().map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /contacts'])
  })

  test("saves the name that the app knows, unless the customer writes another one", async () => {
    customer('new', { name: 'Ada Byron' })
    expect(await contact({ phone: '+353 1' })).toMatchObject({ name: 'Ada Byron' })
    expect(await contact({ name: 'Ada Lovelace' })).toMatchObject({ name: 'Ada Lovelace' })
  })

  test.each(['', ' '.repeat(3), 'x'.repeat(256), 7, {}])('keeps access with the invalid name %j, which is ignored', async (name) => {
    customer('ann', { name })
    expect(await contact({ phone: '+353 1' })).toMatchObject({ name: 'Ann' })
  })

  test('updates a known customer and keeps omitted fields', async () => {
    customer('ann')
    expect(await contact({ phone: '+353 1' })).toMatchObject({ name: 'Ann', phone: '+353 1', email: 'ann@alder.example' })
    expect(found('ann')).toMatchObject([{ custom_attributes: { score: 3 } }])
    expect(writes().map(({ method }) => method)).toEqual(['PUT'])
  })

  test('accepts an empty body', async () => {
    customer('new')
    expect(await contact({})).toMatchObject({ external_id: 'new', name: null })
  })

  test('keeps earlier conversations of a visitor who signs up, once the app has verified the address', async () => {
    const lead = contacts()[1]
    customer('signed-up', { email: 'Lead@alder.example' })
    expect(await contact({})).toMatchObject({ id: lead?.id, external_id: 'signed-up', role: 'user' })
    expect(contacts()).toHaveLength(2)
  })

  test.each([
    ['external_id', 'ann'], ['email', 'ann@alder.example'], ['custom_attributes', { plan: 'enterprise' }],
    ['signed_up_at', 1], ['unsubscribed_from_emails', true], ['avatar_url', 'https://x.example/a.png'],
  ])('refuses that customers set %s themselves', async (name, value) => {
    customer('mallory')
    expect(await refusal({ [name]: value })).toMatchObject({ status: 403, code: 'forbidden', fields: { [name]: 'is for agents' } })
    expect(intercom.requests).toEqual([])
  })

  test.each(['user_id', 'id', 'role', 'owner_id', 'created_at', 'admin_id', '__proto__', 'constructor'])(
    'refuses %s from customers and agents', async (name) => {
      for (const principal of [{ kind: 'customer', userId: 'mallory' } as const, agent]) {
        signIn(principal)
        const body = `{"name":"x","${name}":"1"}`
        const response = await call(route, { method: 'POST', body, headers: { 'content-type': 'application/json' } })
        expect([name, response.status]).toEqual([name, 400])
        expect(Object.keys((await response.json()).error.fields)).toEqual([name])
      }
      expect(intercom.requests).toEqual([])
    })

  test.each([crypto.randomUUID(), 'a'.repeat(36)])("never gives a customer another one's contact by its address", async (generated) => {
    const lead = contacts()[1]!
    lead.external_id = generated
    customer('lee', { email: 'lead@alder.example' })
    expect(await contact({ name: 'Lee' })).toMatchObject({ id: lead.id, external_id: 'lee', role: 'user' })
    expect(contacts()).toHaveLength(2)
  })

  test("is never given somebody else's contact by an address", async () => {
    const before = structuredClone(found('ann'))
    customer('mallory', { email: 'ann@alder.example' })
    expect(await refusal({ name: 'Mallory' })).toMatchObject({ status: 409, code: 'conflict' })
    expect(found('ann')).toEqual(before)
    expect(found('mallory')).toEqual([])
  })

  test('hides what the team records', async () => {
    customer('ann')
    expect(await contact({ name: 'Ann' })).toMatchObject({ custom_attributes: {}, tags: [] })
  })
})

describe('an agent', () => {
  beforeEach(() => signIn(agent))

  test('creates and updates anyone, by external id or address', async () => {
    const made = await contact({ external_id: 'carl', email: 'carl@c.example', name: 'Carl', signed_up_at: 5, custom_attributes: { plan: 'Pro' } })
    expect(made).toMatchObject({ external_id: 'carl', plan: 'Pro', signed_up_at: 5 })
    expect(await contact({ email: 'carl@c.example', name: 'Carla' })).toMatchObject({ id: made.id, name: 'Carla' })
    expect(await contact({ external_id: 'carl', email: 'new@c.example' })).toMatchObject({ id: made.id, email: 'new@c.example' })
  })

  test('requires an external id or an address', async () => {
    expect(await refusal({ name: 'X' })).toMatchObject({ status: 400, fields: { external_id: expect.any(String) } })
  })

  test.each<[string, unknown]>([
    ['email', 'no address'], ['name', ''], ['avatar_url', 'http://x.example/a.png'], ['avatar_url', 'javascript:alert(1)'],
    ['signed_up_at', -1], ['signed_up_at', '2020'], ['custom_attributes', { a: { b: 1 } }], ['custom_attributes', { 'a.b': 1 }],
  ])('refuses %s = %j', async (name, value) => {
    const { status, fields } = await refusal({ external_id: 'carl', [name]: value })
    expect(status).toBe(400)
    expect(Object.keys(fields ?? {}).join()).toContain(name)
    expect(intercom.requests).toEqual([])
  })
})

describe('two requests at once', () => {
  test('create one contact', async () => {
    customer('new', { email: 'new@birch.example' })
    const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => contact({ name: `N${n}` })))
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
    expect(found('new')).toHaveLength(1)
  })

  test("create one contact even if search doesn't find the new one yet", async () => {
    customer('ann')
    const real = vi.mocked(fetch).getMockImplementation()!
    vi.mocked(fetch).mockImplementation(async (input, init) =>
      String(input).endsWith('/search') ? Response.json({ type: 'list', data: [] }) : real(input, init))
    expect(await contact({ name: 'Ann B' })).toMatchObject({ name: 'Ann B', external_id: 'ann' })
    expect(writes().map(({ method }) => method)).toEqual(['POST', 'PUT'])
    expect(found('ann')).toHaveLength(1)
  })

  test('respond with 409 for a conflict without a contact', async () => {
    customer('new')
    const real = vi.mocked(fetch).getMockImplementation()!
    vi.mocked(fetch).mockImplementation(async (input, init) =>
      String(input).endsWith('/contacts') ? Response.json({ errors: [{ code: 'conflict' }] }, { status: 409 }) : real(input, init))
    expect(await refusal({})).toMatchObject({ status: 409, code: 'conflict' })
  })
})

test('keep addresses out of the log and of errors', async () => {
  signIn(agent)
  await post({ external_id: 'x', email: 'ann@alder.example' })
  await post({ 'ann@alder.example': 1 })
  await post({ email: 'ann@' })
  for (const id of ['422', '409', '500'] as const) {
    if (id !== '409') intercom.setFault(id)
    await post({ external_id: 'y', email: 'ann@alder.example' })
  }
  expect(JSON.stringify(logged)).not.toContain('alder')
})
