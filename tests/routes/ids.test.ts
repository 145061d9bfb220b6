import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { errorResponseSchema } from '../../src/kit/contracts/index.ts'
import { begin, call, callHandler, end, get, intercom, readingRoutes, signIn } from './harness.ts'
import { conversationWrites, post, priya, toPost } from './conversation-writes.ts'

/** Ids from hostile callers: paths, encodings, names of JavaScript, invalid numbers. */
const refused = [
  '', '.', ' ', '..', '...', '../admins', '..%2Fadmins', '%2e%2e', '%2e%2e%2fadmins', '..\\admins', '1/../../admins',
  '1/reply', '1?display_as=html', '1#x', '1;x', '1%00', '1\u0000', '1\n', '1\r\nX-Evil: 1', '１２３', '1e9', '-1', '0x10',
  'NaN', 'null', 'undefined', '__proto__', 'constructor', '1 OR 1=1', 'https://attacker.test/', '//attacker.test',
  '@attacker.test', '1,2', '[1]', '{"$ne":1}', '💥', '\u202E321', '9'.repeat(75),
  '6762F0D01BB69F9F2193BB7D', '6762f0d01bb69f9f2193bb7', '6762f0d01bb69f9f2193bb7d0', '9'.repeat(21),
]

/** Whether the URL parser leaves an id in the path. */
const survivesInUrl = (id: string) => !['', '.', '..'].includes(id)

const allowed = ['123', '215469875346857', '6762f0d01bb69f9f2193bb7d', '9'.repeat(20)]

const idRoutes = readingRoutes.filter((route) => route.path.includes('[id]'))

beforeEach(() => {
  begin()
  signIn({ kind: 'agent', adminId: '7042001' })
})
afterEach(end)

describe.each(idRoutes)('$path', (route) => {
  test.each(refused)('refuses %j before any request', async (id) => {
    const responses = [await callHandler(route, { id })]
    if (survivesInUrl(id)) responses.push(await call(route, { id }))
    for (const response of responses) {
      expect(response.status).toBe(400)
      const { error } = errorResponseSchema.parse(await response.json())
      expect(error.code).toBe('invalid_request')
      expect(error.fields).toHaveProperty('id')
    }
    expect(intercom.requests).toEqual([])
  })

  test.each(allowed)('requests %s from Intercom and nothing else', async (id) => {
    await call(route, { id })
    const resource = route.path.split('/').at(-2)
    expect(intercom.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      `GET https://api.intercom.io/${resource}/${id}`,
    ])
  })
})

describe.each(conversationWrites)('$what', ({ body, writes, ...route }) => {
  test('refuses each of them before any request', async () => {
    signIn(priya)
    for (const id of refused) {
      const responses = [await callHandler(route, { ...toPost(body), id })]
      if (survivesInUrl(id)) responses.push(await post(route, body, { id }))
      for (const response of responses) {
        expect([id, response.status]).toEqual([id, 400])
        expect((await response.json()).error.fields).toHaveProperty('id')
      }
    }
    expect(intercom.requests).toEqual([])
  })

  test('requests each of these from Intercom and nothing else', async () => {
    signIn(priya)
    for (const id of allowed) {
      await post(route, body, { id })
      const { url } = intercom.requests.find(({ method }) => method === writes.method)!
      expect(url).toMatch(new RegExp(`^https://api\\.intercom\\.io/conversations/${id}(/(reply|parts|tags(/\\d+)?))?$`))
      intercom.reset()
    }
  })
})

describe('a URL that the parser shortens', () => {
  test.each([
    ['GET', 'conversations/..', 404], ['GET', 'conversations/%2e%2e', 404], ['GET', 'contacts/', 400], ['GET', 'contacts/.', 400],
    ['GET', 'contacts/..', 404], ['POST', 'conversations//reply', 400], ['POST', 'conversations/./reply', 405],
    ['POST', 'conversations/../reply', 404], ['POST', 'conversations/%2E%2e/notes', 404], ['POST', 'conversations/1/../actions', 405],
    ['POST', 'conversations/../../intercom/reply', 404],
  ] as const)('refuses %s %s before any request', async (method, path, status) => {
    const how = method === 'POST' ? toPost({ message_type: 'comment', body: 'Hi' }) : {}
    expect((await call({ path: `/api/intercom/${path}` }, how)).status).toBe(status)
    expect(intercom.requests).toEqual([])
  })

  test.each(['conversations/', 'conversations/.', 'conversations/1/..'])('responds to %s with the list, for no conversation', async (path) => {
    expect((await call({ path: `/api/intercom/${path}` })).status).toBe(200)
    for (const { path: asked } of intercom.requests) expect(asked).toMatch(/^\/(conversations|contacts)\/search$/)
    expect(intercom.requests).not.toEqual([])
  })

  test.each([
    ...refused, '%2e%2e%2fadmins', '..%2f..%2fadmins', '..%5Cadmins', '%00', '%2F', '%5C', '%E0', '%c0%ae%c0%ae', '%252e%252e', '1%2F..%2F2',
  ])('keeps the unescaped %j from Intercom', async (id) => {
    for (const resource of ['conversations', 'contacts']) await call({ path: `/api/intercom/${resource}/${id}` })
    for (const { path } of intercom.requests) expect(path).toMatch(/^\/(admins|teams|(conversations|contacts)\/(search|1))$/)
  })
})

test.each(refused.filter(Boolean))('refuses the tag_id %j before any request', async (id) => {
  const query = new URLSearchParams({ tag_id: id }).toString()
  expect((await get('/api/intercom/conversations', { query })).status).toBe(400)
  const route = conversationWrites.find(({ what }) => what === 'tag')!
  for (const action of ['tag', 'untag']) expect((await post(route, { action, tag_id: id })).status).toBe(400)
  expect((await post(route, { action: 'assign', admin_id: id })).status).toBe(400)
  expect(intercom.requests).toEqual([])
})

test.each(refused.filter(Boolean))('refuses the contact_id %j before any request', async (id) => {
  const query = new URLSearchParams({ contact_id: id }).toString()
  const response = await get('/api/intercom/conversations', { query })
  expect(response.status).toBe(400)
  expect((await response.json()).error.fields).toHaveProperty('contact_id')
  expect(intercom.requests).toEqual([])
})
