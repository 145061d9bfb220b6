/** Every route while Redis hangs, refuses or is away, and after it is back. */
import { createHmac } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { begin, call, end, expectNothingLeaked, intercom, signIn } from '../routes/harness.ts'
import { startBlackHole, findFreePort, hasRedis, startRedis, type RedisServer } from './redis-server.ts'

const routes = await import('@/app/api/intercom/[...path]/route')
const { closeIntercom, setStore } = await import('@/kit/server/index')

const SECRET = 'a-client-secret-of-at-least-32-characters'
const PATIENCE = 3000
const context = { params: Promise.resolve({}) }
let count = 0

interface Outcome {
  status: number
  code?: string
  retryAfter?: number
}

/** Fails if a response takes longer than a user waits. */
async function timed(work: Promise<Response>): Promise<Outcome> {
  const start = performance.now()
  const response = await work
  const text = await response.text()
  expect(performance.now() - start).toBeLessThan(PATIENCE)
  const { error } = JSON.parse(text)
  if (error) expectNothingLeaked(text)
  return { status: response.status, code: error?.code, retryAfter: error?.retry_after }
}

const conversationId = () => intercom.workspace.conversations.find(({ state }) => state === 'open')!.id
const read = (path: string) => timed(call({ path: `/api/intercom/${path}` }))

function write(name: string, body: unknown, key: string | null = `key-${(count += 1)}`): Promise<Outcome> {
  const headers = { 'content-type': 'application/json', ...(key && { 'idempotency-key': key }) }
  return timed(call({ path: `/api/intercom/conversations/[id]/${name}` }, {
    method: 'POST', id: conversationId(), headers, body: JSON.stringify(body),
  }))
}

const reply = (key?: string) => write('reply', { message_type: 'comment', body: 'Hello' }, key)

function deliver(): Promise<Outcome> {
  const created_at = Math.floor(Date.now() / 1000)
  const body = JSON.stringify({
    type: 'notification_event', id: `fault_${(count += 1)}`, topic: 'conversation.user.replied', app_id: 'hx7q2mlt', created_at,
    data: { type: 'notification_event_data', item: intercom.workspace.conversations[0] },
  })
  const headers = { 'content-type': 'application/json', 'x-hub-signature': `sha1=${createHmac('sha1', SECRET).update(body).digest('hex')}` }
  return timed(routes.POST(new Request('https://app.example/api/intercom/webhook', { method: 'POST', headers, body }), context))
}

const streams: ReadableStreamDefaultReader<Uint8Array>[] = []

/** Opens a stream, and collects its text. */
async function listen(): Promise<{ text: () => string }> {
  const start = performance.now()
  const response = await routes.GET(new Request('https://app.example/api/intercom/live'), context)
  expect([response.status, performance.now() - start < PATIENCE]).toEqual([200, true])
  const reader = response.body!.getReader()
  streams.push(reader)
  let text = ''
  void (async () => {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      text += new TextDecoder().decode(value)
    }
  })()
  return { text: () => text }
}

const last = (text: string, name: string) => text.match(new RegExp(`event: ${name}\\n(?:id: .*\\n)?data: .*`, 'g'))?.at(-1) ?? ''

async function expectAway(): Promise<void> {
  for (const path of ['conversations', 'admins', 'tags', 'conversations/counts', `conversations/${conversationId()}`]) {
    expect(await read(path), path).toEqual({ status: 200 })
  }
  expect(await read('health')).toEqual({ status: 200 })
  for (const outcome of [
    await reply(), await write('notes', { message_type: 'note', body: 'Hello' }), await write('actions', { action: 'close' }), await deliver(),
  ]) {
    expect(outcome).toEqual({ status: 503, code: 'unavailable', retryAfter: expect.any(Number) })
  }
  expect(await write('actions', { action: 'mark_read' }, null)).toEqual({ status: 200 })
}

async function expectDelayed(): Promise<void> {
  const stream = await listen()
  await vi.waitFor(() => expect(last(stream.text(), 'ready')).toContain('"delayed":true'), { timeout: 3000 })
}

async function expectBack(): Promise<void> {
  const start = performance.now()
  await vi.waitFor(async () => expect((await reply()).status).toBe(200), { timeout: 8000, interval: 100 })
  expect(performance.now() - start).toBeLessThan(5000)
  expect((await deliver()).status).toBe(200)
}

