/** Timeline, notes and changes of a contact, which only agents use. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { addAdmin, addContact, createWorkspace, faultIds, HOUR, nextId, NOW, startConversation, type Workspace } from '../../mocks/index.ts'
import {
  contactNoteSchema, contactNotesResponseSchema, contactSchema, type TimelineEntry, timelineResponseSchema,
} from '../../src/kit/contracts/index.ts'
import { begin, call, end, expectNothingLeaked, get, hurry, intercom, logged, type RouteUnderTest, signIn } from './harness.ts'
import { certainly, expectedOfWrites } from './write-faults.ts'

const ann = 'usr_ann'
const contactId = (workspace: Workspace) => workspace.contacts[0]?.id
const timeline: RouteUnderTest = { path: '/api/intercom/contacts/[id]/timeline', id: contactId }
const notes: RouteUnderTest = { path: '/api/intercom/contacts/[id]/notes', id: contactId }
const contact: RouteUnderTest = { path: '/api/intercom/contacts/[id]', id: contactId }
const agent = { kind: 'agent', adminId: '7042001' } as const

/** Adds an entry to the first contact. Times are in hours before now. */
function addEvent(workspace: Workspace, event_name: string, hours: number, metadata: Record<string, unknown> = {}) {
  const { id, external_id, email } = workspace.contacts[0]!
  workspace.events.push({
    type: 'event', id: nextId(workspace, 'event'), event_name, created_at: NOW - hours * HOUR, user_id: external_id, intercom_user_id: id, email, metadata,
  })
}

function addContactNote(workspace: Workspace, body: string, hours: number) {
  const contactReference = { type: 'contact' as const, id: workspace.contacts[0]!.id }
  workspace.notes.push({ type: 'note', id: nextId(workspace, 'note'), created_at: NOW - hours * HOUR, contact: contactReference, author: workspace.admins[0]!, body })
}

function build(): Workspace {
  const workspace = createWorkspace(NOW)
  addAdmin(workspace, { name: 'Priya' })
  const customer = addContact(workspace, { external_id: ann, name: 'Ann', phone: '+353 1', custom_attributes: { role_in_company: 'CTO', plan: 'Team' } })
  addContact(workspace, { external_id: 'usr_bob', name: 'Bob' })
  startConversation(workspace, { contact: customer, body: '<p>Where is my invoice?</p>', at: NOW - 5 * HOUR })
  addEvent(workspace, 'plan_upgraded', 3, { plan: 'Scale', price: { amount: 41000, currency: 'eur' }, page: { url: 'https://app.example/billing', value: 'Billing' } })
  addContactNote(workspace, '<p>Prefers <b>screenshots</b>.</p>', 4)
  return workspace
}

beforeEach(() => {
  begin(build)
  signIn(agent)
})
afterEach(end)

async function read(query?: string) {
  const response = await call(timeline, query === undefined ? {} : { query })
  expect(response.status, await response.clone().text()).toBe(200)
  return timelineResponseSchema.parse(await response.json())
}

const nameOf = (entry: TimelineEntry) => (entry.kind === 'event' ? entry.event_name : entry.kind)

const send = (route: RouteUnderTest, method: 'POST' | 'PATCH', body: unknown, headers: Record<string, string> = { 'idempotency-key': crypto.randomUUID() }) =>
  call(route, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } })

