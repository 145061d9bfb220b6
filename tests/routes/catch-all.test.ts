import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { IntercomRouteName, IntercomRoutesOptions, Principal } from 'intercom-v0-kit/server'
import { errorResponseSchema } from '../../src/kit/contracts/index.ts'
import { begin, end, expectNothingLeaked, intercom } from './harness.ts'
import { toPost } from './conversation-writes.ts'

const { createIntercomRoutes, buildIntercomRoutes } = await import('@/kit/server/index')

const agent: Principal = { kind: 'agent', adminId: '7042001' }
const context = { params: Promise.resolve({}) }
const routes = createIntercomRoutes({ authorize: () => agent })

function ask(path: string, init: RequestInit & { method?: keyof typeof routes } = {}, mounted = routes): Promise<Response> {
  return mounted[init.method ?? 'GET'](new Request(`https://app.example${path}`, init), context)
}

async function expectNotFound(response: Response): Promise<void> {
  const text = await response.text()
  expectNothingLeaked(text)
  expect([response.status, errorResponseSchema.parse(JSON.parse(text)).error.code]).toEqual([404, 'not_found'])
  expect(response.headers.get('cache-control')).toContain('no-store')
}

const firstId = () => intercom.workspace.conversations[0]!.id

beforeEach(() => {
  begin()
})
afterEach(end)

describe('createIntercomRoutes()', () => {
  test.each([undefined, null, 'authorize', { authorize: () => null }])('throws if `authorize` is %j', (authorize) => {
    expect(() => createIntercomRoutes({ authorize } as unknown as IntercomRoutesOptions)).toThrow(/needs `authorize`: a function/)
  })

  test.each(['conversation', '/conversations', 'conversations/counts', '__proto__', ''])('throws if `routes` names %j, and lists the names', (name) => {
    const create = () => createIntercomRoutes({ authorize: () => null, routes: ['identity', name as IntercomRouteName] })
    expect(create).toThrow(`has no route "${name}"`)
    expect(create).toThrow(/admins, articles, contacts, conversations, events, health, identity, live, messages, saved-replies, tags, webhook/)
  })

  test('mounts only the named routes, for every method', async () => {
    const some = createIntercomRoutes({ authorize: () => agent, routes: ['tags', 'events'] })
    expect((await ask('/api/intercom/tags', {}, some)).status).toBe(200)
    expect((await ask('/api/intercom/events', { method: 'OPTIONS' }, some)).headers.get('allow')).toBe('OPTIONS, POST')
    intercom.reset()
    for (const path of Object.keys(buildIntercomRoutes()).filter((one) => !/tags|events/.test(one))) {
      const url = path.replace('[id]', '1')
      for (const method of Object.keys(routes) as (keyof typeof routes)[]) await expectNotFound(await ask(url, { method }, some))
    }
    expect(intercom.requests).toEqual([])
  })

  test('mounts nothing for an empty list', async () => {
    const none = createIntercomRoutes({ authorize: () => agent, routes: [] })
    await expectNotFound(await ask('/api/intercom/tags', {}, none))
  })

  test('calls the `authorize` of the instance that received the request', async () => {
    const asked: string[] = []
    const as = (name: string, principal: Principal | null) => createIntercomRoutes({
      authorize: async () => {
        asked.push(name)
        // Lets the other instance's request overtake this one.
        await new Promise((resolve) => setTimeout(resolve, name === 'agent' ? 20 : 0))
        return principal
      },
    })
    const [forAgent, forNobody] = [as('agent', agent), as('nobody', null)]
    const responses = await Promise.all([ask('/api/intercom/tags', {}, forAgent), ask('/api/intercom/tags', {}, forNobody)])
    expect(responses.map(({ status }) => status)).toEqual([200, 401])
    expect(asked).toEqual(['agent', 'nobody'])
    expect((await ask('/api/intercom/tags', {}, forAgent)).status).toBe(200)
  })
})

