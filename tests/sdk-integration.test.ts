/** Drives the mocked Intercom's server with Intercom's own client: endpoints that integrations use beside an inbox. */
import { describe, expect, test } from 'vitest'
import { NOW } from '../mocks/index.ts'
import { serveForSdk } from './sdk-server.ts'

const { intercom, client } = serveForSdk()

const admin_id = () => intercom.workspace.viewer_id
const someUser = () => intercom.workspace.contacts.find(({ role }) => role === 'user')!
const topics = () => {
  const heard: string[] = []
  intercom.on(({ topic }) => heard.push(topic))
  return heard
}

async function all<Item>(pages: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = []
  for await (const item of pages) items.push(item)
  return items
}

describe('contacts', () => {
  test('hides an archived contact until it is unarchived', async () => {
    const { contacts } = client()
    const { id: contact_id, email, external_id } = someUser()
    expect(await contacts.archive({ contact_id })).toEqual({ type: 'contact', id: contact_id, external_id, archived: true })
    await expect(contacts.find({ contact_id })).rejects.toMatchObject({ statusCode: 404 })
    const ids = (await all(await contacts.list({ per_page: 50 }))).map(({ id }) => id)
    expect(ids).not.toContain(contact_id)
    await expect(contacts.create({ email: email ?? '' })).rejects.toMatchObject({
      statusCode: 409, body: { errors: [{ message: `An archived contact matching those details already exists with id=${contact_id}` }] },
    })
    expect(await contacts.unarchive({ contact_id })).toMatchObject({ id: contact_id, archived: false })
    expect((await contacts.find({ contact_id })).email).toBe(email)
  })

  test('deletes a contact, and counts one person less in its company', async () => {
    const company = intercom.workspace.companies[0]!
    const before = company.user_count
    const contact_id = intercom.workspace.contacts.find(({ companies }) => companies.data[0]?.id === company.id)?.id ?? ''
    const heard = topics()
    expect(await client().contacts.delete({ contact_id })).toMatchObject({ id: contact_id, deleted: true })
    await expect(client().contacts.find({ contact_id })).rejects.toMatchObject({ statusCode: 404 })
    expect((await client().companies.find({ company_id: company.id }))?.user_count).toBe(before - 1)
    expect(heard).toEqual(['contact.deleted'])
  })

  test('merges a lead into a user, with its conversations', async () => {
    const { workspace } = intercom
    const lead = workspace.contacts.find(
      ({ id, role }) => role === 'lead' && workspace.conversations.some(({ contacts }) => contacts.contacts[0]?.id === id),
    )!
    const theirs = workspace.conversations.find(({ contacts }) => contacts.contacts[0]?.id === lead.id)!
    const user = someUser()
    const answer = { message_type: 'comment' as const, type: 'user' as const, intercom_user_id: lead.id, body: 'Still me' }
    await client().conversations.reply({ conversation_id: theirs.id, body: answer })
    const heard = topics()
    const merged = await client().contacts.mergeLeadInUser({ from: lead.id, into: user.id })
    expect(merged).toMatchObject({ id: user.id, role: 'user' })
    const conversation = await client().conversations.find({ conversation_id: theirs.id })
    expect(conversation.contacts?.contacts).toMatchObject([{ id: user.id }])
    expect(JSON.stringify(conversation)).not.toContain(lead.id)
    await expect(client().contacts.find({ contact_id: lead.id })).rejects.toMatchObject({ statusCode: 404 })
    await expect(client().contacts.mergeLeadInUser({ from: user.id, into: user.id })).rejects.toMatchObject({ statusCode: 400 })
    expect(heard).toEqual(['contact.merged'])
  })

  test('lists the contacts that match a segment', async () => {
    const { segments } = await client().segments.list({ include_count: true })
    const scale = segments?.find(({ name }) => name === 'On the Scale plan')
    const inIt = intercom.workspace.contacts.filter(({ custom_attributes }) => custom_attributes.plan === 'Scale')
    expect(inIt.length).toBeGreaterThan(0)
    expect(scale?.count).toBe(inIt.length)
    const { data } = await client().contacts.listAttachedSegments({ contact_id: inIt[0]?.id ?? '' })
    expect(data?.map(({ name }) => name)).toContain('On the Scale plan')
    expect(await client().segments.find({ segment_id: scale?.id ?? '' })).not.toHaveProperty('query')
  })

  test('subscribes a contact and unsubscribes it', async () => {
    const contact_id = someUser().id
    const { data: [news, alarms] = [] } = await client().subscriptionTypes.list()
    const ids = async () =>
      (await client().contacts.listAttachedSubscriptions({ contact_id })).data?.map(({ id }) => id)
    await client().contacts.attachSubscription({ contact_id, id: news?.id ?? '', consent_type: 'opt_out' })
    await client().contacts.attachSubscription({ contact_id, id: alarms?.id ?? '', consent_type: 'opt_in' })
    expect(await ids()).toEqual([news?.id, alarms?.id])
    const found = await client().contacts.find({ contact_id })
    expect(found).toMatchObject({ opted_out_subscription_types: { data: [{ id: news?.id }], total_count: 1 } })
    await client().contacts.detachSubscription({ contact_id, subscription_id: news?.id ?? '' })
    expect(await ids()).toEqual([alarms?.id])
  })
})

