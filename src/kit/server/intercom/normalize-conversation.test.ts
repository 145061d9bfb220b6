import { describe, expect, test } from 'vitest'
import { conversationSchema, conversationSummarySchema } from '@/kit/contracts/index'
import { intercomContactSchema, intercomConversationSchema } from '@/kit/server/intercom/intercom-schemas'
import { getContactToLookUp, normalizeConversation, normalizeSummary } from '@/kit/server/intercom/normalize-conversation'

/** Normalises a conversation and parses it with the contract. */
function normalize(conversation: Record<string, unknown>, contacts: Record<string, unknown>[] = []) {
  const people = contacts.map((contact) => intercomContactSchema.parse(contact))
  const byId = new Map(people.map((contact) => [contact.id, contact]))
  const read = intercomConversationSchema.parse({ id: '1', created_at: 1000, ...conversation })
  conversationSummarySchema.parse(normalizeSummary(read, byId))
  return conversationSchema.parse(normalizeConversation(read, byId))
}

const preview = (source: unknown) =>
  normalizeSummary(intercomConversationSchema.parse({ id: '1', source }), new Map()).preview

const contacts = (...ids: (string | number)[]) => ({ contacts: { contacts: ids.map((id) => ({ id })) } })

describe('undocumented input', () => {
  test('accepts an id alone', () => {
    expect(normalize({ id: 7, created_at: undefined })).toEqual({
      id: '7', title: null, state: 'closed', read: false, priority: false, created_at: 0, updated_at: 0,
      last_message_at: 0, waiting_since: null, snoozed_until: null, first_response_seconds: null, contact: null,
      admin_assignee_id: null, team_assignee_id: null, tags: [], parts: [], omitted_parts: 0,
    })
  })

  test('accepts null instead of objects', () => {
    const nothing = Object.fromEntries(
      ['title', 'state', 'open', 'read', 'priority', 'updated_at', 'waiting_since', 'snoozed_until', 'tags', 'source',
        'contacts', 'statistics', 'teammates', 'conversation_parts', 'admin_assignee_id', 'team_assignee_id']
        .map((key) => [key, null]),
    )
    expect(normalize(nothing)).toMatchObject({ id: '1', created_at: 1000, last_message_at: 1000, parts: [] })
  })

  test('accepts other types instead of objects', () => {
    for (const odd of ['text', 7, true, [], [null], {}]) {
      const other = { tags: odd, source: odd, contacts: odd, statistics: odd, conversation_parts: odd, title: odd }
      expect(normalize(other)).toMatchObject({ id: '1' })
    }
  })

  test.each([
    [0, null], ['0', null], [null, null], [undefined, null], ['', null], [7042001, '7042001'], ['7042001', '7042001'],
    [{}, null], ['../1', null],
  ])('reads assignee %j as %j', (assignee, id) => {
    expect(normalize({ admin_assignee_id: assignee, team_assignee_id: assignee })).toMatchObject({
      admin_assignee_id: id, team_assignee_id: id,
    })
  })

  test.each([
    ['priority', true], ['not_priority', false], ['none', false], ['low', false], ['medium', false], ['high', true],
    ['urgent', true], [null, false], ['constructor', false],
  ])('reads priority %j as %j', (priority, flag) => {
    expect(normalize({ priority }).priority).toBe(flag)
  })

  test.each([
    [{ state: 'open' }, 'open'], [{ state: 'snoozed', open: true }, 'snoozed'],
    [{ state: 'closed', open: true }, 'closed'],
    [{ state: 'resolved', open: false }, 'closed'], [{ open: true }, 'open'], [{ state: 'constructor' }, 'closed'],
  ])('reads the state of %j as %s', (fields, state) => {
    expect(normalize(fields).state).toBe(state)
  })

  test.each([
    ['O&#39;Neill', "O'Neill"], ['Q&amp;A', 'Q&A'], ['&lt;b&gt; 1 < 2', '<b> 1 < 2'], ['<b>bold</b>', '<b>bold</b>'],
    ['\u202Etxt.exe', 'txt.exe'], ['a\u0000b', 'ab'], ['  two\n words ', 'two words'], ['   ', null], ['', null],
    ['AT&T', 'AT&T'], ['R&D <script>alert(1)</script>', 'R&D <script>alert(1)</script>'],
  ])('reads title %j as %j', (title, expected) => {
    expect(normalize({ title }).title).toBe(expected)
    const source = { author: { type: 'user', id: 'a1', name: title }, body: '' }
    expect(normalize({ source, ...contacts('a1') }).contact?.name).toBe(expected)
  })

  test('reads times as text, fractions, zero and nonsense', () => {
    expect(normalize({ created_at: '1700000000', updated_at: 1700000000.9, waiting_since: 0, state: 'open' }))
      .toMatchObject({ created_at: 1700000000, updated_at: 1700000000, waiting_since: null })
    expect(normalize({ created_at: 'yesterday', updated_at: -5 })).toMatchObject({ created_at: 0, updated_at: 0 })
  })
})

