import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { RouteRow } from '../../src/kit/server/http/route-table.ts'
import { makeCases, readAnswer } from '../anywhere/cases.ts'
import { begin, end, expectNothingLeaked, intercom, getModule, signIn, table } from './table.ts'

const rows = table.filter(({ allow, path }) => allow !== 'signature' && path.startsWith('/api/intercom/'))
const named = (some: RouteRow[]) => some.map((row) => [`${row.method} ${row.path}`, row] as const)
const forCustomers = rows.filter(({ allow }) => allow.includes('customer'))
const forAgents = rows.filter(({ allow }) => !allow.includes('customer'))

/** Finds a valid body for the route in the table of cases. */
function findBody(row: RouteRow, as: 'agent' | 'customer'): Record<string, unknown> {
  const ours = makeCases().filter(({ route, status, body }) =>
    route === `${row.method} ${row.path}` && status < 300 && body?.startsWith('{'))
  const found = ours.find((one) => one.as === as) ?? ours[0]
  if (!found?.body) throw new Error(`tests/anywhere/cases.ts has no case with a body for ${row.method} ${row.path}`)
  return JSON.parse(found.body)
}

async function ask({ method, path }: RouteRow, id: string | undefined, body?: unknown, more: Record<string, string> = {}) {
  const request = new Request(`https://app.example${path.replace(/\[\w+\]/, id ?? '')}`, {
    method,
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), ...more },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const response = await getModule(path)[method](request, { params: Promise.resolve(path.includes('[') ? { id } : {}) })
  const text = await readAnswer(response)
  if (!response.ok) expectNothingLeaked(text)
  return { status: response.status, text }
}

/** Returns requests to Intercom that change something. */
const mutations = () => intercom.requests.filter(({ method, path }) => method !== 'GET' && !path.endsWith('/search'))

/** Finds two unrelated customers, and ids of the second. */
function findStrangers() {
  const [ann] = intercom.workspace.contacts.filter(({ external_id }) => external_id !== null)
  const theirs = intercom.workspace.conversations.find(({ contacts }) => contacts.contacts.every(({ id }) => id !== ann?.id))
  const bob = intercom.workspace.contacts.find(({ id }) => id === theirs?.contacts.contacts[0]?.id)
  if (!ann?.external_id || !theirs || !bob) throw new Error('The workspace lacks two unrelated customers.')
  return { ann: ann.external_id, bob, conversation: theirs.id }
}

const idFor = (path: string) => (path.includes('/contacts/') ? findStrangers().bob.id : findStrangers().conversation)

beforeEach(() => {
  begin()
})
afterEach(end)

describe('API1, API3: another customer\'s data', () => {
  test.each(named(forCustomers.filter(({ path }) => path.includes('['))))('responds with 404 from %s', async (_, row) => {
    signIn({ kind: 'customer', userId: findStrangers().ann })
    const body = row.body && findBody(row, 'customer')
    const { status, text } = await ask(row, idFor(row.path), body)
    const none = await ask(row, row.path.includes('/contacts/') ? 'f'.repeat(24) : '999', body)
    expect([status, none.status]).toEqual([404, 404])
    const without = (one: string) => ({ ...JSON.parse(one).error, request_id: '' })
    expect(without(text)).toEqual(without(none.text))
    expect(mutations()).toEqual([])
  })

  test.each(named(forCustomers.filter(({ path, method }) => !path.includes('[') && method === 'GET')))(
    'returns nothing of them from %s', async (_, row) => {
      const { ann, bob, conversation } = findStrangers()
      signIn({ kind: 'customer', userId: ann })
      const { text } = await ask(row, undefined)
      for (const theirs of [bob.id, bob.email, bob.external_id, conversation]) expect(text).not.toContain(`"${theirs}"`)
    })
})

describe('API3: a search for another customer', () => {
  test.each(['name', 'email', 'phone'] as const)('by %s returns nothing of them, and searches no contacts', async (field) => {
    const { ann, bob, conversation } = findStrangers()
    signIn({ kind: 'customer', userId: ann })
    const row = rows.find(({ path, method }) => path === '/api/intercom/conversations' && method === 'GET')!
    const q = encodeURIComponent(bob[field] ?? '+353 1 555 0142')
    const { status, text } = await ask({ ...row, path: `${row.path}?state=all&q=${q}` } as RouteRow, undefined)
    expect(status).toBe(200)
    for (const theirs of [bob.id, conversation]) expect(text).not.toContain(`"${theirs}"`)
    expect(text).not.toMatch(/matched_by|missing/)
    const lookedUp = intercom.requests.filter(({ path }) => path !== '/conversations/search').map(({ path, body }) => [path, body])
    expect(lookedUp).toEqual([['/contacts/search', expect.objectContaining({ query: { field: 'external_id', operator: '=', value: ann } })]])
  })
})

describe('API5: routes for agents, called by a customer', () => {
  test.each(named(forAgents))('refuses %s before any request', async (_, row) => {
    signIn({ kind: 'customer', userId: findStrangers().ann })
    for (const body of row.body ? [findBody(row, 'agent'), {}, undefined] : [undefined]) {
      expect((await ask(row, idFor(row.path), body)).status).toBe(403)
    }
    expect(intercom.requests).toEqual([])
  })
})

