import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startDeadline } from '@/kit/server/intercom/deadline'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const forever = () => new Promise<never>(() => {})

test('leaves no timer or listener behind', async () => {
  const caller = new AbortController()
  const { signal, runWithin } = startDeadline(1000, caller.signal)
  let finish = () => {}
  const slow = runWithin(() => new Promise<void>((resolve) => void (finish = resolve)))
  expect(await runWithin(async () => 'done')).toBe('done')
  expect(vi.getTimerCount()).toBe(1)
  finish()
  await slow
  await expect(runWithin(() => Promise.reject(new Error('failed')))).rejects.toThrow('failed')
  expect(vi.getTimerCount()).toBe(0)
  caller.abort()
  expect(signal.aborted).toBe(false)
})

test('aborts all running work when the time is up', async () => {
  const { signal, runWithin } = startDeadline(1000, new AbortController().signal)
  await runWithin(async () => vi.advanceTimersByTime(600))
  vi.advanceTimersByTime(300)
  void runWithin(forever)
  vi.advanceTimersByTime(99)
  expect(signal.aborted).toBe(false)
  vi.advanceTimersByTime(1)
  expect(signal.reason).toMatchObject({ name: 'TimeoutError' })
})

test('starts nothing after it', () => {
  const { signal, runWithin } = startDeadline(1000, new AbortController().signal)
  vi.advanceTimersByTime(1000)
  expect(signal.aborted).toBe(false)
  void runWithin(forever)
  expect(signal.aborted).toBe(true)
})

test('aborts running work with the caller’s reason', () => {
  const caller = new AbortController()
  const { signal, runWithin } = startDeadline(1000, caller.signal)
  void runWithin(forever)
  caller.abort('gone')
  expect(signal.reason).toBe('gone')
  const late = startDeadline(1000, caller.signal)
  void late.runWithin(forever)
  expect(late.signal.reason).toBe('gone')
})
