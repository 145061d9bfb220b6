import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { createIntercom, intercomHandlers, NOW, replyAsContact } from 'intercom-v0-kit/mocks'
import { setupServer } from 'msw/node'
import { GET, POST } from './route.ts'

const intercom = createIntercom()
const server = setupServer(...intercomHandlers(intercom))
server.listen()
process.env['INTERCOM_ACCESS_TOKEN'] = 'the-mocked-intercom-takes-any'

const params = Promise.resolve({})
const list = () =>
  GET(new Request('http://localhost/api/intercom/conversations', { headers: { cookie: 'session=support' } }), { params })

beforeEach(() => intercom.reset())
after(() => server.close())

test('shows the inbox to a support agent', async () => {
  const response = await list()
  const { conversations } = await response.json()
  assert.equal(response.status, 200)
  assert.ok(conversations.length > 0)
})

test("puts a customer's new message first in the list", async () => {
  const { workspace } = intercom
  const conversation = workspace.conversations.find(({ state }) => state === 'closed')
  const contact = workspace.contacts.find(({ id }) => id === conversation?.contacts.contacts[0]?.id)
  assert.ok(conversation && contact)
  replyAsContact(workspace, conversation, contact, NOW, { body: '<p>Are you there?</p>' })
  const { conversations } = await (await list()).json()
  assert.equal(conversations[0].id, conversation.id)
})

test('sends the reply of a support agent', async () => {
  const [conversation] = intercom.workspace.conversations
  assert.ok(conversation)
  const response = await POST(
    new Request(`http://localhost/api/intercom/conversations/${conversation.id}/reply`, {
      method: 'POST',
      headers: { cookie: 'session=support', origin: 'http://localhost', 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify({ message_type: 'comment', body: 'It is on its way.' }),
    }),
    { params },
  )
  assert.equal(response.status, 200)
  assert.match(JSON.stringify(await response.json()), /It is on its way/)
})

test('reports an outage of Intercom', async () => {
  intercom.setFault('503')
  const response = await list()
  assert.equal(response.status, 503)
})

test('refuses requests without a session', async () => {
  const response = await GET(new Request('http://localhost/api/intercom/conversations'), { params })
  assert.equal(response.status, 401)
})