beforeEach(() => {
  begin()
  setStore(null)
  signIn({ kind: 'agent', adminId: '7042001' })
  vi.stubEnv('INTERCOM_CLIENT_SECRET', SECRET)
})
afterEach(async () => {
  for (const stream of streams.splice(0)) await stream.cancel()
  await closeIntercom()
  end()
})

describe('without a server', () => {
  it('reads, limits and streams while a port accepts and never responds, and pays the deadline once', async () => {
    const hole = await startBlackHole()
    vi.stubEnv('REDIS_URL', hole.url)
    await expectAway()
    const start = performance.now()
    for (let round = 0; round < 20; round += 1) await read('tags')
    expect(performance.now() - start).toBeLessThan(2000)
    await expectDelayed()
    hole.close()
  })

  it('does so if the first request is the stream', async () => {
    const hole = await startBlackHole()
    vi.stubEnv('REDIS_URL', hole.url)
    await expectDelayed()
    hole.close()
  })

  it('reads, limits and streams while nothing listens', async () => {
    vi.stubEnv('REDIS_URL', `redis://user:canary-password@127.0.0.1:${await findFreePort()}`)
    await expectAway()
    await expectDelayed()
  })

  it('limits requests by memory', async () => {
    vi.stubEnv('REDIS_URL', `redis://127.0.0.1:${await findFreePort()}`)
    signIn({ kind: 'agent', adminId: '7042009' })
    const statuses = []
    for (let round = 0; round < 31; round += 1) statuses.push((await read('health')).status)
    expect(statuses.at(-1)).toBe(429)
  })
})

describe.skipIf(!hasRedis)('with a real server', () => {
  let server: RedisServer
  beforeAll(async () => {
    server = await startRedis()
  })
  afterEach(() => server.kill())
  afterAll(() => server.remove())

  it('survives a server that hangs midway, tells open pages, and recovers', async () => {
    await server.start()
    vi.stubEnv('REDIS_URL', server.url)
    expect((await reply()).status).toBe(200)
    const stream = await listen()
    await vi.waitFor(() => expect(last(stream.text(), 'ready')).toContain('"delayed":false'))
    server.hang()
    await expectAway()
    await vi.waitFor(() => expect(last(stream.text(), 'ready')).toContain('"delayed":true'), { timeout: 3000 })
    await expectDelayed()
    server.resume()
    await expectBack()
    await vi.waitFor(() => expect(last(stream.text(), 'ready')).toContain('"delayed":false'), { timeout: 5000 })
    await vi.waitFor(() => expect(last(stream.text(), 'change')).toContain('"conversation"'), { timeout: 5000 })
  })

  it('survives a server that hangs before the first request', async () => {
    await server.start()
    server.hang()
    vi.stubEnv('REDIS_URL', server.url)
    await expectAway()
    await expectDelayed()
    server.resume()
    await expectBack()
  })

  it('lets no request of many wait longer than one deadline', async () => {
    await server.start()
    vi.stubEnv('REDIS_URL', server.url)
    expect((await reply()).status).toBe(200)
    server.hang()
    const outcomes = await Promise.all([...Array.from({ length: 20 }, () => read('tags')), ...Array.from({ length: 20 }, () => reply())])
    expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set([200, 503]))
  })

  it('survives a server that is killed, and recovers', async () => {
    await server.start()
    vi.stubEnv('REDIS_URL', server.url)
    expect((await reply()).status).toBe(200)
    await server.kill()
    await expectAway()
    await server.start()
    await expectBack()
  })

  it('refuses writes with `unavailable` while the server is full, and recovers', async () => {
    await server.start('--maxmemory', '1', '--maxmemory-policy', 'noeviction')
    vi.stubEnv('REDIS_URL', server.url)
    await expectAway()
    await expectDelayed()
    await server.command('CONFIG', 'SET', 'maxmemory', '0')
    await expectBack()
  })

  it('refuses writes with `unavailable` on a read-only replica, and recovers', async () => {
    await server.start('--replicaof', '127.0.0.1', String(await findFreePort()))
    vi.stubEnv('REDIS_URL', server.url)
    await expectAway()
    await expectDelayed()
    await server.command('REPLICAOF', 'NO', 'ONE')
    await expectBack()
  })

  it('refuses writes with `unavailable` if the password is wrong or missing', async () => {
    await server.start()
    await server.command('CONFIG', 'SET', 'requirepass', 'right')
    for (const user of ['', ':canary-wrong@']) {
      vi.stubEnv('REDIS_URL', server.url.replace('//', `//${user}`))
      await expectAway()
      await expectDelayed()
    }
  })
})
