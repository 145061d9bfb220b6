import { expect, test, vi } from 'vitest'
import type { WidgetSettings } from '../../mocks/messenger/index.ts'
import { clearDiagnoses, getDiagnoses } from '@/kit/messenger/diagnostics'
import { waitForTask, waitUntil, setStage } from './stage.ts'

const stage = setStage()
const app = { app_id: 'abc12345' }

interface Answer {
  status?: number
  body: unknown
}

/** Mocks the identity route with these responses in turn, each held until it is released. */
function serveIdentity(...answers: Answer[]) {
  const requests: string[] = []
  const held: (() => void)[] = []
  let isHolding = false
  vi.stubGlobal('fetch', async (url: string) => {
    requests.push(url)
    const { status = 200, body } = answers[Math.min(requests.length, answers.length) - 1]!
    if (isHolding) await new Promise<void>((resolve) => held.push(resolve))
    return Response.json(body, { status })
  })
  return {
    requests,
    hold: () => void (isHolding = true),
    release: () => held.splice(0).forEach((resolve) => resolve()),
  }
}

const token = (user_id: string, intercom_user_jwt = `token-of-${user_id}`, expires_in = 3600) => ({
  body: { user_id, intercom_user_jwt, user_hash: null, expires_in },
})
const refusal = (status: number, code: string) => ({ status, body: { error: { code, message: 'No.', request_id: 'r' } } })
const isProved = ({ user_id, intercom_user_jwt }: WidgetSettings) => !user_id || intercom_user_jwt === `token-of-${user_id}`

test('boots a user once the token has arrived, and queues calls until then', async () => {
  const { mock, mount, messenger, ready, arrived } = stage()
  mock.options = { accepts: isProved }
  const route = serveIdentity(token('u1'))
  route.hold()
  mount({ userId: 'u1', verifyIdentity: true })
  messenger.actions.trackEvent('before_the_token')
  await vi.waitFor(() => expect([mock.requests, route.requests.length]).toEqual([1, 1]), 30_000)
  await waitForTask()
  expect(arrived()).toEqual([])
  expect(messenger.getState().status).toBe('loading')
  route.release()
  await ready()
  expect(route.requests).toEqual(['/api/intercom/identity'])
  expect(arrived()).toEqual([
    ['boot', { ...app, user_id: 'u1', intercom_user_jwt: 'token-of-u1' }],
    ['trackEvent', 'before_the_token'],
  ])
})

test('requests no token before the Messenger with load="intent"', async () => {
  const { mount, messenger, ready } = stage()
  const route = serveIdentity(token('u1'))
  mount({ userId: 'u1', verifyIdentity: true, load: 'intent' })
  await waitForTask()
  expect(route.requests).toEqual([])
  messenger.actions.load()
  await ready()
  expect(route.requests).toHaveLength(1)
})

test('boots a visitor without a proof, and again with one at login', async () => {
  const { mount, ready, arrived } = stage()
  const route = serveIdentity(token('u1'))
  const { render } = mount({ verifyIdentity: true })
  await ready()
  expect(route.requests).toEqual([])
  render({ verifyIdentity: true, userId: 'u1' })
  await vi.waitFor(() => expect(arrived()).toHaveLength(2), 30_000)
  expect(arrived()).toEqual([['boot', app], ['boot', { ...app, user_id: 'u1', intercom_user_jwt: 'token-of-u1' }]])
})

test.each([
  ['the session is missing', refusal(401, 'unauthorized')],
  ['the route is missing', { status: 404, body: 'not found' }],
  ['the app has no secret', refusal(500, 'not_configured')],
  ['the server knows another user', token('u2')],
])('skips the boot if %s, and asks again at the next intent', async (_, answer) => {
  const { mount, messenger, ready, arrived } = stage()
  const route = serveIdentity(answer, token('u1'))
  mount({ userId: 'u1', verifyIdentity: true })
  await vi.waitFor(() => expect(messenger.getState()).toMatchObject({ status: 'blocked', blockedReason: 'identity' }), 30_000)
  expect(arrived()).toEqual([])
  messenger.actions.show()
  await ready()
  expect(route.requests).toHaveLength(2)
  expect(arrived().map(([method]) => method)).toEqual(['boot', 'show'])
})

