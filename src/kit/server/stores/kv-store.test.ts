import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once as happens } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it, test, vi } from 'vitest'
import { createClient } from 'redis'
import { ApiError } from '@/kit/server/http/errors'
import { getBus } from '@/kit/server/live/live-bus'
import { once } from '@/kit/server/http/idempotency'
import type { Principal } from '@/kit/server/http/principals'
import { closeIntercom } from '@/kit/server/live/open-streams'
import { callStore, getMemoryStore, getStore, setStore, type Store } from '@/kit/server/stores/kv-store'
import { createMemoryStore } from '@/kit/server/stores/store-memory'

const hasRedis = spawnSync('redis-server', ['--version']).status === 0

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await happens(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await happens(server, 'close')
  return port
}

/** Tests for every store. */
function promises(make: () => Store): void {
  test('stores and deletes a string', async () => {
    const store = make()
    expect(await store.get('a')).toBeNull()
    await store.set('a', 'é\n"', 60)
    expect(await store.get('a')).toBe('é\n"')
    await store.set('a', '', 60)
    expect(await store.get('a')).toBe('')
    await store.delete('a')
    expect(await store.get('a')).toBeNull()
  })

  test('lets one of many claims succeed', async () => {
    const store = make()
    const claims = await Promise.all(Array.from({ length: 20 }, (_, index) => store.setIfAbsent('claim', `${index}`, 60)))
    expect(claims.filter(Boolean)).toHaveLength(1)
    expect(await store.get('claim')).toBe(String(claims.indexOf(true)))
    await store.delete('claim')
    expect(await store.setIfAbsent('claim', 'again', 60)).toBe(true)
  })

  test('counts concurrent increments exactly', async () => {
    const store = make()
    const counts = await Promise.all(Array.from({ length: 20 }, () => store.increment('count', 60)))
    expect(counts.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
  })

  test('lets only the first caller do the work', async () => {
    setStore(make())
    const headers = { 'idempotency-key': 'one-reply' }
    const attempt = (adminId: string, body = 'Hello') => ({
      request: new Request('https://app.example/x', { method: 'POST', headers }),
      principal: { kind: 'agent', adminId } as const,
      target: ['POST', '/x', { id: '1' }],
      body,
      mayHaveWritten: () => true,
    })
    const ask = (run: () => Promise<unknown>, ...who: Parameters<typeof attempt>) =>
      once({ key: 'required' }, attempt(...who), run).catch((error: ApiError) => `${error.code} ${error.retryAfter ?? 'for good'}`)
    let runs = 0
    const work = async () => {
      runs += 1
      await new Promise((resolve) => setTimeout(resolve, 50))
      return { n: runs, text: 'é 😀' }
    }
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(work, '7')))
    expect(runs).toBe(1)
    expect(answers.filter((answer) => answer === 'conflict 1')).toHaveLength(19)
    expect(await ask(work, '7')).toEqual({ n: 1, text: 'é 😀' })
    expect(await ask(work, '7', 'Something else')).toBe('invalid_request for good')
    const lost = () => Promise.reject(new ApiError('upstream_timeout'))
    expect(await ask(lost, '8')).toBe('upstream_timeout for good')
    expect(await ask(work, '8')).toBe('conflict for good')
    expect(runs).toBe(1)
  })

  test('expires keys', async () => {
    const store = make()
    await store.set('short', '1', 1)
    await store.increment('counted', 1)
    await new Promise((resolve) => setTimeout(resolve, 600))
    // Later increments don't extend the window.
    expect(await store.increment('counted', 1)).toBe(2)
    await vi.waitFor(async () => expect(await store.get('short')).toBeNull(), { timeout: 30_000 })
    await vi.waitFor(async () => expect(await store.get('counted')).toBeNull(), { timeout: 30_000 })
    expect(await store.setIfAbsent('short', '2', 60)).toBe(true)
  })
}

afterEach(() => {
  vi.unstubAllEnvs()
  setStore(null)
})

