import { afterEach, beforeEach, expect, test } from 'vitest'
import { contactSchema, conversationSchema, type Conversation } from '../../src/kit/contracts/index.ts'
import { begin, end, get, intercom, signIn } from './harness.ts'

const { setStore } = await import('@/kit/server/stores/kv-store')
const { createMemoryStore } = await import('@/kit/server/stores/store-memory')

const ONE = '/api/intercom/conversations/[id]'
const CONTACT = '/api/intercom/contacts/[id]'

beforeEach(() => {
  begin()
})
afterEach(end)

/** Characters that reverse or hide surrounding text. */
const unseen = /[\u0000-\u0008\u202A-\u202E\u2066-\u2069]/

/** HTML entities in names from Intercom. */
const entity = /&(#\d+|\w+);/

function check(conversation: Conversation): void {
  const ids = conversation.parts.map(({ id }) => id)
  const times = conversation.parts.map(({ created_at }) => created_at)
  expect(new Set(ids).size).toBe(ids.length)
  expect(times).toEqual(times.toSorted((a, b) => a - b))
  expect(conversation.title ?? '').not.toMatch(unseen)
  expect(conversation.contact?.name ?? '').not.toMatch(unseen)
  expect(conversation.contact?.name ?? '').not.toMatch(entity)
}

test('lets an agent read every conversation and customer of the support week', async () => {
  const { admins, conversations, contacts } = intercom.workspace
  signIn({ kind: 'agent', adminId: admins[0]?.id ?? '' })
  for (const { id } of conversations) {
    const response = await get(ONE, { id })
    expect(response.status).toBe(200)
    check(conversationSchema.parse(await response.json()))
  }
  for (const { id } of contacts) {
    const response = await get(CONTACT, { id })
    expect(response.status).toBe(200)
    const { name } = contactSchema.parse(await response.json())
    expect(name ?? '').not.toMatch(unseen)
    expect(name ?? '').not.toMatch(entity)
  }
  expect(conversations.length).toBeGreaterThan(0)
})

test('lets each customer of the support week read only their own conversations', async () => {
  const { conversations, contacts } = intercom.workspace
  const customers = contacts.filter((contact) => contact.external_id)
  for (const { id: own, external_id } of customers) {
    signIn({ kind: 'customer', userId: external_id ?? '' })
    for (const conversation of conversations) {
      const isOwn = conversation.contacts.contacts.some(({ id }) => id === own)
      // Each customer may cause 100 calls to Intercom in ten seconds.
      setStore(createMemoryStore())
      const response = await get(ONE, { id: conversation.id })
      expect(response.status).toBe(isOwn ? 200 : 404)
      if (!isOwn) continue
      const { parts } = conversationSchema.parse(await response.json())
      expect(parts.filter(({ kind }) => kind === 'note')).toEqual([])
    }
  }
  expect(customers.length).toBeGreaterThan(0)
})