describe('companies', () => {
  test('creates, changes, finds by own id, and deletes', async () => {
    const { companies } = client()
    const made = await companies.createOrUpdate({ company_id: 'acct_new', name: 'New', custom_attributes: { region: 'EU' } })
    const again = await companies.createOrUpdate({ company_id: 'acct_new', plan: 'Scale' })
    expect(again).toMatchObject({ id: made?.id, name: 'New', plan: { name: 'Scale' }, custom_attributes: { region: 'EU' } })
    const company_id = made?.id ?? ''
    expect(await companies.update({ company_id, body: { industry: 'Retail' } })).toMatchObject({ industry: 'Retail' })
    expect(await companies.retrieve({ company_id: 'acct_new' })).toMatchObject({ id: company_id })
    await expect(companies.createOrUpdate({ name: 'Nameless' })).rejects.toMatchObject({ statusCode: 400 })
    const contact_id = someUser().id
    await companies.attachContact({ contact_id, id: company_id })
    expect((await companies.listAttachedContacts({ company_id })).data?.map(({ id }) => id)).toEqual([contact_id])
    expect(await companies.detachContact({ contact_id, company_id })).toMatchObject({ user_count: 0 })
    expect(await companies.delete({ company_id })).toEqual({ id: company_id, object: 'company', deleted: true })
    await expect(companies.find({ company_id })).rejects.toMatchObject({ statusCode: 404 })
  })

  test('lists pages and scrolls', async () => {
    const names = new Set(intercom.workspace.companies.map(({ id }) => id))
    expect(new Set((await all(await client().companies.list({ per_page: 3 }))).map(({ id }) => id))).toEqual(names)
    expect(new Set((await all(await client().companies.scroll())).map(({ id }) => id))).toEqual(names)
  })
})