describe('title', () => {
  test('falls back to the subject of an e-mail', () => {
    const source = { subject: '<p>Invoice &amp; tax</p>', body: '<p>x</p>' }
    expect(normalize({ title: null, source }).title).toBe('Invoice & tax')
    expect(normalize({ title: 'Named', source }).title).toBe('Named')
  })
})

describe('times', () => {
  test('take the last message of either side', () => {
    const last = (statistics: unknown) => normalize({ statistics }).last_message_at
    expect(last({ last_contact_reply_at: 3000, last_admin_reply_at: 2000 })).toBe(3000)
    expect(last({ last_admin_reply_at: 2000 })).toBe(2000)
    expect(last(null)).toBe(1000)
  })

  test.each([
    [{ time_to_admin_reply: 42, first_admin_reply_at: 9000 }, 42],
    [{ time_to_admin_reply: 0 }, 0],
    [{ time_to_admin_reply: null, first_admin_reply_at: 1300 }, 300],
    [{ first_admin_reply_at: 900 }, 0],
    [{}, null],
    [null, null],
  ])('compute from %j a first response after %j', (statistics, seconds) => {
    expect(normalize({ statistics }).first_response_seconds).toBe(seconds)
  })

  test('keep the end of a snooze only while snoozed', () => {
    expect(normalize({ state: 'open', snoozed_until: 5000 }).snoozed_until).toBeNull()
    expect(normalize({ state: 'snoozed', snoozed_until: 5000 }).snoozed_until).toBe(5000)
  })
})

describe('customer', () => {
  const author = (type: string, id: string) =>
    ({ source: { author: { type, id, name: 'Author', email: 'a@x.example' } } })

  test.each([
    ['a customer who started the conversation', { ...author('user', 'a1'), ...contacts('a1') }, null, 'Author'],
    ['a lead', { ...author('lead', 'a1'), ...contacts('a1') }, null, 'Author'],
    ['the recipient of a teammate', { ...author('admin', '9'), ...contacts('a1') }, 'a1', 'Looked up'],
    ['a customer who is not the first author', { ...author('user', 'b2'), ...contacts('a1', 'b2') }, 'a1', 'Looked up'],
    ['an author outside the list of contacts', author('user', 'a1'), null, 'Author'],
  ])('is named for %s', (_, conversation, lookUp, name) => {
    expect(getContactToLookUp(intercomConversationSchema.parse({ id: '1', ...conversation }))).toBe(lookUp)
    const found = lookUp ? [{ id: 'a1', name: 'Looked up', avatar: { image_url: 'https://x.example/a.png' } }] : []
    expect(normalize(conversation, found).contact).toMatchObject({ id: 'a1', name })
  })

  test('has no name if the look-up failed', () => {
    expect(normalize({ ...author('admin', '9'), ...contacts('a1') }).contact).toEqual({
      id: 'a1', name: null, email: null, avatar_url: null,
    })
  })

  test.each(['javascript:alert(1)', 'http://x.example/a.png', 'data:image/png;base64,AA', '//x.example/a.png', 7])(
    'has no picture at %j', (image_url) => {
      const found = [{ id: 'a1', name: 'A', avatar: { image_url } }]
      expect(normalize({ ...author('admin', '9'), ...contacts('a1') }, found).contact?.avatar_url).toBeNull()
    })
})

describe('preview', () => {
  test.each([
    ['<p>Hi <b>there</b></p><ul><li>one</li><li>two</li></ul>', 'Hi there one two'],
    ['<script>alert(1)</script><p>Text</p>', 'Text'],
    [null, ''],
    ['', ''],
  ])('of %j is %j', (body, text) => {
    expect(preview({ body })).toBe(text)
  })

  test('has at most 100 characters, or 80 under a title, with an ellipsis', () => {
    const body = `<p>${'long '.repeat(100)}</p>`
    expect(preview({ body })).toBe(`${'long '.repeat(20).trim()}…`)
    expect(preview({ body, subject: 'Title' })).toBe(`${'long '.repeat(16).trim()}…`)
  })

  test('hides deleted text', () => {
    expect(preview({ body: '<p><i>This message was deleted</i></p>', redacted: true })).toBe('')
  })
})