describe('in memory', () => {
  promises(() => createMemoryStore())

  test('evicts the oldest key at its limit', async () => {
    const store = createMemoryStore({ entries: 3, characters: 1000 })
    for (const key of ['a', 'b', 'c', 'd']) await store.set(key, key, 60)
    expect(await Promise.all(['a', 'b', 'c', 'd'].map((key) => store.get(key)))).toEqual([null, 'b', 'c', 'd'])
  })

  test('limits the number of characters', async () => {
    const store = createMemoryStore({ entries: 100, characters: 10 })
    await store.set('a', '12345', 60)
    await store.set('b', '12345', 60)
    await store.set('b', '123', 60)
    await store.set('c', '12', 60)
    expect(await store.get('a')).toBe('12345')
    await store.set('d', '1', 60)
    expect(await store.get('a')).toBeNull()
    expect(await store.get('b')).toBe('123')
  })

  test('ends a count with its first window', async () => {
    vi.useFakeTimers({ now: 0, toFake: ['Date'] })
    const store = createMemoryStore()
    await store.increment('a', 60)
    vi.setSystemTime(59_000)
    expect(await store.increment('a', 60)).toBe(2)
    vi.setSystemTime(60_000)
    expect(await store.increment('a', 60)).toBe(1)
    vi.useRealTimers()
  })

  test('evicts expired keys first', async () => {
    const store = createMemoryStore({ entries: 2, characters: 100 })
    await store.set('old', '1', 60)
    await store.set('ended', '1', 0)
    await store.set('new', '1', 60)
    expect(await store.get('old')).toBe('1')
  })
})

describe('limits in memory', () => {
  const limits = { entries: 10, characters: 1000 }

  it("keeps an agent's record while a customer fills the store", async () => {
    const store = createMemoryStore(limits)
    await store.set('idempotency-agent:ann:1', 'agent', 60)
    await store.set('idempotency-customer:bob:1', 'bob', 60)
    for (let index = 0; index < 100; index += 1) await store.set(`idempotency-customer:eve:${index}`, 'x'.repeat(200), 60)
    expect([await store.get('idempotency-agent:ann:1'), await store.get('idempotency-customer:bob:1')]).toEqual(['agent', 'bob'])
    expect(await store.get('idempotency-customer:eve:0')).toBeNull()
    expect(await store.get('idempotency-customer:eve:99')).toHaveLength(200)
  })

  it.each(['webhook', 'rate', 'idempotency-customer'])('keeps other kinds while %s overflows', async (kind) => {
    const store = createMemoryStore(limits)
    const others = ['webhook', 'rate', 'idempotency-customer', 'idempotency-agent'].filter((one) => one !== kind)
    for (const other of others) await store.set(`${other}:a:1`, other, 60)
    for (let index = 0; index < 100; index += 1) await store.increment(`${kind}:b${index}:1`, 60)
    expect(await Promise.all(others.map((other) => store.get(`${other}:a:1`)))).toEqual(others)
  })

  it("keeps an agent's reply from being sent twice after a customer sent 90 long ones", async () => {
    setStore(createMemoryStore(limits))
    const runs: string[] = []
    const send = (principal: Principal, key: string, answer: string) => once({ key: 'required' }, {
      request: new Request('https://app.example/x', { method: 'POST', headers: { 'idempotency-key': key } }),
      principal, target: '/x', body: '', mayHaveWritten: () => true,
    }, async () => {
      runs.push(key)
      return answer
    })
    const agent = { kind: 'agent', adminId: '7' } as const
    await send(agent, 'agent', 'sent')
    for (let index = 0; index < 90; index += 1) await send({ kind: 'customer', userId: 'eve' }, `k${index}`, 'x'.repeat(300))
    await send(agent, 'agent', 'sent')
    expect(runs.filter((key) => key === 'agent')).toHaveLength(1)
  })
})

describe('a store of the app that hangs', () => {
  it('costs one deadline, and then nothing until it is tried again', async () => {
    setStore({ ...createMemoryStore(), get: () => new Promise(() => {}) })
    const ask = () => callStore((store) => store.get('a')).then(() => 'done', (error: ApiError) => `${error.code} ${error.retryAfter}`)
    const start = performance.now()
    expect(await ask()).toBe('unavailable 5')
    expect(performance.now() - start).toBeLessThan(2500)
    for (let round = 0; round < 50; round += 1) expect(await ask()).toBe('unavailable 5')
    expect(performance.now() - start).toBeLessThan(2800)
    vi.useFakeTimers({ now: Date.now() + 5000, toFake: ['Date'] })
    expect(await callStore((store) => store.setIfAbsent('a', '1', 60))).toBe(true)
    vi.useRealTimers()
  })
})