describe('a path', () => {
  test.each(['', '/shop', '/shop/de'])('resolves behind the base path %j', async (base) => {
    expect((await ask(`${base}/api/intercom/conversations/${firstId()}`)).status).toBe(200)
    expect(intercom.requests[0]!.path).toBe(`/conversations/${firstId()}`)
  })

  test.each(['tags', 'conversations/counts'])('accepts a trailing slash in %s', async (path) => {
    expect((await ask(`/api/intercom/${path}/`)).status).toBe(200)
  })

  test('prefers fixed parts to `[id]`', async () => {
    const response = await ask('/api/intercom/conversations/counts')
    expect(Object.keys(await response.json())).toContain('unassigned')
    expect(intercom.requests.map(({ path }) => path)).not.toContain('/conversations/counts')
  })

  test('reads its id from the URL, whatever Next.js passes as params', async () => {
    const request = new Request(`https://app.example/api/intercom/conversations/${firstId()}`)
    await routes.GET(request, { params: Promise.resolve({ path: ['conversations', '2'], id: '3' }) })
    expect(intercom.requests[0]!.path).toBe(`/conversations/${firstId()}`)
  })

  test('decodes an id once, so that an encoded slash stays inside it', async () => {
    for (const id of ['1%2Freply', '1%2F..%2F2', '%2E%2E%2Ftags', '%2531']) {
      const response = await ask(`/api/intercom/conversations/${id}`)
      expect([id, response.status]).toEqual([id, 400])
      expect((await response.json()).error.fields).toHaveProperty('id')
    }
    expect(intercom.requests).toEqual([])
  })

  test.each([
    '', '/', '/conversation', '/conversations/1/2', '/conversations/1/reply/1', '/conversations//counts/', '/tags//', '//tags', '/TAGS', '/t%61gs',
    '/conversations/%E0', '/contacts/%', '/contacts/%C0%80', '/[id]', '/__proto__', '/constructor', '/conversations/1/toString',
  ])('responds with 404 to /api/intercom%s', async (path) => {
    await expectNotFound(await ask(`/api/intercom${path}`))
    expect(intercom.requests).toEqual([])
  })

  test('responds with 404 outside /api/intercom/', async () => {
    for (const path of ['/', '/tags', '/api/tags', '/api/intercomx/tags']) await expectNotFound(await ask(path))
    await expectNotFound(await ask('/api?x=/api/intercom/tags'))
  })
})

describe('a method', () => {
  test('responds to HEAD like GET, without a body', async () => {
    const response = await ask('/api/intercom/tags', { method: 'HEAD' })
    expect([response.status, response.body]).toEqual([200, null])
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
  })

  test.each([
    ['/api/intercom/tags', 'GET, HEAD, OPTIONS'],
    ['/api/intercom/conversations/1', 'GET, HEAD, OPTIONS'],
    ['/api/intercom/conversations/1/reply', 'OPTIONS, POST'],
    ['/api/intercom/webhook', 'HEAD, OPTIONS, POST'],
  ])('lists the methods of %s as %s for OPTIONS, and refuses others with 405', async (path, allow) => {
    const options = await ask(path, { method: 'OPTIONS' })
    expect([options.status, options.headers.get('allow')]).toEqual([204, allow])
    for (const method of Object.keys(routes).filter((one) => !allow.includes(one)) as (keyof typeof routes)[]) {
      const response = await ask(path, { method })
      expect([method, response.status, response.headers.get('allow')]).toEqual([method, 405, allow])
    }
    expect(intercom.requests).toEqual([])
  })

  test('routes POST to a nested path', async () => {
    const response = await ask(`/api/intercom/conversations/${firstId()}/notes`, toPost({ message_type: 'note', body: 'Hi' }))
    expect(response.status).toBe(200)
    expect(intercom.requests.some(({ method, path }) => method === 'POST' && path === `/conversations/${firstId()}/reply`)).toBe(true)
  })
})