describe('the timeline', () => {
  test('merges events, notes and conversations, newest first', async () => {
    const { entries, next_before, missing } = await read()
    expect(entries.map(nameOf)).toEqual(['plan_upgraded', 'note', 'conversation'])
    expect(entries[0]).toMatchObject({
      created_at: NOW - 3 * HOUR,
      metadata: [{ name: 'plan', value: 'Scale' }, { name: 'price', value: 41000, currency: 'EUR' }, { name: 'page', value: 'Billing', url: 'https://app.example/billing' }],
    })
    expect(entries[1]).toMatchObject({ author: { type: 'admin', name: 'Priya' } })
    expect(entries[2]).toMatchObject({ preview: 'Where is my invoice?', state: 'open' })
    expect([next_before, missing]).toEqual([null, []])
    expect(intercom.requests.map(({ method, path, query }) => [method, path, query])).toContainEqual(
      ['GET', '/events', { type: 'user', intercom_user_id: contactId(intercom.workspace), per_page: '21' }])
  })

  test('leaves out events older than 90 days, which Intercom does not list', async () => {
    addEvent(intercom.workspace, 'long_ago', 91 * 24)
    expect((await read()).entries.map(nameOf)).not.toContain('long_ago')
  })

  /** Reads every page. */
  async function readAll(limit: number): Promise<TimelineEntry[]> {
    const all: TimelineEntry[] = []
    let query = `limit=${limit}`
    for (let page = 0; page < 80; page += 1) {
      const { entries, next_before } = await read(query)
      all.push(...entries)
      if (next_before === null) break
      query = `limit=${limit}&before=${next_before}`
    }
    return all
  }

  test.each([1, 2, 3, 7, 50])('returns each entry once in pages of %d', async (limit) => {
    const { workspace } = intercom
    for (let index = 0; index < 40; index += 1) {
      addEvent(workspace, `event_${'abcd'.charAt(index % 4)}`, index * 7)
      if (index % 3 === 0) addContactNote(workspace, `<p>${index}</p>`, index * 7 + 1)
      if (index % 5 === 0) startConversation(workspace, { contact: workspace.contacts[0]!, body: `<p>${index}</p>`, at: NOW - index * 7 * HOUR })
    }
    const all = await readAll(limit)
    expect(all).toHaveLength(40 + 14 + 8 + 3)
    expect(new Set(all.map((entry) => JSON.stringify(entry))).size).toBe(all.length)
    expect(all.map(({ created_at }) => created_at)).toEqual(all.map(({ created_at }) => created_at).toSorted((a, b) => b - a))
  })

  test('keeps entries of one second together', async () => {
    for (const letter of 'abcdef') addEvent(intercom.workspace, `batch_${letter}`, 1)
    const first = await read('limit=2')
    expect(first.entries.filter(({ created_at }) => created_at === NOW - HOUR)).toHaveLength(3)
  })

  test('loses no entry of a second that a page of Intercom cuts', async () => {
    for (const [index, letter] of [...'abc'].entries()) addEvent(intercom.workspace, `single_${letter}`, 0.1 * (index + 1))
    for (const letter of 'abcd') addEvent(intercom.workspace, `batch_${letter}`, 1)
    expect((await readAll(4)).map(nameOf).filter((name) => name.startsWith('batch_')).sort()).toEqual(['batch_a', 'batch_b', 'batch_c', 'batch_d'])
  })

  test('finds notes beyond the first page of Intercom', async () => {
    for (let index = 0; index < 120; index += 1) addContactNote(intercom.workspace, `<p>${index}</p>`, 10 + index)
    const { entries } = await read(`before=${NOW - 120 * HOUR}&limit=50`)
    expect(entries.filter(({ kind }) => kind === 'note')).toHaveLength(9)
  })

  test.each(['before=x', 'before=-1', 'before=1.5', 'before=1e20', 'limit=0', 'limit=51', 'limit=x', 'cursor=a', 'before=1&before=2'])('refuses %s before any request', async (query) => {
    expect((await call(timeline, { query })).status).toBe(400)
    expect(intercom.requests).toEqual([])
  })

  test('responds with 404 for an unknown contact', async () => {
    expect((await call(timeline, { id: 'f'.repeat(24) })).status).toBe(404)
  })

  test('shows hostile metadata as text, and links to web pages only', async () => {
    const { workspace } = intercom
    addEvent(workspace, 'odd', 0.5, {
      script: { url: 'javascript:alert(1)', value: '<img src=x onerror=alert(1)>' }, list: [1], none: null, long: 'x'.repeat(5000), '\u202Egnp.exe': 'a\u202Eb', '': 'unnamed', money: { amount: 'x', currency: 'toolong' },
    })
    Object.assign(workspace.events.at(-1)!, { event_name: 'Odd &amp; <b>' })
    const [entry] = (await read()).entries
    expect(entry).toMatchObject({ event_name: 'Odd & <b>' })
    const { metadata } = entry as Extract<TimelineEntry, { kind: 'event' }>
    expect(metadata).toEqual([
      { name: 'script', value: '<img src=x onerror=alert(1)>' }, { name: 'none', value: null }, { name: 'long', value: `${'x'.repeat(255)}…` },
      { name: 'gnp.exe', value: 'ab' }, { name: 'money', value: 'x' },
    ])
  })
})

/** Sources of the team's view, each with the requests that fail. */
const sources = [
  { source: 'events', path: '/events', permission: 'Read events' },
  { source: 'notes', path: /^\/contacts\/[^/]+\/notes$/, permission: 'Read one user and one company' },
  { source: 'conversations', path: '/conversations/search', permission: 'Read conversations' },
] as const

