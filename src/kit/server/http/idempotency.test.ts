import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import type { Principal } from '@/kit/server/http/principals'
import { ApiError } from '@/kit/server/http/errors'
import { createRouteHandler } from '@/kit/server/http/route-handler'
import type { Idempotency } from '@/kit/server/http/idempotency'
import { onLog } from '@/kit/server/log'
import type { IntercomClient } from '@/kit/server/intercom/intercom-client'
import { setStore } from '@/kit/server/stores/kv-store'
import { createMemoryStore } from '@/kit/server/stores/store-memory'

let principal: Principal
const context = () => ({ params: Promise.resolve({}), authorize: () => principal })

type Work = (call: { intercom: IntercomClient; firstTriedAt: number }) => Promise<{ n: number }>

let work = vi.fn<Work>()
const body = z.strictObject({ text: z.string() })
const response = z.object({ n: z.number() })

function routeWith(idempotency: Idempotency & { isFinal?: (data: { n: number }) => boolean }, path = '/x') {
  return createRouteHandler({ path, allow: ['agent', 'customer'], body, response, idempotency }, (call) => work(call))
}

const required = routeWith({ key: 'required' })
const repeatable = routeWith({ key: 'optional', repeatable: true })

async function post(key: string | null, route = required, text = 'hi') {
  const headers = { 'content-type': 'application/json', ...(key !== null && { 'idempotency-key': key }) }
  const request = new Request('https://app.example/x', { method: 'POST', headers, body: JSON.stringify({ text }) })
  const answer = await route(request, context())
  const data = await answer.json()
  return { status: answer.status, code: data.error?.code, wait: data.error?.retry_after, n: data.n, data }
}

/** Sends a write to an Intercom with the given response. */
const sends = (answer: () => Promise<Response>): Work => async ({ intercom }) => {
  vi.stubGlobal('fetch', answer)
  await intercom.send('POST', ['events'], {}, null)
  return { n: 1 }
}
const lost = sends(() => Promise.reject(new TypeError('fetch failed')))
const refused = sends(async () => new Response(null, { status: 422 }))

beforeEach(() => {
  principal = { kind: 'agent', adminId: '7' }
  let n = 0
  work = vi.fn<Work>(async () => ({ n: (n += 1) }))
  vi.stubEnv('INTERCOM_ACCESS_TOKEN', 'tok')
  setStore(createMemoryStore())
  onLog(() => {})
})
afterEach(() => {
  onLog(null)
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
  vi.useRealTimers()
  setStore(null)
})

describe('idempotency key', () => {
  test('is required', async () => {
    const { status, data } = await post(null)
    expect([status, data.error.fields]).toEqual([400, { 'Idempotency-Key': 'is needed' }])
    expect((await post(null, repeatable)).status).toBe(200)
  })

  test.each(['', ' ', 'a b', 'ü', 'x'.repeat(129), '{}', 'a,b'])('refuses %j', async (key) => {
    expect((await post(key)).status).toBe(400)
    expect(work).not.toHaveBeenCalled()
  })

  test('replays the first response without doing the work again', async () => {
    expect(await post('k')).toMatchObject({ status: 200, n: 1 })
    expect(await post('k')).toMatchObject({ status: 200, n: 1 })
    expect(await post('other')).toMatchObject({ n: 2 })
  })

  test('is refused with another body', async () => {
    await post('k')
    expect(await post('k', required, 'else')).toMatchObject({ status: 400, code: 'invalid_request' })
  })

  test('is separate for each user and route', async () => {
    await post('k')
    principal = { kind: 'customer', userId: '7' }
    expect(await post('k')).toMatchObject({ n: 2 })
    expect(await post('k', routeWith({ key: 'required' }, '/y'))).toMatchObject({ n: 3 })
  })

  test('of a running request gets a conflict, with a time to wait', async () => {
    let end = () => {}
    work.mockImplementationOnce(() => new Promise((resolve) => (end = () => resolve({ n: 9 }))))
    const first = post('k')
    await vi.waitFor(() => expect(work).toHaveBeenCalledOnce(), 30_000)
    expect(await post('k')).toMatchObject({ status: 409, code: 'conflict', wait: 1 })
    end()
    expect(await first).toMatchObject({ n: 9 })
    expect(await post('k')).toMatchObject({ n: 9 })
  })

  test('does the work once for ten concurrent requests', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => post('k')))
    expect(work).toHaveBeenCalledOnce()
    for (const { status, n } of answers) expect([status, n]).toEqual(status === 200 ? [200, 1] : [409, undefined])
    expect(answers.some(({ status }) => status === 200)).toBe(true)
  })
})

