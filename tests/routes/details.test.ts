import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { addAdmin, addContact, createWorkspace, faultIds, NOW, replyAsAdmin, replyAsBot, startConversation, type Workspace } from '../../mocks/index.ts'
import {
  attributeDefinitionsResponseSchema, changedConversationSchema, conversationSchema, conversationsResponseSchema,
} from '../../src/kit/contracts/index.ts'
import { begin, call, end, expectNothingLeaked, get, hurry, intercom, type RouteUnderTest, signIn } from './harness.ts'
import { actions, post, reply } from './conversation-writes.ts'

const LIST = '/api/intercom/conversations'
const definitions: RouteUnderTest = { path: '/api/intercom/conversations/attributes' }
const agent = { kind: 'agent', adminId: '7042001' } as const

beforeEach(() => {
  begin()
  signIn(agent)
})
afterEach(end)

/** Marks every fact of the team in every conversation of the week, which has hostile ones. */
function markFacts() {
  for (const conversation of intercom.workspace.conversations) {
    conversation.sla_applied = { type: 'conversation_sla_summary', sla_name: 'SECRET sla', sla_status: 'missed' }
    Object.assign(conversation.custom_attributes, { SECRET_name: 'SECRET value' })
    const [contact] = conversation.contacts.contacts
    const at = { created_at: NOW, updated_at: NOW }
    conversation.conversation_rating = { rating: 2, remark: 'SECRET remark', ...at, contact: contact!, teammate: { type: 'admin', id: '7042001' } }
    conversation.source.url = 'https://app.example/SECRET'
    conversation.ai_agent_participated = true
    conversation.ai_agent = {
      source_type: 'workflow', source_title: 'SECRET workflow', last_answer_type: 'ai_answer', resolution_state: 'routed_to_team', rating: 1,
      rating_remark: 'SECRET remark', ...at,
      content_sources: { type: 'content_source.list', total_count: 1, content_sources: [{ content_type: 'article', url: 'https://a.example/SECRET', title: 'SECRET', locale: 'en' }] },
    }
  }
}

const ofTheTeam = /SECRET|"(details|sla|ai_agent|attributes|page_url|channel|outcome|sources|rating)"/

describe('facts of the team', () => {
  test('reach agents with the thread, and no row of a list', async () => {
    markFacts()
    const { id } = intercom.workspace.conversations[0]!
    const { details } = conversationSchema.parse(await (await get(`${LIST}/[id]`, { id })).json())
    expect(details).toMatchObject({
      page_url: 'https://app.example/SECRET', sla: { name: 'SECRET sla', status: 'missed' }, rating: { score: 2, remark: 'SECRET remark' },
      ai_agent: { outcome: 'escalated', rating: { score: 1 }, sources: [{ title: 'SECRET', url: 'https://a.example/SECRET' }] },
    })
    expect(details?.attributes).toContainEqual({ name: 'SECRET_name', value: 'SECRET value' })
    expect(await (await get(LIST, { query: 'state=all&limit=50' })).text()).not.toMatch(ofTheTeam)
  })

  test('are in no response to a customer', async () => {
    markFacts()
    const owners = intercom.workspace.contacts.filter(({ external_id }) => external_id !== null)
    let read = 0
    for (const { id: contactId, external_id } of owners) {
      signIn({ kind: 'customer', userId: external_id! })
      const own = intercom.workspace.conversations.filter(({ contacts }) => contacts.contacts.some(({ id }) => id === contactId))
      const responses = [await get(LIST, { query: 'state=all&limit=50' }), await get('/api/intercom/contacts/[id]', { id: contactId })]
      for (const { id } of own) responses.push(await get(`${LIST}/[id]`, { id }))
      if (own[0]) responses.push(await post(reply, { message_type: 'comment', body: 'Hello' }, { id: own[0].id }))
      for (const response of responses) {
        expect(response.status).toBe(200)
        expect(await response.text()).not.toMatch(ofTheTeam)
        read += 1
      }
      if (own[0]) {
        const refused = await post(actions, { action: 'set_attribute', name: 'Severity', value: 'x' }, { id: own[0].id })
        expect([refused.status, ofTheTeam.test(await refused.text())]).toEqual([403, false])
      }
    }
    expect(read).toBeGreaterThan(60)
  }, 60_000)

  test('come with the response to every action of an agent', async () => {
    const { id } = intercom.workspace.conversations[0]!
    for (const action of [{ action: 'set_attribute', name: 'Severity', value: 'High' }, { action: 'close' }, { action: 'tag', tag_id: '9128001' }]) {
      const { conversation } = changedConversationSchema.parse(await (await post(actions, action, { id })).json())
      expect(conversation?.details?.attributes).toContainEqual({ name: 'Severity', value: 'High' })
    }
  })

  test('never keep a thread from opening', async () => {
    const [conversation] = intercom.workspace.conversations
    for (const odd of ['text', 7, true, [], [null], { toString: 1 }, JSON.parse('{ "__proto__": { "x": 1 }, "huge": 1e999 }'), 'x'.repeat(400_000)]) {
      const keys = ['sla_applied', 'conversation_rating', 'ai_agent', 'custom_attributes', 'ai_agent_participated', 'channel'] as const
      Object.assign(conversation!, Object.fromEntries(keys.map((key) => [key, odd])))
      for (const response of [await get(LIST), await get(`${LIST}/[id]`, { id: conversation!.id })]) expect(response.status).toBe(200)
    }
  })
})

