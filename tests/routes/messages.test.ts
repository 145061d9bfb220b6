import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { addNote, NOW, replyAsBot } from '../../mocks/index.ts'
import { MAX_MESSAGE } from '../../src/kit/contracts/attachment-limits.ts'
import { changedConversationSchema, conversationSchema, errorResponseSchema } from '../../src/kit/contracts/index.ts'
import { begin, end, expectNothingLeaked, get, intercom, signIn } from './harness.ts'
import { ann, bob, buildTwo, changes, hers, notes, post, priya, reply, SECRET } from './conversation-writes.ts'

beforeEach(() => {
  begin(buildTwo)
})
afterEach(end)

const comment = (more: object = {}) => ({ message_type: 'comment', body: 'Hello', ...more })
const note = (more: object = {}) => ({ message_type: 'note', body: 'Hello', ...more })

async function sent(...[route, body, how]: Parameters<typeof post>) {
  const response = await post(route, body, how)
  const text = await response.text()
  expect(response.status, text).toBe(200)
  return { text, ...changedConversationSchema.parse(JSON.parse(text)) }
}

async function refused(...[route, body, how]: Parameters<typeof post>) {
  const response = await post(route, body, how)
  const text = await response.text()
  expectNothingLeaked(text)
  return { status: response.status, ...errorResponseSchema.parse(JSON.parse(text)).error }
}

describe('a reply of an agent', () => {
  beforeEach(() => signIn(priya))

  test('reaches Intercom in the name of the signed-in agent', async () => {
    const { parts, conversation } = await sent(reply, comment({ body: '1 < 2\n\n<b>Bye</b>' }))
    expect(intercom.requests.map(({ method, url, body }) => ({ method, url, body }))).toEqual([{
      method: 'POST',
      url: `https://api.intercom.io/conversations/${hers().id}/reply`,
      body: { message_type: 'comment', type: 'admin', admin_id: '7042001', body: '<p>1 &lt; 2</p><p>&lt;b&gt;Bye&lt;/b&gt;</p>' },
    }])
    expect(parts.at(-1)).toMatchObject({ kind: 'message', part_type: 'comment', author: { type: 'admin', id: '7042001' } })
    expect(JSON.stringify(parts)).toContain('"text":"<b>Bye</b>"')
    expect(conversation).toMatchObject({ id: hers().id, waiting_since: null, read: true })
    expect(conversation).not.toHaveProperty('contact')
  })

  test('is in the response, even if a bot writes a second later', async () => {
    intercom.on(() => replyAsBot(intercom.workspace, hers(), NOW + 1, { body: '<p>I am a bot</p>' }))
    const { parts } = await sent(reply, comment())
    expect(parts.map(({ author }) => author.type)).toEqual(['admin', 'bot'])
  })

  test('is refused for an admin that Intercom does not know', async () => {
    signIn({ kind: 'agent', adminId: '999' })
    expect(await refused(reply, comment())).toMatchObject({ status: 404, code: 'not_found' })
  })
})

describe('a reply of a customer', () => {
  beforeEach(() => signIn(ann))

  test("reaches Intercom as text in the customer's name", async () => {
    await sent(reply, comment({ body: ' 1 < 2\r\n<b>Bye</b>\u0000 ' }))
    expect(changes().map(({ path, body }) => ({ path, body }))).toEqual([{
      path: `/conversations/${hers().id}/reply`,
      body: { message_type: 'comment', type: 'user', intercom_user_id: intercom.workspace.contacts[0]!.id, body: '1 < 2\n<b>Bye</b>' },
    }])
  })

  test('hides notes from the response, even of the same second', async () => {
    const admin = intercom.workspace.admins[0]!
    addNote(intercom.workspace, hers(), admin, NOW, { body: `<p>${SECRET} before</p>` })
    intercom.on(() => addNote(intercom.workspace, hers(), admin, NOW, { body: `<p>${SECRET} after</p>` }))
    const { text, parts, conversation } = await sent(reply, comment())
    expect(text).not.toContain(SECRET)
    expect(text).not.toContain('refund')
    expect(parts.map(({ kind, author }) => `${kind} ${author.type}`)).toEqual(['message contact'])
    expect(conversation).toMatchObject({ title: null, tags: [], admin_assignee_id: null, team_assignee_id: null, priority: false, snoozed_until: null })
    expectNothingLeaked(text)
  })

  test("responds with 404 for another customer's conversation, and sends nothing", async () => {
    const theirs = await refused(reply, comment(), { id: intercom.workspace.conversations[1]!.id })
    const none = await refused(reply, comment(), { id: '999' })
    expect({ ...theirs, request_id: '' }).toEqual({ ...none, request_id: '' })
    expect(theirs.status).toBe(404)
    expect(changes()).toEqual([])
    signIn({ kind: 'customer', userId: 'nobody' })
    expect(await refused(reply, comment())).toMatchObject({ status: 404 })
    signIn(bob)
    expect(await refused(reply, comment())).toMatchObject({ status: 404 })
    expect(changes()).toEqual([])
  })

  test('opens a closed conversation, like Intercom does', async () => {
    hers().state = 'closed'
    hers().open = false
    expect((await sent(reply, comment())).conversation?.state).toBe('open')
  })
})