describe('a failed first attempt', () => {
  test('lets only one concurrent retry run after it forgets its key', async () => {
    const store = createMemoryStore()
    let asked = 0
    let forget = () => {}
    const forgotten = new Promise<void>((resolve) => (forget = resolve))
    work.mockImplementationOnce(async (call) => {
      // The others know that the key is taken, but have not read its state yet.
      await vi.waitFor(() => expect(asked).toBe(3), 30_000)
      return refused(call)
    })
    setStore({
      ...store,
      get: async (key) => {
        asked += 1
        await forgotten
        return store.get(key)
      },
      delete: async (key) => {
        await store.delete(key)
        forget()
      },
    })
    const first = post('k')
    await vi.waitFor(() => expect(work).toHaveBeenCalledOnce(), 30_000)
    const others = Promise.all([post('k'), post('k'), post('k')])
    expect(await first).toMatchObject({ status: 422 })
    const statuses = (await others).map(({ status }) => status)
    expect(statuses).toContain(200)
    for (const status of statuses) expect([200, 409]).toContain(status)
    expect(work).toHaveBeenCalledTimes(2)
  })

  test('is forgotten if nothing was done, even for another body', async () => {
    work.mockImplementationOnce(refused)
    expect(await post('k')).toMatchObject({ status: 422 })
    expect(await post('k', required, 'mended')).toMatchObject({ status: 200 })
  })

  test('is never run again automatically if it may have succeeded', async () => {
    work.mockImplementationOnce(lost)
    expect(await post('k')).toMatchObject({ status: 503 })
    const again = await post('k')
    expect(again).toMatchObject({ status: 409, code: 'conflict', wait: undefined })
    expect(again.data.error.message).toContain('The first attempt may have succeeded')
    expect(work).toHaveBeenCalledOnce()
  })

  test('is never run again after it succeeded', async () => {
    work.mockImplementationOnce(async (call) => {
      await sends(async () => new Response(null, { status: 202 }))(call)
      throw new ApiError('rejected')
    })
    expect(await post('k')).toMatchObject({ status: 422 })
    expect(await post('k')).toMatchObject({ status: 409 })
  })

  test('is run again if a repetition is harmless, with the first time stamp', async () => {
    vi.useFakeTimers({ now: 1_000_000_000, toFake: ['Date'] })
    work.mockImplementationOnce(lost)
    await post('k', repeatable)
    vi.setSystemTime(1_000_030_000)
    expect(await post('k', repeatable)).toMatchObject({ status: 200 })
    expect(work.mock.calls.map(([call]) => call.firstTriedAt)).toEqual([1_000_000, 1_000_000])
  })

  test('is not run again after a crash, and does not stay pending forever', async () => {
    vi.useFakeTimers({ now: 1_000_000_000, toFake: ['Date'] })
    work.mockImplementation(() => new Promise(() => {}))
    void post('k')
    await vi.waitFor(() => expect(work).toHaveBeenCalledOnce(), 30_000)
    vi.setSystemTime(1_000_061_000)
    expect(await post('k')).toMatchObject({ status: 409, wait: undefined })
    expect(work).toHaveBeenCalledOnce()
  })
})

test('does not remember a temporary response', async () => {
  const route = routeWith({ key: 'required', repeatable: true, isFinal: ({ n }) => n > 1 })
  expect((await post('k', route)).n).toBe(1)
  expect((await post('k', route)).n).toBe(2)
  expect((await post('k', route)).n).toBe(2)
})

test('remembers the response even if the caller aborts', async () => {
  const controller = new AbortController()
  work.mockImplementationOnce(async (call) => {
    controller.abort()
    return sends(async () => new Response(null, { status: 202 }))(call)
  })
  const headers = { 'content-type': 'application/json', 'idempotency-key': 'k' }
  const init = { method: 'POST', headers, body: '{"text":"hi"}', signal: controller.signal }
  const answer = await required(new Request('https://app.example/x', init), context())
  expect(answer.status).toBe(200)
})

test('stops if the store fails before the work, and continues if it fails after', async () => {
  const store = createMemoryStore()
  setStore({ ...store, setIfAbsent: () => Promise.reject(new Error('no connection')) })
  expect(await post('k')).toMatchObject({ status: 503, code: 'unavailable' })
  expect(work).not.toHaveBeenCalled()
  setStore({ ...store, set: () => Promise.reject(new Error('no connection')) })
  expect(await post('k')).toMatchObject({ status: 200 })
  expect(await post('k')).toMatchObject({ status: 409 })
  expect(work).toHaveBeenCalledOnce()
})