describe('API3: a body that names another user', () => {
  const claims = [
    'admin_id', 'author', 'contact_id', 'created_at', 'from', 'id', 'intercom_user_id', 'kind', 'principal', 'role',
    'type', 'user', '__proto__', 'constructor', 'prototype',
  ]
  const writing = rows.filter(({ body }) => body)

  test.each(named(writing))('refuses it by name in %s', async (_, row) => {
    for (const principal of [{ kind: 'customer', userId: findStrangers().ann }, { kind: 'agent', adminId: '7042001' }] as const) {
      signIn(principal)
      if (!row.allow.includes(principal.kind)) continue
      for (const claim of claims) {
        const body = JSON.parse(JSON.stringify(findBody(row, principal.kind)).replace('{', `{"${claim}":"1",`))
        if (Object.hasOwn(findBody(row, principal.kind), claim)) continue
        const { status, text } = await ask(row, idFor(row.path), body)
        expect([claim, status]).toEqual([claim, 400])
        expect(text).toContain(`"${claim}":"is not known"`)
      }
    }
    expect(intercom.requests).toEqual([])
  })

  test.each(named(writing.filter(({ allow }) => allow.includes('customer'))))(
    'accepts no other id or address from a customer in %s', async (_, row) => {
      const { ann, bob } = findStrangers()
      signIn({ kind: 'customer', userId: ann })
      for (const claim of [{ user_id: bob.external_id ?? 'bob' }, { external_id: bob.external_id ?? 'bob' }, { email: bob.email ?? 'bob@b.example' }]) {
        const { status } = await ask(row, idFor(row.path), { ...findBody(row, 'customer'), ...claim })
        expect([400, 403]).toContain(status)
      }
      expect(mutations()).toEqual([])
    })
})

describe('API3: a query that adds to what the server signs', () => {
  test.each(['plan=scale', 'attributes[plan]=scale', 'email=bob@b.example', 'name=Bob', 'user_id=bob', 'claims=%7B%7D', 'exp=9999999999'])('is refused: %s', async (query) => {
    signIn({ kind: 'customer', userId: findStrangers().ann })
    const row = rows.find(({ path }) => path === '/api/intercom/identity')!
    const { status, text } = await ask({ ...row, path: `${row.path}?${query}` } as RouteRow, undefined)
    expect(status).toBe(400)
    expect(text).not.toContain('intercom_user_jwt')
  })
})

describe('API4: too many requests', () => {
  // The window starts with each minute, which could end during a test.
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
  afterEach(() => void vi.useRealTimers())

  test.each(named(rows))('limits %s with Retry-After, without a request to Intercom', async (_, row) => {
    const principal = row.allow.includes('agent')
      ? { kind: 'agent', adminId: '7042001' } as const
      : { kind: 'customer', userId: findStrangers().ann } as const
    signIn(principal)
    const limit = row.limit?.requests ?? 0
    // Uses up the limit except for one request.
    const { getStore, setStore } = await import('@/kit/server/stores/kv-store')
    const store = getStore()
    setStore({ ...store, increment: async (key, ttl) => (await store.increment(key, ttl)) + limit - 1 })
    const body = row.body && findBody(row, principal.kind)
    expect((await ask(row, '1', body)).status).not.toBe(429)
    const asked = intercom.requests.length
    const { status, text } = await ask(row, '1', body)
    expect(status).toBe(429)
    expect(JSON.parse(text).error.retry_after).toBeGreaterThan(0)
    expect(intercom.requests).toHaveLength(asked)
  })

  test.each(named(rows.filter(({ body }) => body)))('stops reading an endless body in %s', async (_, row) => {
    signIn({ kind: row.allow.includes('agent') ? 'agent' : 'customer', adminId: '7042001', userId: 'ann' } as never)
    const { status } = await ask(row, '1', { padding: 'x'.repeat((row.maxBody ?? 65_536) + 1) })
    expect(status).toBe(413)
    expect(intercom.requests).toEqual([])
  })
})

describe('API8: other sites and other content types', () => {
  const getPrincipal = ({ allow }: RouteRow) => allow.includes('agent')
    ? { kind: 'agent', adminId: '7042001' } as const
    : { kind: 'customer', userId: findStrangers().ann } as const

  test.each(named(rows))('refuses other sites for any user in %s', async (_, row) => {
    signIn(getPrincipal(row))
    const body = row.body && findBody(row, getPrincipal(row).kind)
    const fromElsewhere: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      ...(row.method === 'GET' ? [] : [
        { 'sec-fetch-site': 'same-site' }, { origin: 'https://attacker.example' }, { origin: 'null' }, { cookie: 'session=1' },
      ]),
    ]
    for (const headers of fromElsewhere) {
      const { status } = await ask(row, idFor(row.path), body, headers)
      expect([headers, status]).toEqual([headers, 403])
    }
    expect(intercom.requests).toEqual([])
  })

  test.each(named(rows.filter(({ body }) => body)))('accepts only JSON in %s', async (_, row) => {
    signIn(getPrincipal(row))
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/jsonx']) {
      const { status } = await ask(row, idFor(row.path), findBody(row, getPrincipal(row).kind), { 'content-type': type })
      expect([type, status]).toEqual([type, 415])
    }
    expect(intercom.requests).toEqual([])
  })
})