describe('the inbox', () => {
  test('sets a teammate away and logs it', async () => {
    const { data: reasons } = { data: await client().awayStatusReasons.listAwayStatusReasons() }
    expect(JSON.stringify(reasons)).toContain('At lunch')
    const away = { away_mode_enabled: true, away_mode_reassign: true, away_status_reason_id: 1 }
    expect(await client().admins.away({ admin_id: Number(admin_id()), ...away })).toMatchObject(away)
    const logs = await client().admins.listAllActivityLogs({ created_at_after: String(NOW - 1) })
    expect(logs.activity_logs).toMatchObject([{ activity_type: 'admin_away_mode_change', created_at: NOW }])
    await expect(client().admins.away({ admin_id: Number(admin_id()), ...away, away_status_reason_id: 9 }))
      .rejects.toMatchObject({ statusCode: 400 })
  })

  test('tags companies and people by name, and deletes the tag from everything', async () => {
    const { workspace } = intercom
    const contact = someUser()
    const company_id = workspace.companies[0]?.company_id
    const tag = await client().tags.create({ name: 'Partner', companies: [{ company_id }] })
    await client().tags.create({ name: 'Partner', users: [{ id: contact.id }] })
    expect(workspace.companies[0]?.tags.tags).toMatchObject([{ name: 'Partner' }])
    const { data } = await client().contacts.listAttachedTags({ contact_id: contact.id })
    expect(data?.map(({ name }) => name)).toContain('Partner')
    await client().tags.create({ name: 'Partner', companies: [{ company_id, untag: true }] })
    expect(workspace.companies[0]?.tags.tags).toEqual([])
    const used = workspace.conversations.find(({ tags }) => tags.tags.length > 0)?.tags.tags[0]
    for (const tag_id of [tag.id ?? '', used?.id ?? '']) {
      await client().tags.delete({ tag_id })
      await expect(client().tags.find({ tag_id })).rejects.toMatchObject({ statusCode: 404 })
    }
    expect(contact.tags.data.map(({ id }) => id)).not.toContain(tag.id)
    expect(workspace.conversations.flatMap(({ tags }) => tags.tags).map(({ id }) => id)).not.toContain(used?.id)
  })

  test('finds a note by its id', async () => {
    const note = intercom.workspace.notes[0]
    expect(await client().notes.find({ note_id: Number(note?.id) })).toMatchObject({ body: note?.body })
  })

  test('removes a customer from a conversation, unless it is the last', async () => {
    const conversation = intercom.workspace.conversations.find(({ contacts }) => contacts.contacts.length === 1)!
    const [first] = conversation.contacts.contacts
    const other = intercom.workspace.contacts.find(({ id, email }) => id !== first?.id && email)!
    const where = { conversation_id: conversation.id, admin_id: admin_id() }
    const leave = () => client().conversations.detachContactAsAdmin({ ...where, contact_id: first?.id ?? '' })
    await expect(leave()).rejects.toMatchObject({ statusCode: 422 })
    await client().conversations.attachContactAsAdmin({ ...where, customer: { email: other.email ?? '' } })
    await leave()
    expect(conversation.contacts.contacts).toMatchObject([{ id: other.id }])
  })

  test('redacts a message', async () => {
    const conversation = intercom.workspace.conversations.find(({ conversation_parts }) =>
      conversation_parts.conversation_parts.some(({ part_type, attachments }) => part_type === 'comment' && attachments.length > 0))!
    const part = conversation.conversation_parts.conversation_parts.find(({ attachments }) => attachments.length > 0)!
    const where = { conversation_id: conversation.id }
    await client().conversations.redactConversationPart({ type: 'conversation_part', ...where, conversation_part_id: part.id })
    await client().conversations.redactConversationPart({ type: 'source', ...where, source_id: conversation.source.id })
    const gone = { body: '<p><i>This message was deleted</i></p>', redacted: true, attachments: [] }
    expect([part, conversation.source]).toMatchObject([gone, gone])
    await expect(client().conversations.redactConversationPart({ type: 'source', ...where, source_id: '1' }))
      .rejects.toMatchObject({ statusCode: 404 })
  })

  test('starts a conversation as a teammate', async () => {
    const contact = someUser()
    const before = intercom.workspace.conversations.length
    const from = { type: 'admin' as const, id: Number(admin_id()) }
    const letter = { from, to: { type: 'user' as const, id: contact.id }, body: 'Hello', subject: 'News', template: 'plain' }
    await client().messages.create({ message_type: 'email', ...letter })
    expect(intercom.workspace.conversations).toHaveLength(before)
    const open = { create_conversation_without_contact_reply: true }
    const sent = await client().messages.create({ message_type: 'email', ...letter, ...open })
    const conversation = await client().conversations.find({ conversation_id: sent.conversation_id ?? '' })
    expect(conversation).toMatchObject({ source: { type: 'email', subject: 'News', author: { type: 'admin' } }, waiting_since: null })
    await expect(client().messages.create({ message_type: 'email', ...letter, subject: '' })).rejects.toMatchObject({ statusCode: 422 })
  })
})

test.each([
  ['tickets', () => client().tickets.get({ ticket_id: '1' })],
  ['articles', () => client().articles.find({ article_id: 1 })],
  ['visitors', () => client().visitors.find({ user_id: '1' })],
  ['block', () => client().contacts.blockContact({ contact_id: someUser().id })],
  ['event summaries', () => client().events.summaries({ user_id: '1' })],
])('refuses %s and lists what is simulated', async (_, call) => {
  const failure = await call().catch((error: unknown) => error)
  expect(failure).toMatchObject({ statusCode: 404, body: { errors: [{ code: 'not_simulated' }] } })
  expect(JSON.stringify((failure as { body: unknown }).body)).toContain('The mocked Intercom has no')
})

describe('articles', () => {
  test('finds published articles by phrase, and no drafts', async () => {
    const found = await client().articles.search({ phrase: 'refund', state: 'published' })
    expect(found).toMatchObject({ total_count: 1, data: { articles: [{ title: 'Refunds for seats', url: 'https://help.tidewater.example/billing/refunds' }] } })
    const drafts = await client().articles.search({ phrase: 'refund', state: 'draft' })
    expect(drafts).toMatchObject({ data: { articles: [{ state: 'draft', url: null }] } })
  })

  test('lists internal articles', async () => {
    const found = await client().internalArticles.searchInternalArticles()
    expect(found).toMatchObject({ total_count: intercom.workspace.internal_articles.length })
  })
})