describe('getStore', () => {
  test('uses memory until the app sets a store or Redis', async () => {
    expect(getStore()).toBe(getMemoryStore())
    const own = createMemoryStore()
    setStore(own)
    expect(getStore()).toBe(own)
    setStore(null)
    expect(getStore()).toBe(getMemoryStore())
  })

  test.each(['redis', 'http://redis.example', 'redis//x', 'localhost:6379'])('refuses REDIS_URL = %j by name', (url) => {
    vi.stubEnv('REDIS_URL', url)
    expect(getStore).toThrow(/REDIS_URL must be an address/)
  })

  test('fails soon without Redis, and reconnects', async () => {
    vi.stubEnv('REDIS_URL', `redis://user:canary-password@127.0.0.1:${await freePort()}`)
    for (let round = 0; round < 2; round += 1) {
      await expect(getStore().get('a')).rejects.toThrow('Redis at REDIS_URL cannot be reached.')
      await new Promise((resolve) => setTimeout(resolve))
    }
  })
})

describe.skipIf(!hasRedis)('in Redis', () => {
  let server: ChildProcess
  let port: number

  async function startRedis(): Promise<void> {
    server = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'])
    await vi.waitFor(async () => {
      const probe = createClient({ url: `redis://127.0.0.1:${port}`, socket: { reconnectStrategy: false } })
      probe.on('error', () => {})
      await probe.connect()
      await probe.flushAll()
      await probe.close()
    }, { timeout: 30_000, interval: 100 })
  }

  async function stopRedis(): Promise<void> {
    server.kill('SIGKILL')
    await happens(server, 'exit')
  }

  beforeAll(async () => {
    port = await freePort()
    await startRedis()
  })
  afterAll(stopRedis)

  let round = 0
  promises(() => {
    vi.stubEnv('REDIS_URL', `redis://127.0.0.1:${port}/${(round += 1)}`)
    return getStore()
  })

  it('keeps apps with prefixes of their own apart', async () => {
    vi.stubEnv('REDIS_URL', `redis://127.0.0.1:${port}/8`)
    vi.stubEnv('INTERCOM_REDIS_PREFIX', 'shop:')
    await getStore().set('a', 'of the shop', 60)
    await getBus().publish({ kind: 'contact', contact_id: 'c', at: 1 })
    vi.stubEnv('INTERCOM_REDIS_PREFIX', 'blog:')
    expect(await getStore().get('a')).toBeNull()
    const client = createClient({ url: `redis://127.0.0.1:${port}/8` })
    await client.connect()
    expect((await client.keys('*')).sort()).toEqual(['shop:a', 'shop:live'])
    await client.close()
  })

  it('closes its connections, and opens others when it is used again', async () => {
    vi.stubEnv('REDIS_URL', `redis://127.0.0.1:${port}/8`)
    const client = createClient({ url: `redis://127.0.0.1:${port}/8` })
    await client.connect()
    const connections = async () => String(await client.sendCommand(['CLIENT', 'LIST'])).trim().split('\n').length
    const { stop } = await getBus().subscribe(() => {})
    await getStore().set('a', '1', 60)
    const open = await connections()
    await closeIntercom()
    await vi.waitFor(async () => expect(await connections()).toBe(open - 2))
    expect(await getStore().get('a')).toBe('1')
    stop()
    await client.close()
  })

  test('fails at once while Redis is gone, and works again when it is back', async () => {
    vi.stubEnv('REDIS_URL', `redis://127.0.0.1:${port}/9`)
    const store = getStore()
    await store.set('a', '1', 60)
    await stopRedis()
    await expect(store.get('a')).rejects.toThrow()
    await startRedis()
    await vi.waitFor(async () => expect(await store.increment('b', 60)).toBeGreaterThan(0), { timeout: 30_000, interval: 100 })
  })
})