describe('definitions of attributes', () => {
  test.each([['2.14', false], ['2.15', false], ['2.16', true], ['Preview', true]])('in version %s are known: %s', async (version, known) => {
    vi.stubEnv('INTERCOM_API_VERSION', version)
    const found = attributeDefinitionsResponseSchema.parse(await (await call(definitions)).json()).definitions
    expect(intercom.requests.length).toBe(known ? 1 : 0)
    expect(found?.find(({ name }) => name === 'Severity')).toEqual(known
      ? { name: 'Severity', description: 'How many people are affected', data_type: 'list', options: ['Low', 'Normal', 'High'] }
      : undefined)
  })

  test.each(faultIds)('leave list and thread open during the fault %s', async (fault) => {
    vi.stubEnv('INTERCOM_API_VERSION', '2.16')
    const { id } = intercom.workspace.conversations[0]!
    intercom.setFault({ id: fault, path: '/conversations/attributes' })
    hurry(1)
    const response = await call(definitions)
    expectNothingLeaked(await response.text())
    for (const other of [await get(LIST), await get(`${LIST}/[id]`, { id })]) expect(other.status).toBe(200)
  })
})

describe('filters', () => {
  /** Builds conversations named by what they are found by. */
  function build(): Workspace {
    const workspace = createWorkspace(NOW)
    const [me, other] = [addAdmin(workspace, { name: 'Me' }), addAdmin(workspace, { name: 'Other' })]
    const contact = addContact(workspace, { external_id: 'ann', name: 'Ann' })
    const start = (name: string, source: object = {}) => startConversation(workspace, { contact, body: `<p>${name}</p>`, at: NOW, source })
    start('Email', { type: 'email' })
    const answered = start('Answered by Fin')
    replyAsBot(workspace, answered, NOW, { body: '<p>Hi</p>' })
    Object.assign(answered.ai_agent!, { resolution_state: 'assumed_resolution' })
    const passed = start('Passed on by Fin')
    replyAsBot(workspace, passed, NOW, { body: '<p>Hi</p>' })
    Object.assign(passed.ai_agent!, { resolution_state: 'routed_to_team' })
    replyAsAdmin(workspace, start('Answered by me'), me, NOW, { body: '<p>Hi</p>' })
    replyAsAdmin(workspace, start('Answered by another'), other, NOW, { body: '<p>Hi</p>' })
    start('Urgent').priority = 'priority'
    return workspace
  }
  const previews = async (query: string) =>
    conversationsResponseSchema.parse(await (await get(LIST, { query })).json()).conversations.map(({ preview }) => preview).sort()

  describe.each(['2.14', '2.15', '2.16', 'Preview'])('in version %s', (version) => {
    beforeEach(() => {
      begin(build)
      signIn(agent)
      vi.stubEnv('INTERCOM_API_VERSION', version)
    })

    test.each([
      ['channel=email', ['Email']], ['channel=sms', []], ['ai_agent=participated', ['Answered by Fin', 'Passed on by Fin']],
      ['ai_agent=handed_over', ['Passed on by Fin']], ['teammate=me', ['Answered by me']], ['priority=priority', ['Urgent']],
      ['channel=conversation&priority=not_priority&teammate=me', ['Answered by me']],
    ])('find by %s', async (query, found) => {
      expect(await previews(query)).toEqual(found)
    })
  })

  test.each(['channel=email', 'ai_agent=participated', 'ai_agent=handed_over', 'teammate=me'])('by %s are refused to customers', async (query) => {
    begin(build)
    signIn({ kind: 'customer', userId: 'ann' })
    expect((await get(LIST, { query })).status).toBe(403)
    expect(intercom.requests).toEqual([])
  })

  test.each(['channel=E-MAIL', 'channel=a.b', 'ai_agent=no', 'teammate=7042001'])('refuse %s', async (query) => {
    expect((await get(LIST, { query })).status).toBe(400)
  })
})
