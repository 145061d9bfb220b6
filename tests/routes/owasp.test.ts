import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { RouteRow } from '../../src/kit/server/http/route-table.ts'
import { makeCases, readAnswer } from '../anywhere/cases.ts'
import { begin, end, expectNothingLeaked, intercom, getModule, signIn, table } from './table.ts'

const rows = table.filter(({ allow, path }) => allow !== 'signature' && path.startsWith('/api/intercom/'))
const named = (some: RouteRow[]) => some.map((row) => [`${row.method} ${row.path}`, row] as const)
const forCustomers = rows.filter(({ allow }) => allow.includes('customer'))
const forAgents = rows.filter(({ allow }) => !allow.includes('customer'))

/** A body that the route takes, from the table of cases. */
function bodyOf(row: RouteRow, as: 'agent' | 'customer'): Record<string, unknown> {
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

/** Requests to Intercom that change something. */
const mutations = () => intercom.requests.filter(({ method, path }) => method !== 'GET' && !path.endsWith('/search'))

/** Two customers who have nothing to do with each other: ids of the second, which the first asks for. */
function strangers() {
  const [ann] = intercom.workspace.contacts.filter(({ external_id }) => external_id !== null)
  const theirs = intercom.workspace.conversations.find(({ contacts }) => contacts.contacts.every(({ id }) => id !== ann?.id))
  const bob = intercom.workspace.contacts.find(({ id }) => id === theirs?.contacts.contacts[0]?.id)
  if (!ann?.external_id || !theirs || !bob) throw new Error('The workspace has no two strangers.')
  return { ann: ann.external_id, bob, conversation: theirs.id }
}

const idFor = (path: string) => (path.includes('/contacts/') ? strangers().bob.id : strangers().conversation)

beforeEach(() => {
  begin()
})
afterEach(end)

describe('API1, API3: a customer who asks for what is somebody else\'s', () => {
  test.each(named(forCustomers.filter(({ path }) => path.includes('['))))('%s is told that there is nothing', async (_, row) => {
    signIn({ kind: 'customer', userId: strangers().ann })
    const body = row.body && bodyOf(row, 'customer')
    const { status, text } = await ask(row, idFor(row.path), body)
    const none = await ask(row, row.path.includes('/contacts/') ? 'f'.repeat(24) : '999', body)
    expect([status, none.status]).toEqual([404, 404])
    const without = (one: string) => ({ ...JSON.parse(one).error, request_id: '' })
    expect(without(text)).toEqual(without(none.text))
    expect(mutations()).toEqual([])
  })

  test.each(named(forCustomers.filter(({ path, method }) => !path.includes('[') && method === 'GET')))(
    '%s answers with nothing of theirs', async (_, row) => {
      const { ann, bob, conversation } = strangers()
      signIn({ kind: 'customer', userId: ann })
      const { text } = await ask(row, undefined)
      for (const theirs of [bob.id, bob.email, bob.external_id, conversation]) expect(text).not.toContain(`"${theirs}"`)
    })
})

describe('API5: a customer who asks for what is for agents', () => {
  test.each(named(forAgents))('%s is refused before Intercom is asked', async (_, row) => {
    signIn({ kind: 'customer', userId: strangers().ann })
    for (const body of row.body ? [bodyOf(row, 'agent'), {}, undefined] : [undefined]) {
      expect((await ask(row, idFor(row.path), body)).status).toBe(403)
    }
    expect(intercom.requests).toEqual([])
  })
})

describe('API3: a body that says who somebody is', () => {
  const claims = [
    'admin_id', 'author', 'contact_id', 'created_at', 'from', 'id', 'intercom_user_id', 'kind', 'principal', 'role',
    'type', 'user', '__proto__', 'constructor', 'prototype',
  ]
  const writing = rows.filter(({ body }) => body)

  test.each(named(writing))('%s refuses it, by name', async (_, row) => {
    for (const principal of [{ kind: 'customer', userId: strangers().ann }, { kind: 'agent', adminId: '7042001' }] as const) {
      signIn(principal)
      if (!row.allow.includes(principal.kind)) continue
      for (const claim of claims) {
        const body = JSON.parse(JSON.stringify(bodyOf(row, principal.kind)).replace('{', `{"${claim}":"1",`))
        if (Object.hasOwn(bodyOf(row, principal.kind), claim)) continue
        const { status, text } = await ask(row, idFor(row.path), body)
        expect([claim, status]).toEqual([claim, 400])
        expect(text).toContain(`"${claim}":"is not known"`)
      }
    }
    expect(intercom.requests).toEqual([])
  })

  test.each(named(writing.filter(({ allow }) => allow.includes('customer'))))(
    '%s takes no other id or address from a customer', async (_, row) => {
      const { ann, bob } = strangers()
      signIn({ kind: 'customer', userId: ann })
      for (const claim of [{ user_id: bob.external_id ?? 'bob' }, { external_id: bob.external_id ?? 'bob' }, { email: bob.email ?? 'bob@b.example' }]) {
        const { status } = await ask(row, idFor(row.path), { ...bodyOf(row, 'customer'), ...claim })
        expect([400, 403]).toContain(status)
      }
      expect(mutations()).toEqual([])
    })
})

describe('API4: somebody who asks too much', () => {
  // The count begins anew with each minute, and one may end in the midst of a test.
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
  afterEach(() => void vi.useRealTimers())

  test.each(named(rows))('%s says when to come back, and asks Intercom nothing more', async (_, row) => {
    const principal = row.allow.includes('agent')
      ? { kind: 'agent', adminId: '7042001' } as const
      : { kind: 'customer', userId: strangers().ann } as const
    signIn(principal)
    const limit = row.limit?.requests ?? 0
    // As if all but one had been asked already.
    const { getStore, setStore } = await import('@/kit/server/stores/kv-store')
    const store = getStore()
    setStore({ ...store, increment: async (key, ttl) => (await store.increment(key, ttl)) + limit - 1 })
    const body = row.body && bodyOf(row, principal.kind)
    expect((await ask(row, '1', body)).status).not.toBe(429)
    const asked = intercom.requests.length
    const { status, text } = await ask(row, '1', body)
    expect(status).toBe(429)
    expect(JSON.parse(text).error.retry_after).toBeGreaterThan(0)
    expect(intercom.requests).toHaveLength(asked)
  })

  test.each(named(rows.filter(({ body }) => body)))('%s reads no endless body', async (_, row) => {
    signIn({ kind: row.allow.includes('agent') ? 'agent' : 'customer', adminId: '7042001', userId: 'ann' } as never)
    const { status } = await ask(row, '1', { padding: 'x'.repeat((row.maxBody ?? 65_536) + 1) })
    expect(status).toBe(413)
    expect(intercom.requests).toEqual([])
  })
})

describe('API8: a page of another site, and what is no JSON', () => {
  const principalOf = ({ allow }: RouteRow) => allow.includes('agent')
    ? { kind: 'agent', adminId: '7042001' } as const
    : { kind: 'customer', userId: strangers().ann } as const

  test.each(named(rows))('%s answers no other site, whoever is signed in', async (_, row) => {
    signIn(principalOf(row))
    const body = row.body && bodyOf(row, principalOf(row).kind)
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

  test.each(named(rows.filter(({ body }) => body)))('%s takes JSON alone', async (_, row) => {
    signIn(principalOf(row))
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/jsonx']) {
      const { status } = await ask(row, idFor(row.path), bodyOf(row, principalOf(row).kind), { 'content-type': type })
      expect([type, status]).toEqual([type, 415])
    }
    expect(intercom.requests).toEqual([])
  })
})
