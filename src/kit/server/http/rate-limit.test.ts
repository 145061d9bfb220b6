import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Principal } from './principals.ts'
import type { ApiError } from '@/kit/server/http/errors'
import { countRequest } from '@/kit/server/http/rate-limit'
import { getMemoryStore, setStore } from '@/kit/server/stores/kv-store'
import { createMemoryStore } from '@/kit/server/stores/store-memory'

const ann: Principal = { kind: 'customer', userId: 'ann@alder.example' }
const limit = { requests: 3, seconds: 60 }

/** Sends a number of requests and returns their results. */
async function ask(times: number, principal = ann, route = 'GET /x'): Promise<(number | undefined)[]> {
  const waits: (number | undefined)[] = []
  for (let count = 0; count < times; count += 1) {
    waits.push(await countRequest(principal, route, limit).then(() => undefined, (thrown: unknown) => {
      expect(thrown).toMatchObject({ code: 'rate_limited', status: 429 })
      return (thrown as ApiError).retryAfter
    }))
  }
  return waits
}

beforeEach(() => {
  vi.useFakeTimers({ now: 1_200_000_020_000, toFake: ['Date'] })
  setStore(createMemoryStore())
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
  setStore(null)
})

describe('a user', () => {
  test('is limited until the window ends', async () => {
    expect(await ask(5)).toEqual([undefined, undefined, undefined, 40, 40])
    vi.setSystemTime(1_200_000_059_900)
    expect(await ask(1)).toEqual([1])
    vi.setSystemTime(1_200_000_060_000)
    expect(await ask(1)).toEqual([undefined])
  })

  test('does not use up the limit of others or of other routes', async () => {
    await ask(4)
    expect(await ask(1, { kind: 'agent', adminId: '7' })).toEqual([undefined])
    expect(await ask(1, { kind: 'customer', userId: 'bob' })).toEqual([undefined])
    expect(await ask(1, ann, 'POST /x')).toEqual([undefined])
    expect(await ask(1)).toEqual([40])
  })

  test('is counted exactly under concurrency', async () => {
    const answers = await Promise.allSettled(Array.from({ length: 10 }, () => countRequest(ann, 'GET /y', limit)))
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
  })
})

test('is hashed in the store', async () => {
  const increment = vi.fn(async () => 1)
  setStore({ ...createMemoryStore(), increment })
  await ask(1)
  expect(increment).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/^rate:[0-9a-f]{64}:\d+$/), 60)
})

test.each([['breaks', 'redis://127.0.0.1:1'], ['is misconfigured', 'nowhere']])(
  'counts in this instance if the shared store %s', async (_, url) => {
    setStore(null)
    vi.stubEnv('REDIS_URL', url)
    expect(await ask(4, ann, `GET /${url}`)).toEqual([undefined, undefined, undefined, 40])
    expect(getMemoryStore()).toBeDefined()
  })