test('drops a token for a user who has logged out', async () => {
  const { mock, mount, ready, arrived } = stage()
  mock.options = { accepts: isProved }
  const route = serveIdentity(token('u1'), token('u2'))
  route.hold()
  const { render } = mount({ userId: 'u1', verifyIdentity: true })
  await vi.waitFor(() => expect(route.requests).toHaveLength(1), 30_000)
  render({ userId: 'u2', verifyIdentity: true })
  await vi.waitFor(() => expect(route.requests).toHaveLength(2), 30_000)
  route.release()
  await ready()
  expect(arrived()).toEqual([['boot', { ...app, user_id: 'u2', intercom_user_jwt: 'token-of-u2' }]])
})

test('drops calls of an unproved user at the next login', async () => {
  const { mock, mount, messenger, ready } = stage()
  serveIdentity(refusal(401, 'unauthorized'), token('u2'))
  const { render } = mount({ userId: 'u1', verifyIdentity: true })
  messenger.actions.trackEvent('done_by_one')
  await vi.waitFor(() => expect(messenger.getState().status).toBe('blocked'), 30_000)
  render({ userId: 'u2', verifyIdentity: true })
  await ready()
  expect(mock.events).toEqual([])
})

test('renews the token before it expires and after a failure, until shutdown', async () => {
  const { mock, mount, messenger, arrived } = stage()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  const route = serveIdentity(
    token('u1', 'token-1'),
    token('u1', 'token-2'),
    { status: 503, body: 'down' },
    token('u1', 'token-3'),
  )
  mount({ userId: 'u1', verifyIdentity: true })
  await waitUntil(() => mock.calls.some(({ method }) => method === 'boot'))
  const pass = async (seconds: number, requests: number) => {
    vi.advanceTimersByTime(seconds * 1000 + 5)
    await waitUntil(() => route.requests.length === requests)
    await new Promise(requestAnimationFrame)
    await new Promise(requestAnimationFrame)
    vi.advanceTimersByTime(10)
  }
  vi.advanceTimersByTime(3295 * 1000)
  expect(route.requests).toHaveLength(1)
  await pass(5, 2)
  expect(arrived().at(-1)).toEqual(['update', { intercom_user_jwt: 'token-2' }])
  await pass(3300, 3)
  expect(arrived()).toHaveLength(2)
  await pass(30, 4)
  expect(arrived().at(-1)).toEqual(['update', { intercom_user_jwt: 'token-3' }])
  messenger.actions.shutdown()
  vi.advanceTimersByTime(7_200_000)
  await new Promise(requestAnimationFrame)
  expect(route.requests).toHaveLength(4)
})

test('renews an expired token when the tab becomes visible after sleep', async () => {
  const { mock, mount } = stage()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  const route = serveIdentity(token('u1', 'token-1'), token('u1', 'token-2'))
  mount({ userId: 'u1', verifyIdentity: true })
  await waitUntil(() => mock.calls.some(({ method }) => method === 'boot'))
  await new Promise(requestAnimationFrame)
  vi.setSystemTime(Date.now() + 3_500_000)
  document.dispatchEvent(new Event('visibilitychange'))
  await waitUntil(() => route.requests.length === 2)
})

test('sends a proof of the page unchanged', async () => {
  const { mount, ready, arrived } = stage()
  mount({ userId: 'u1', intercomUserJwt: 'made-by-the-server', userHash: 'abc' })
  await ready()
  expect(arrived()).toEqual([['boot', { ...app, user_id: 'u1', intercom_user_jwt: 'made-by-the-server', user_hash: 'abc' }]])
})

const encode = (part: object) => btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(part)))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
const signed = (claims: { user_id: string } & Record<string, unknown>, expires_in = 3600) =>
  token(claims.user_id, `${encode({ alg: 'HS256' })}.${encode({ iat: 1, exp: 2, ...claims })}.signature`, expires_in)

test('sends no attribute that the token proves, and the proof with each update', async () => {
  const { mock, mount, messenger, ready, arrived } = stage()
  mock.options = { protectedAttributes: ['plan'] }
  const answer = signed({ user_id: 'u1', email: 'ánn@x.example', plan: 'team' })
  const { intercom_user_jwt } = answer.body
  serveIdentity(answer)
  mount({ userId: 'u1', email: 'old@x.example', name: 'Ann', verifyIdentity: true, customAttributes: { plan: 'free', theme: 'dark' } })
  await ready()
  expect(arrived()).toEqual([['boot', { ...app, user_id: 'u1', name: 'Ann', theme: 'dark', intercom_user_jwt }]])
  expect(mock.view?.settings).toMatchObject({ email: 'ánn@x.example', plan: 'team', name: 'Ann' })

  messenger.actions.update({ name: 'Ann B.', customAttributes: { theme: 'light' } })
  await vi.waitFor(() => expect(arrived()[1]).toEqual(['update', { name: 'Ann B.', theme: 'light', intercom_user_jwt }]))
  messenger.actions.update()
  await vi.waitFor(() => expect(arrived()[2]).toEqual(['update', { intercom_user_jwt }]), 3_000)
  expect(mock.calls.flatMap(({ refused = [] }) => refused)).toEqual([])
})

