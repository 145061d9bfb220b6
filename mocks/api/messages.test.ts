import { describe, expect, it } from 'vitest'
import { createTestClient } from './test-client.ts'

/** Creates a client with three contacts of the workspace, and a function that sends a message to the first. */
function createSender(version: string) {
  const { intercom, send } = createTestClient()
  const { contacts, admins } = intercom.workspace
  const [to, second, third] = contacts.map(({ role, id }) => ({ type: role, id }))
  const message = { from: { type: 'admin', id: admins[0]!.id }, to, body: 'Hello', create_conversation_without_contact_reply: true }
  const post = (fields: object) => send('POST', '/messages', { ...message, ...fields }, { 'Intercom-Version': version })
  const readLast = () => intercom.workspace.conversations.at(-1)!
  return { intercom, post, readLast, recipients: [to!, second!, third!] }
}

const template = { message_type: 'whatsapp', template: 'keep_live', components: [{ type: 'BODY', parameters: [{ type: 'text', text: 'Order 17 is here' }] }], body: undefined }

describe('messages of admins', () => {
  it.each([['2.14', 'conversation'], ['2.14', 'in_app'], ['2.16', 'in_app']])('reach several recipients in %s as %s', async (version, message_type) => {
    const { post, readLast, recipients } = createSender(version)
    const [, second, third] = recipients
    expect(await post({ message_type, to: recipients })).toMatchObject({ status: 200, body: { message_type: 'inapp' } })
    expect(readLast().contacts.contacts.map(({ id }) => id)).toEqual(recipients.map(({ id }) => id))
    await post({ message_type, cc: [second], bcc: third })
    expect(readLast().contacts.contacts.map(({ id }) => id)).toEqual(recipients.map(({ id }) => id))
  })

  it('reaches a contact by its external id, and each contact once', async () => {
    const { post, readLast, recipients: [first] } = createSender('2.16')
    await post({ message_type: 'in_app', to: [{ type: 'user', user_id: 'usr_1000' }, { type: 'user', user_id: 'usr_1000' }], cc: first })
    expect(new Set(readLast().contacts.contacts.map(({ id }) => id)).size).toBe(readLast().contacts.contacts.length)
  })

  it('are sent by SMS in the preview only, without links', async () => {
    const { post, readLast } = createSender('Preview')
    expect(await post({ message_type: 'sms' })).toMatchObject({ status: 200, body: { message_type: 'sms' } })
    expect(readLast().source.type).toBe('sms')
    expect(await post({ message_type: 'sms', body: 'See https://tidewater.example' })).toMatchObject({
      status: 400, body: { errors: [{ message: 'Invalid SMS message body' }] },
    })
    expect((await createSender('2.16').post({ message_type: 'sms' })).status).toBe(400)
  })

  it.each(['2.16', 'Preview'])('are sent by WhatsApp in %s, from a template to a phone number', async (version) => {
    const { intercom, post, readLast, recipients } = createSender(version)
    expect(await post(template)).toMatchObject({ status: 200, body: { message_type: 'whatsapp', body: '<p>Order 17 is here</p>' } })
    expect(readLast().source.type).toBe('whatsapp')
    expect(readLast().contacts.contacts[0]!.id).toBe(recipients[0]!.id)
    const before = intercom.workspace.contacts.length
    const to = { phone: '+5547999998888', name: 'John Doe' }
    for (const _ of [1, 2]) expect((await post({ ...template, to })).status).toBe(200)
    expect(intercom.workspace.contacts.slice(before)).toMatchObject([{ ...to, role: 'lead', email: null, external_id: null }])
  })

  it.each([
    ['without a template', { ...template, template: undefined }],
    ['without components', { ...template, components: undefined }],
    ['to a number that is none', { ...template, to: { phone: 'home' } }],
    ['to nobody', { message_type: 'in_app', to: [] }],
    ['by pigeon', { message_type: 'pigeon' }],
  ])('are rejected %s', async (_, fields) => {
    expect((await createSender('Preview').post(fields)).status).toBe(400)
  })
  it('are rejected by WhatsApp before 2.16', async () => {
    expect((await createSender('2.15').post(template)).status).toBe(400)
  })
})

it('starts a conversation when a contact sends a message', async () => {
  const { post, readLast, recipients: [from] } = createSender('2.16')
  const { status, body } = await post({ from, to: undefined, body: 'heyy', referer: 'https://twitter.com/bob' })
  expect([status, body]).toEqual([200, expect.objectContaining({ type: 'user_message', conversation_id: readLast().id })])
  expect(readLast().source).toMatchObject({ delivered_as: 'customer_initiated', author: { id: from!.id } })
})

describe('associations with custom objects', () => {
  const order = {
    type: 'Order.list',
    instances: [{ id: '21', external_id: '21', external_created_at: null, external_updated_at: null, custom_attributes: {}, type: 'Order' }],
  }
  it.each(['contacts', 'conversations'] as const)('are written to %s by id and read as instances', async (kind) => {
    const { intercom, send } = createTestClient()
    const path = `/${kind}/${intercom.workspace[kind][0]!.id}`
    const answer = await send('PUT', path, { custom_attributes: { order: ['21'], plan: 'Team' } })
    expect(answer).toMatchObject({ status: 200, body: { custom_attributes: { order, plan: 'Team' } } })
    expect((await send('GET', path)).body).toMatchObject({ custom_attributes: { order } })
    for (const value of [[{ id: '21' }], { id: '21' }]) {
      expect((await send('PUT', path, { custom_attributes: { order: value } })).status).toBe(400)
    }
  })
})
