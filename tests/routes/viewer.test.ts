import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Principal } from '../../src/kit/server/http/principals.ts'
import { begin, end, signIn } from './harness.ts'

const { GET, HEAD, POST } = await import('@/app/api/intercom/[...path]/route')

const agent = { kind: 'agent', adminId: '7042001' } as const
const customer = { kind: 'customer', userId: '7042001' } as const
const other = { kind: 'agent', adminId: '7042002' } as const

beforeEach(() => void begin())
afterEach(end)

async function call(principal: Principal | null, path = 'conversations', init: RequestInit = {}, method = GET): Promise<Response> {
  signIn(principal)
  const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', ...init.headers }
  return method(new Request(`https://app.example/api/intercom/${path}`, { ...init, headers }), { params: Promise.resolve({}) })
}

const getViewer = async (...args: Parameters<typeof call>) => (await call(...args)).headers.get('x-intercom-viewer')

it('names the signed-in user in each response, by a hashed id', async () => {
  const viewer = await getViewer(agent)
  expect(viewer).toMatch(/^[0-9a-f]{16}$/)
  expect(viewer).not.toContain('7042001')
  const live = new AbortController()
  expect([
    await getViewer(agent, 'admins'),
    await getViewer(agent, 'conversations/none'),
    await getViewer(agent, 'identity'),
    await getViewer(agent, 'conversations', {}, HEAD),
    await getViewer(agent, 'live', { signal: live.signal }),
  ]).toEqual(Array.from({ length: 5 }, () => viewer))
  live.abort()
  expect(new Set([viewer, await getViewer(customer), await getViewer(other)]).size).toBe(3)
})

it('names no user to anonymous callers', async () => {
  const response = await call(null)
  expect([response.status, response.headers.get('x-intercom-viewer')]).toEqual([401, null])
})

it('refuses a write of a user who is no longer signed in', async () => {
  const viewer = (await getViewer(agent))!
  const write = (principal: Principal) => call(principal, 'conversations/215471000000001/actions', {
    method: 'POST', body: JSON.stringify({ action: 'mark_unread' }), headers: { 'x-intercom-viewer': viewer },
  }, POST)
  const refused = await write(other)
  expect([refused.status, refused.headers.get('x-intercom-viewer')]).toEqual([403, await getViewer(other)])
  expect((await write(agent)).status).not.toBe(403)
})