describe.each(sources)('without $source', ({ source, path, permission }) => {
  const works = new Set(['200-unknown-fields', '200-null-author', '200-5MB'])

  test.each(faultIds)('the timeline shows the rest during the fault %s', async (fault) => {
    intercom.setFault({ id: fault, path })
    if (fault === 'never' || fault === 'slow-10s') hurry(1)
    const { entries, missing } = await read()
    expect(missing).toEqual(works.has(fault) ? [] : [{ source, permission: fault === '403' ? permission : null }])
    const rest = ['plan_upgraded', 'note', 'conversation'].filter((_, index) => index !== sources.findIndex((one) => one.source === source))
    expect(entries.map(nameOf)).toEqual(expect.arrayContaining(fault === '200-null-author' ? rest.filter((name) => name !== 'note') : rest))
    expectNothingLeaked(JSON.stringify(missing))
    if (!works.has(fault)) expect(logged.some(({ route }) => route === `timeline: ${source}`)).toBe(true)
  })

  test.each([402, 410])('the timeline shows the rest after a response of %d', async (status) => {
    const { fetch: answer } = intercom
    vi.stubGlobal('fetch', async (input: string, init: RequestInit) => {
      const { pathname } = new URL(input)
      return (typeof path === 'string' ? pathname === path : path.test(pathname)) ? Response.json({ type: 'error.list', errors: [] }, { status }) : answer(input, init)
    })
    expect((await read()).missing).toEqual([{ source, permission: null }])
  })
})

test('reports which permissions a token without any lacks', async () => {
  intercom.setFault('403')
  expect((await read()).missing.map((one) => one.permission)).toEqual(sources.map(({ permission }) => permission))
})

/** Requests for what an inbox shows beside list and thread. */
const enrichments: [name: string, route: RouteUnderTest, path: string | RegExp, version?: string][] = [
  ['timeline', timeline, /^\/(events|contacts\/[^/]+\/notes)$/],
  ['notes', notes, /\/notes$/],
  ['attribute definitions', { path: '/api/intercom/conversations/attributes' }, '/conversations/attributes', '2.16'],
  ['contact', contact, /^\/contacts\/[^/]+(\/(companies|tags))?$/],
  ['tags', { path: '/api/intercom/tags' }, '/tags'],
  ['admins', { path: '/api/intercom/admins' }, /^\/(admins|teams)$/],
]

describe.each(enrichments)('%s', (_, route, path, version = '2.14') => {
  test.each(faultIds)('leaves list and thread open during the fault %s', async (fault) => {
    vi.stubEnv('INTERCOM_API_VERSION', version)
    intercom.setFault({ id: fault, path })
    hurry(1)
    const response = await call(route)
    expectNothingLeaked(response.ok ? '' : await response.text())
    const conversations = '/api/intercom/conversations'
    for (const other of [await get(conversations), await get(`${conversations}/[id]`)]) expect(other.status).toBe(200)
  })
})

describe('notes', () => {
  test('are listed newest first, as rich text, with their author', async () => {
    addContactNote(intercom.workspace, '<p>Later<script>alert(1)</script></p>', 1)
    const list = contactNotesResponseSchema.parse(await (await call(notes)).json())
    expect(list).toMatchObject({ total_count: 2, notes: [{ body: [{ tag: 'p', children: [{ text: 'Later' }] }], author: { type: 'admin', name: 'Priya' } }, {}] })
    expect(JSON.stringify(list)).not.toMatch(/script|@/)
  })

  test('keep within the size of a thread', async () => {
    for (let index = 0; index < 50; index += 1) addContactNote(intercom.workspace, `<p>${'word '.repeat(3900)}</p>`, index)
    const text = await (await call(notes)).text()
    expect(text.length).toBeLessThan(1_300_000)
    expect(contactNotesResponseSchema.parse(JSON.parse(text)).notes.some(({ truncated }) => truncated)).toBe(true)
  })

  test('are written once in the name of the agent, as escaped HTML', async () => {
    const key = { 'idempotency-key': crypto.randomUUID() }
    const responses = [await send(notes, 'POST', { body: 'One <b>\n\nTwo' }, key), await send(notes, 'POST', { body: 'One <b>\n\nTwo' }, key)]
    const written = await Promise.all(responses.map(async (response) => contactNoteSchema.parse(await response.json())))
    expect(written[0]).toEqual(written[1])
    expect(written[0]?.author).toMatchObject({ type: 'admin', id: '7042001' })
    const posts = intercom.requests.filter(({ method }) => method === 'POST')
    expect(posts.map(({ body }) => body)).toEqual([{ admin_id: '7042001', body: '<p>One &lt;b&gt;</p><p>Two</p>' }])
  })

  test.each(faultIds)('report the fault %s, and are never written twice', async (fault) => {
    intercom.setFault({ id: fault, method: 'POST', times: 3 })
    const { status, code, tries } = expectedOfWrites[fault]
    if (code === 'upstream_timeout') hurry(1)
    const key = { 'idempotency-key': crypto.randomUUID() }
    const response = await send(notes, 'POST', { body: 'Once' }, key)
    expect(response.status).toBe(status)
    expect(intercom.requests.filter(({ method }) => method === 'POST')).toHaveLength(tries)
    if (!code) return
    intercom.setFault(null)
    const again = await send(notes, 'POST', { body: 'Once' }, key)
    expect(again.status).toBe(certainly.has(fault) ? 200 : 409)
  })

  test.each([[{ body: '' }, 'body'], [{ body: ' \n' }, 'body'], [{ body: 'x'.repeat(20_001) }, 'body'], [{}, 'body'], [{ body: 7 }, 'body'], [{ body: 'x', admin_id: '1' }, 'admin_id'], [{ body: 'x', contact_id: '1' }, 'contact_id']])(
    'refuse %j', async (body, field) => {
      const response = await send(notes, 'POST', body)
      expect(response.status).toBe(400)
      expect((await response.json()).error.fields).toHaveProperty(field)
      expect(intercom.requests).toEqual([])
    })

  test('take the longest text that a reply may have', async () => {
    expect((await send(notes, 'POST', { body: '\u0001x'.repeat(10_000) })).status).toBe(200)
  })
})

