/** Drives the mocked Intercom's server with Intercom's own client. */
import { type Intercom as Types, IntercomError } from 'intercom-client'
import { describe, expect, test } from 'vitest'
import { DAY, NOW, type Conversation } from '../mocks/index.ts'
import { serveForSdk } from './sdk-server.ts'

const { intercom, client } = serveForSdk()

function someConversation(matches: (conversation: Conversation) => boolean): Conversation {
  const found = intercom.workspace.conversations.find(matches)
  if (!found) throw new Error('The support week lacks the conversation that this test needs.')
  return found
}

const getParts = (conversation: Types.Conversation) => conversation.conversation_parts?.conversation_parts ?? []

describe('reading', () => {
  test('identifies the admin and the workspace of the token', async () => {
    const me = await client().admins.identify()
    expect(me?.name).toBe('Priya Raman')
    expect(me?.app?.id_code).toBe(intercom.workspace.app.id_code)
    expect(intercom.requests.at(-1)?.headers['intercom-version']).toBe('2.14')
  })

  test('lists admins and finds one', async () => {
    const { admins } = await client().admins.list()
    expect(admins?.map((admin) => admin?.name)).toEqual(intercom.workspace.admins.map(({ name }) => name))
    const found = await client().admins.find({ admin_id: Number(admins?.[1]?.id) })
    expect(found?.name).toBe('Tom Gallagher')
  })

  test('lists teams and tags', async () => {
    const { teams } = await client().teams.list()
    expect(teams).toHaveLength(3)
    const { data } = await client().tags.list()
    expect(data?.map(({ name }) => name)).toContain('Billing')
  })

  test('iterates over every page of conversations, newest first, each once', async () => {
    const seen: { id?: string; updated_at?: number }[] = []
    for await (const conversation of await client().conversations.list({ per_page: 7 })) seen.push(conversation)
    const all = intercom.workspace.conversations
    expect(new Set(seen.map(({ id }) => id))).toEqual(new Set(all.map(({ id }) => id)))
    expect(seen).toHaveLength(all.length)
    const times = seen.map(({ updated_at }) => updated_at ?? 0)
    expect(times).toEqual(times.toSorted((a, b) => b - a))
    expect(intercom.requests).toHaveLength(Math.ceil(all.length / 7))
  })

  test('iterates over every page of a search', async () => {
    const query = { operator: 'AND' as const, value: [{ field: 'state', operator: '=' as const, value: 'open' }] }
    const ids: (string | undefined)[] = []
    const pages = await client().conversations.search({ query, pagination: { per_page: 3 } })
    for await (const { id } of pages) ids.push(id)
    const open = intercom.workspace.conversations.filter(({ state }) => state === 'open')
    expect(open.length).toBeGreaterThan(9)
    expect(ids.toSorted()).toEqual(open.map(({ id }) => id).toSorted())
  })

  test('finds a conversation with its parts, as plain text on request', async () => {
    const wanted = someConversation(({ title }) => title === '429 on the ingestion API')
    const html = await client().conversations.find({ conversation_id: wanted.id })
    expect(getParts(html)).toHaveLength(wanted.conversation_parts.total_count)
    expect(getParts(html).at(1)?.body).toContain('<b>by project</b>')
    const text = await client().conversations.find({ conversation_id: wanted.id, display_as: 'plaintext' })
    expect(getParts(text).at(1)?.body).toContain('it is by project')
    expect(getParts(text).at(1)?.body).not.toContain('<')
  })
})

describe('contacts', () => {
  test('creates, finds, updates, searches and lists', async () => {
    const { contacts } = client()
    const created = await contacts.create({ email: 'new@customer.example', external_id: 'u-77', name: 'New' })
    expect((await contacts.find({ contact_id: created.id ?? '' })).email).toBe('new@customer.example')
    expect((await contacts.showContactByExternalId({ external_id: 'u-77' })).id).toBe(created.id)
    const updated = await contacts.update({
      contact_id: created.id ?? '',
      phone: '+353 1 555 0100',
      custom_attributes: { plan: 'Team' },
    })
    expect(updated).toMatchObject({ phone: '+353 1 555 0100', name: 'New', custom_attributes: { plan: 'Team' } })
    const found: (string | undefined)[] = []
    const query = { field: 'external_id', operator: '=' as const, value: 'u-77' }
    for await (const { id } of await contacts.search({ query })) found.push(id)
    expect(found).toEqual([created.id])
    let count = 0
    for await (const _ of await contacts.list({ per_page: 10 })) count += 1
    expect(count).toBe(intercom.workspace.contacts.length)
  })

  test('refuses a second user with the same e-mail address', async () => {
    const email = intercom.workspace.contacts[0]?.email ?? ''
    await expect(client().contacts.create({ email })).rejects.toMatchObject({ statusCode: 409 })
  })

  test('lists companies, tags and notes of a contact', async () => {
    const contact_id = intercom.workspace.contacts[0]?.id ?? ''
    // The client reads `companies`, like the description. Intercom's own examples respond with `data`.
    const { response } = await client().contacts.listAttachedCompanies({ contact_id })
    expect(response).toMatchObject({ data: [{ name: 'Alder & Finch' }], total_count: 1 })
    const before = intercom.workspace.notes.filter(({ contact }) => contact.id === contact_id).length
    await client().notes.create({ contact_id, admin_id: intercom.workspace.viewer_id, body: 'Likes brevity' })
    const bodies: (string | undefined)[] = []
    for await (const note of await client().notes.list({ contact_id })) bodies.push(note.body)
    expect(bodies[0]).toBe('<p>Likes brevity</p>')
    expect(bodies).toHaveLength(before + 1)
  })
})

