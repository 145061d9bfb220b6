import { expect, test } from 'vitest'
import { RequestError } from '@/kit/shared/api-client'
import { BULK_LIMIT, runBulk, type RowOutcome } from '@/kit/inbox/actions/bulk'

const ids = (count: number) => Array.from({ length: count }, (_, index) => String(index))
const fine: RowOutcome<string> = { ok: true, undo: 'back' }
const limited = (retryAfter?: number) => new RequestError('rate_limited', 'Too many', 429, { retry_after: retryAfter })

test('runs a few requests at once, and each action once', async () => {
  let now = 0
  let most = 0
  const seen: string[] = []
  const progress: number[] = []
  const { done, failed } = await runBulk(
    ids(23),
    async (id) => {
      most = Math.max(most, ++now)
      seen.push(id)
      await new Promise((resolve) => setTimeout(resolve, 1))
      now--
      return fine
    },
    (finished) => progress.push(finished),
  )
  expect(most).toBe(BULK_LIMIT)
  expect(seen.toSorted()).toEqual(ids(23).toSorted())
  expect(progress).toEqual(Array.from({ length: 23 }, (_, index) => index + 1))
  expect(done.size).toBe(23)
  expect(failed.size).toBe(0)
})

test('reports failures by row and continues', async () => {
  const error = new RequestError('not_found', 'gone', 404)
  const { done, failed } = await runBulk(ids(9), async (id) => (id === '4' ? { ok: false, error } : fine))
  expect([...failed]).toEqual([['4', error]])
  expect([...done.keys()]).toEqual(ids(9).filter((id) => id !== '4'))
})

test('pauses all rows for Retry-After, then retries the row', async () => {
  const sleeps: number[] = []
  const calls: string[] = []
  let left = 2
  let isAsleep = false
  const { done } = await runBulk<string>(
    ids(8),
    async (id) => {
      expect(isAsleep).toBe(false)
      calls.push(id)
      return left-- > 0 ? { ok: false, error: limited(7) } : fine
    },
    undefined,
    async (milliseconds) => {
      sleeps.push(milliseconds)
      isAsleep = true
      await new Promise((resolve) => setTimeout(resolve, 5))
      isAsleep = false
    },
  )
  expect(sleeps).toEqual([7000])
  expect(done.size).toBe(8)
  expect(calls).toHaveLength(10)
})

test('stops retrying a row, and refuses to wait an hour', async () => {
  const sleeps: number[] = []
  let calls = 0
  const run = (retryAfter: number) =>
    runBulk<string>(
      ['1'],
      async () => {
        calls++
        return { ok: false, error: limited(retryAfter) }
      },
      undefined,
      async (milliseconds) => void sleeps.push(milliseconds),
    )
  expect((await run(2)).failed.size).toBe(1)
  expect(calls).toBe(3)
  expect(sleeps).toEqual([2000, 2000])
  expect((await run(3600)).failed.size).toBe(1)
  expect(calls).toBe(4)
})