describe('a change of a contact', () => {
  test('sets name, phone and a listed attribute, and keeps the rest', async () => {
    const response = await send(contact, 'PATCH', { name: ' Ann B ', custom_attributes: { role_in_company: 'CEO' } })
    expect(contactSchema.parse(await response.json())).toMatchObject({ name: 'Ann B', phone: '+353 1', custom_attributes: { role_in_company: 'CEO', plan: 'Team' }, editable_attributes: ['role_in_company'] })
    expect(intercom.requests.filter(({ method }) => method !== 'GET').map(({ method, path, body }) => [method, path, body])).toEqual([
      ['PUT', `/contacts/${contactId(intercom.workspace)}`, { name: 'Ann B', custom_attributes: { role_in_company: 'CEO' } }],
    ])
  })

  test('clears a field with null', async () => {
    const changed = contactSchema.parse(await (await send(contact, 'PATCH', { phone: null, custom_attributes: { role_in_company: null } })).json())
    expect([changed.phone, changed.custom_attributes.role_in_company]).toEqual([null, null])
  })

  test.each(['plan', 'Role_In_Company', 'role_in_company ', 'email', 'constructor', 'prototype'])('refuses the attribute %s by name', async (name) => {
    const response = await call(contact, {
      method: 'PATCH', body: `{"custom_attributes":{"role_in_company":"CEO","${name}":"x"}}`, headers: { 'content-type': 'application/json' },
    })
    const { error } = await response.json()
    expect([response.status, Object.keys(error.fields)]).toEqual([400, [`custom_attributes.${name}`]])
    expect(error.message).toContain(name)
    expect(intercom.requests).toEqual([])
  })

  test.each(['email', 'external_id', 'role', 'owner_id', 'signed_up_at', 'unsubscribed_from_emails', 'avatar'])('refuses %s', async (name) => {
    const response = await send(contact, 'PATCH', { [name]: 'x' })
    expect([response.status, Object.keys((await response.json()).error.fields)]).toEqual([400, [name]])
    expect(intercom.requests).toEqual([])
  })

  test.each([{ name: '' }, { name: ' ' }, { name: 'x'.repeat(256) }, { phone: 'x'.repeat(51) }, { custom_attributes: { role_in_company: 'x'.repeat(256) } }, { custom_attributes: { role_in_company: ['a'] } }])(
    'refuses %j', async (body) => {
      expect((await send(contact, 'PATCH', body)).status).toBe(400)
      expect(intercom.requests).toEqual([])
    })
})

describe('a customer', () => {
  beforeEach(() => signIn({ kind: 'customer', userId: ann }))

  test.each([
    ['timeline', () => call(timeline)], ['notes', () => call(notes)], ['a new note', () => send(notes, 'POST', { body: 'x' })],
    ['a change', () => send(contact, 'PATCH', { name: 'x' })],
  ] as const)('gets 403 for %s, without a request', async (_, ask) => {
    expect((await ask()).status).toBe(403)
    expect(intercom.requests).toEqual([])
  })

  test('receives nothing of what the team writes about them', async () => {
    addContactNote(intercom.workspace, '<p>SECRET note</p>', 1)
    addEvent(intercom.workspace, 'secret_event', 1)
    const own = intercom.workspace.conversations[0]!.id
    for (const response of [await get('/api/intercom/contacts/[id]'), await get('/api/intercom/conversations'), await get('/api/intercom/conversations/[id]', { id: own })]) {
      expect(response.status).toBe(200)
      expect(await response.text()).not.toMatch(/SECRET|secret_event|"(editable_attributes|notes|entries|events)"/i)
    }
  })
})

test('makes one request per source', async () => {
  await read()
  expect(intercom.requests.map(({ path }) => path).sort()).toEqual([`/contacts/${contactId(intercom.workspace)}/notes`, '/conversations/search', '/events'])
})