describe('changes', () => {
  const admin_id = () => intercom.workspace.viewer_id

  test('replies as an admin and as a customer', async () => {
    const { id: conversation_id, contacts } = someConversation(
      ({ state, waiting_since }) => state === 'open' && waiting_since !== null,
    )
    const body = {
      message_type: 'comment' as const,
      type: 'admin' as const,
      admin_id: admin_id(),
      body: '<p>On it</p>',
    }
    const answered = await client().conversations.reply({ conversation_id, body })
    expect(answered.waiting_since).toBeNull()
    expect(getParts(answered).at(-1)).toMatchObject({
      part_type: 'comment',
      body: '<p>On it</p>',
      author: { name: 'Priya Raman' },
    })
    const asked = await client().conversations.reply({
      conversation_id,
      body: { message_type: 'comment', type: 'user', intercom_user_id: contacts.contacts[0]?.id ?? '', body: 'a < b' },
    })
    expect(asked).toMatchObject({ read: false, waiting_since: NOW })
    expect(getParts(asked).at(-1)?.body).toBe('<p>a &lt; b</p>')
  })

  test('closes, snoozes, assigns and opens', async () => {
    const { id: conversation_id } = someConversation(({ state }) => state === 'open')
    const { conversations } = client()
    const closed = await conversations.manage({
      conversation_id,
      body: { message_type: 'close', type: 'admin', admin_id: admin_id() },
    })
    expect(closed).toMatchObject({ state: 'closed', open: false })
    const snoozed = await conversations.manage({
      conversation_id,
      body: { message_type: 'snoozed', admin_id: admin_id(), snoozed_until: NOW + DAY },
    })
    expect(snoozed).toMatchObject({ state: 'snoozed', open: true, snoozed_until: NOW + DAY })
    const opened = await conversations.manage({ conversation_id, body: { message_type: 'open', admin_id: admin_id() } })
    expect(opened).toMatchObject({ state: 'open', snoozed_until: null })
    const assignee_id = intercom.workspace.admins[4]?.id ?? ''
    const assigned = await conversations.manage({
      conversation_id,
      body: { message_type: 'assignment', type: 'admin', admin_id: admin_id(), assignee_id },
    })
    expect(assigned.admin_assignee_id).toBe(Number(assignee_id))
    expect(
      getParts(assigned).slice(-4).map(({ part_type }) => part_type),
    ).toEqual(['close', 'snoozed', 'open', 'assignment'])
  })

  test('tags and untags', async () => {
    const { id: conversation_id } = someConversation(({ tags }) => tags.tags.length === 0)
    const tag = intercom.workspace.tags[0]
    await client().tags.tagConversation({ conversation_id, id: tag?.id ?? '', admin_id: admin_id() })
    expect((await client().conversations.find({ conversation_id })).tags?.tags).toMatchObject([{ name: tag?.name }])
    await client().tags.untagConversation({ conversation_id, tag_id: tag?.id ?? '', admin_id: admin_id() })
    expect((await client().conversations.find({ conversation_id })).tags?.tags).toEqual([])
  })

  test('accepts an event once', async () => {
    const event = { event_name: 'plan_upgraded', created_at: NOW, user_id: 'usr_1000', metadata: { plan: 'Scale' } }
    const before = intercom.workspace.events.length
    const { rawResponse } = await client().events.create(event).withRawResponse()
    expect(rawResponse.status).toBe(202)
    await client().events.create(event)
    expect(intercom.workspace.events.slice(before)).toMatchObject([
      { event_name: 'plan_upgraded', metadata: { plan: 'Scale' } },
    ])
    expect(intercom.requests.at(-1)?.body).toMatchObject(event)
  })
})

describe('failures', () => {
  test('retries a 429 and succeeds', async () => {
    intercom.setFault({ id: '429-reset', times: 1 })
    const { admins } = await client('good', 2).admins.list()
    expect(admins).toHaveLength(6)
    expect(intercom.requests).toHaveLength(2)
  })

  test("responds to a wrong token with 401 and Intercom's code", async () => {
    const failure = await client('invalid').conversations.list().catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(IntercomError)
    expect(failure).toMatchObject({ statusCode: 401, body: { type: 'error.list', errors: [{ code: 'unauthorized' }] } })
  })

  test('responds with 404 for unknown ids', async () => {
    await expect(client().conversations.find({ conversation_id: '1' })).rejects.toMatchObject({ statusCode: 404 })
    await expect(client().contacts.find({ contact_id: '0'.repeat(24) })).rejects.toMatchObject({ statusCode: 404 })
  })

  test('throws when the connection breaks', async () => {
    intercom.setFault('conn-reset')
    await expect(client().admins.list()).rejects.toThrow()
    intercom.setFault('truncated-stream')
    await expect(client().admins.list()).rejects.toThrow()
  })

  test('sends the rate limit with every authenticated response', async () => {
    const { rawResponse } = await client().admins.list().withRawResponse()
    expect(Number(rawResponse.headers.get('x-ratelimit-remaining'))).toBeGreaterThan(0)
    expect(Number(rawResponse.headers.get('x-ratelimit-reset')) * 1000).toBeGreaterThan(Date.now())
  })
})