describe('a note', () => {
  beforeEach(() => signIn(priya))

  test('is a note in Intercom and in the response, hidden from customers', async () => {
    const { parts } = await sent(notes, note({ body: 'Not for them: canary' }))
    expect(changes()[0]?.body).toEqual({ message_type: 'note', type: 'admin', admin_id: '7042001', body: '<p>Not for them: canary</p>' })
    expect(parts.at(-1)).toMatchObject({ kind: 'note', part_type: 'note' })
    signIn(ann)
    const thread = await (await get('/api/intercom/conversations/[id]', { id: hers().id })).text()
    expect(conversationSchema.parse(JSON.parse(thread)).parts.map(({ kind }) => kind)).toEqual(['message'])
    expect(thread).not.toContain('canary')
  })

  test.each([
    ['a note on the reply route', reply, note()],
    ['a reply on the note route', notes, comment()],
    ['a quick reply', reply, { message_type: 'quick_reply', body: 'x', reply_options: [] }],
    ['a reply without a type', reply, { body: 'Hello' }],
    ['a note without a type', notes, { body: 'Hello' }],
    ['a message of two types', reply, { message_type: ['comment', 'note'], body: 'Hello' }],
    ['a type in capitals', notes, { message_type: 'Note', body: 'Hello' }],
  ])('refuses %s before any request', async (_, route, body) => {
    const { status, fields } = await refused(route, body)
    expect(status).toBe(400)
    expect(fields).toHaveProperty('message_type')
    expect(intercom.requests).toEqual([])
  })

  test('is refused from a customer before any request', async () => {
    signIn(ann)
    expect((await refused(notes, note())).status).toBe(403)
    expect(intercom.requests).toEqual([])
  })
})

describe.each([['a reply of an agent', reply, priya, comment], ['a reply of a customer', reply, ann, comment], ['a note', notes, priya, note]] as const)(
  'the text of %s', (_what, route, principal, make) => {
    beforeEach(() => signIn(principal))

    test.each(['', ' ', '\n\r\n', '\u0000\u0007'])('refuses %j as empty', async (body) => {
      const { status, fields } = await refused(route, make({ body }))
      expect([status, fields]).toEqual([400, { body: 'must not be empty, unless a file comes with it' }])
      expect(intercom.requests).toEqual([])
    })

    test('has a documented maximum length', async () => {
      await sent(route, make({ body: 'x'.repeat(MAX_MESSAGE) }))
      const { status, fields } = await refused(route, make({ body: 'x'.repeat(MAX_MESSAGE + 1) }))
      expect([status, fields]).toEqual([400, { body: 'must have at most 20000 characters' }])
      expect(changes()).toHaveLength(1)
    })

    test.each([undefined, null, 7, ['x'], { html: 'x' }])('refuses %j as text', async (body) => {
      expect(await refused(route, make({ body }))).toMatchObject({ status: 400, fields: { body: expect.any(String) } })
    })

    test.each(['admin_id', 'type', 'user_id', 'intercom_user_id', 'email', 'created_at', 'assignee_id', 'skip_notifications', 'reply_options'])(
      'refuses %s from the caller', async (key) => {
        expect(await refused(route, make({ [key]: '7042002' }))).toMatchObject({ status: 400, fields: { [key]: 'is not known' } })
        expect(intercom.requests).toEqual([])
      })
  })

test('sends half a surrogate pair as a whole character', async () => {
  signIn(ann)
  await sent(reply, comment({ body: 'cut \uD83D' }))
  expect(changes()[0]?.body).toMatchObject({ body: 'cut \uFFFD' })
  expect(vi.mocked(fetch).mock.calls.flatMap(([, init]) => String(init?.body))).not.toContain('\\ud83d')
})
