import { expect, it, vi } from 'vitest'
import { RequestError } from '@/kit/shared/api-client'
import { retry } from '@/kit/shared/retry'

const refusal = (code: 'rate_limited' | 'conflict' | 'not_found', retryAfter?: number) =>
  new RequestError(code, code, 429, { retry_after: retryAfter })

it.each([
  ['waits as long as the server asks', refusal('rate_limited', 7), [7000, 7000]],
  ['waits a second if a limit names no time', refusal('rate_limited'), [1000, 1000]],
  ['waits for the same request to end', refusal('conflict', 2), [2000, 2000]],
  ['gives up if the pause is over a minute', refusal('rate_limited', 61), []],
  ['gives up on a conflict without a pause', refusal('conflict'), []],
  ['gives up on other errors', refusal('not_found', 1), []],
])('%s', async (_, error, expected) => {
  const pauses: number[] = []
  const run = vi.fn().mockRejectedValue(error)
  await expect(retry(run, { pause: async (milliseconds) => void pauses.push(milliseconds) })).rejects.toBe(error)
  expect(pauses).toEqual(expected)
  expect(run).toHaveBeenCalledTimes(expected.length + 1)
})

it('returns the first result', async () => {
  const run = vi.fn().mockRejectedValueOnce(new Error('no')).mockResolvedValue('yes')
  await expect(retry(run, { getPause: () => 0 })).resolves.toBe('yes')
})
