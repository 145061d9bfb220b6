import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { errorResponseSchema } from '../../src/kit/contracts/index.ts'
import { begin, call, end, get, intercom, readingRoutes, signIn } from './harness.ts'
import { conversationWrites, post, priya } from './conversation-writes.ts'

/** What a caller may put where an id belongs: paths, encodings, words of the language, numbers that are none. */
const refused = [
  '', '.', ' ', '..', '...', '../admins', '..%2Fadmins', '%2e%2e', '%2e%2e%2fadmins', '..\\admins', '1/../../admins',
  '1/reply', '1?display_as=html', '1#x', '1;x', '1%00', '1\u0000', '1\n', '1\r\nX-Evil: 1', '１２３', '1e9', '-1', '0x10',
  'NaN', 'null', 'undefined', '__proto__', 'constructor', '1 OR 1=1', 'https://attacker.test/', '//attacker.test',
  '@attacker.test', '1,2', '[1]', '{"$ne":1}', '💥', '\u202E321', '9'.repeat(75),
  '6762F0D01BB69F9F2193BB7D', '6762f0d01bb69f9f2193bb7', '6762f0d01bb69f9f2193bb7d0', '9'.repeat(21),
]

const allowed = ['123', '215469875346857', '6762f0d01bb69f9f2193bb7d', '9'.repeat(20)]

const idRoutes = readingRoutes.filter((route) => route.path.includes('[id]'))

beforeEach(() => {
  begin()
  signIn({ kind: 'agent', adminId: '7042001' })
})
afterEach(end)

describe.each(idRoutes)('$path', (route) => {
  test.each(refused)('refuses %j before anything leaves', async (id) => {
    const response = await call(route, { id })
    expect(response.status).toBe(400)
    const { error } = errorResponseSchema.parse(await response.json())
    expect(error.code).toBe('invalid_request')
    expect(error.fields).toHaveProperty('id')
    expect(intercom.requests).toEqual([])
  })

  test.each(allowed)('asks Intercom for %s and for nothing else', async (id) => {
    await call(route, { id })
    const resource = route.path.split('/').at(-2)
    expect(intercom.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      `GET https://api.intercom.io/${resource}/${id}`,
    ])
  })
})

describe.each(conversationWrites)('$what', ({ body, writes, ...route }) => {
  test('refuses each of them before anything leaves', async () => {
    signIn(priya)
    for (const id of refused) {
      const response = await post(route, body, { id })
      expect([id, response.status]).toEqual([id, 400])
      expect((await response.json()).error.fields).toHaveProperty('id')
    }
    expect(intercom.requests).toEqual([])
  })

  test('asks Intercom for each of these, and for nothing else', async () => {
    signIn(priya)
    for (const id of allowed) {
      await post(route, body, { id })
      const { url } = intercom.requests.find(({ method }) => method === writes.method)!
      expect(url).toMatch(new RegExp(`^https://api\\.intercom\\.io/conversations/${id}(/(reply|parts|tags(/\\d+)?))?$`))
      intercom.reset()
    }
  })
})

test.each(refused.filter(Boolean))('a tag_id of %j is refused before anything leaves', async (id) => {
  const query = new URLSearchParams({ tag_id: id }).toString()
  expect((await get('/api/intercom/conversations', { query })).status).toBe(400)
  const route = conversationWrites.find(({ what }) => what === 'tag')!
  for (const action of ['tag', 'untag']) expect((await post(route, { action, tag_id: id })).status).toBe(400)
  expect((await post(route, { action: 'assign', admin_id: id })).status).toBe(400)
  expect(intercom.requests).toEqual([])
})

test.each(refused.filter(Boolean))('a contact_id of %j is refused before anything leaves', async (id) => {
  const query = new URLSearchParams({ contact_id: id }).toString()
  const response = await get('/api/intercom/conversations', { query })
  expect(response.status).toBe(400)
  expect((await response.json()).error.fields).toHaveProperty('contact_id')
  expect(intercom.requests).toEqual([])
})