test('sends an older proof with each update, and the id that it proves', async () => {
  const { mount, messenger, ready, arrived } = stage()
  serveIdentity({ body: { user_id: 'u1', intercom_user_jwt: null, user_hash: 'hash', expires_in: null } })
  mount({ userId: 'u1', name: 'Ann', verifyIdentity: true })
  await ready()
  messenger.actions.update({ name: 'Ann B.' })
  await vi.waitFor(() => expect(arrived()[1]).toEqual(['update', { name: 'Ann B.', user_id: 'u1', user_hash: 'hash' }]))
})

test('renews the token when an attribute in it changes, once for several changes', async () => {
  const { mock, mount, messenger, ready, arrived } = stage()
  const [first, second] = [signed({ user_id: 'u1', plan: 'free' }), signed({ user_id: 'u1', plan: 'team' })]
  const route = serveIdentity(first, second)
  const { render } = mount({ userId: 'u1', verifyIdentity: true, customAttributes: { plan: 'free' } })
  await ready()
  messenger.actions.update({ customAttributes: { plan: 'scale' } })
  messenger.actions.update({ customAttributes: { plan: 'enterprise' } })
  render({ userId: 'u1', verifyIdentity: true, customAttributes: { plan: 'team' } })
  await vi.waitFor(() => expect(mock.view?.settings.plan).toBe('team'), 5_000)
  expect(route.requests).toHaveLength(2)
  expect(arrived().slice(1)).toEqual([['update', { intercom_user_jwt: second.body.intercom_user_jwt }]])
})

test("renews again after a change during a renewal, and never with another user's page", async () => {
  const { mock, mount, messenger, ready } = stage()
  const route = serveIdentity(
    signed({ user_id: 'u1', plan: 'free' }), signed({ user_id: 'u1', plan: 'team' }), signed({ user_id: 'u1', plan: 'scale' }), signed({ user_id: 'u2' }),
  )
  const { render } = mount({ userId: 'u1', verifyIdentity: true })
  await ready()
  route.hold()
  messenger.actions.update({ customAttributes: { plan: 'team' } })
  await vi.waitFor(() => expect(route.requests).toHaveLength(2), 5_000)
  messenger.actions.update({ customAttributes: { plan: 'scale' } })
  route.release()
  await vi.waitFor(() => expect(route.requests).toHaveLength(3), 5_000)
  // Another user signs in while the renewal is pending.
  render({ userId: 'u2', verifyIdentity: true })
  await vi.waitFor(() => expect(route.requests).toHaveLength(4), 5_000)
  route.release()
  await ready()
  await waitForTask()
  const sent = JSON.stringify(mock.calls.slice(mock.calls.findLastIndex(({ method }) => method === 'boot')))
  expect(mock.view?.settings).toMatchObject({ user_id: 'u2' })
  expect(mock.view?.settings).not.toHaveProperty('plan')
  expect(sent).not.toContain('u1')
})

test('tells why the workspace refuses a protected attribute of the page, and what to do', async () => {
  const { mock, mount, messenger, ready } = stage()
  mock.options = { protectedAttributes: ['plan'] }
  serveIdentity(signed({ user_id: 'u1', email: 'ann@x.example' }))
  mount({ userId: 'u1', verifyIdentity: true, protectedAttributes: ['plan', 'email'], email: 'page@x.example' })
  await ready()
  expect(getDiagnoses().filter(({ code }) => code === 'attribute_protected')).toEqual([])
  messenger.actions.update({ customAttributes: { plan: 'enterprise' } })
  await vi.waitFor(() => expect(mock.calls.at(-1)?.refused).toEqual(['plan']))
  expect(mock.view?.settings).not.toHaveProperty('plan')
  await vi.waitFor(() => expect(getDiagnoses().find(({ code }) => code === 'attribute_protected')?.cure).toContain('signedAttributes'))
  clearDiagnoses()
})
