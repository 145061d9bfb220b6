import { beforeEach, expect, test, vi } from 'vitest'
import { waitForTask, setStage } from './stage.ts'

const stage = setStage()
const MINUTE = 60_000

beforeEach(() => history.replaceState(null, '', location.pathname))

/** Records the times of updates, in minutes. */
async function live(userId = 'u1') {
  const all = stage()
  all.mount({ userId })
  await all.ready()
  await waitForTask()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  const times: number[] = []
  all.mock.options.onCall = ({ method }) => method === 'update' && times.push(Date.now())
  return { ...all, times, updates: () => all.arrived().filter(([method]) => method === 'update') }
}

test('sends at most 20 updates in 30 minutes for hundreds of changes, and loses none', async () => {
  const { messenger, times, updates, mock } = await live()
  for (let count = 1; count <= 480; count++) {
    messenger.actions.updateUser({ customAttributes: { count, [`key_${count % 7}`]: count } })
    vi.advanceTimersByTime(15_000)
  }
  vi.advanceTimersByTime(10 * MINUTE)
  const busiest = Math.max(...times.map((from) => times.filter((at) => at >= from && at - from <= 30 * MINUTE).length))
  expect(busiest).toBeLessThanOrEqual(20)
  expect(times.length).toBeGreaterThan(40)
  expect(mock.calls.some(({ ignored }) => ignored)).toBe(false)
  const told = Object.assign({}, ...updates().map(([, attributes]) => attributes as object))
  expect(told).toEqual({ count: 480, key_0: 476, key_1: 477, key_2: 478, key_3: 479, key_4: 480, key_5: 474, key_6: 475 })
})

test('sends the first ten changes at once', async () => {
  const { messenger, times } = await live()
  for (let count = 1; count <= 12; count++) {
    messenger.actions.updateUser({ name: `Ann ${count}` })
    vi.advanceTimersByTime(100)
  }
  expect(times).toHaveLength(10)
})

test('counts a changed address as a page view, a redirect once, and hashes and states not at all', async () => {
  const { updates } = await live()
  history.replaceState({ some: 'state' }, '')
  history.pushState(null, '', '#part')
  vi.advanceTimersByTime(5000)
  expect(updates()).toEqual([])
  history.pushState(null, '', '?page=1')
  history.replaceState(null, '', '?page=2')
  vi.advanceTimersByTime(5000)
  expect(updates()).toEqual([['update']])
  history.back()
  vi.useRealTimers()
  await vi.waitFor(() => expect(updates()).toEqual([['update'], ['update']]), 30_000)
})

test("leaves room for the user's changes beside page views", async () => {
  const { messenger, updates, times } = await live()
  for (let count = 1; count <= 30; count++) {
    history.replaceState(null, '', `?page=${count}`)
    vi.advanceTimersByTime(2000)
  }
  expect(updates()).toEqual(Array.from({ length: 5 }, () => ['update']))
  const before = times.length
  messenger.actions.updateUser({ name: 'Anna' })
  vi.advanceTimersByTime(0)
  expect(times).toHaveLength(before + 1)
  expect(updates().at(-1)).toEqual(['update', { name: 'Anna' }])
})

test('drops waiting updates at logout', async () => {
  const { messenger, arrived } = await live()
  for (let count = 1; count <= 12; count++) {
    messenger.actions.updateUser({ name: `Ann ${count}` })
    vi.advanceTimersByTime(1)
  }
  messenger.actions.shutdown()
  messenger.actions.boot({ userId: 'u2' })
  vi.advanceTimersByTime(60 * MINUTE)
  vi.useRealTimers()
  await vi.waitFor(() => expect(arrived().at(-1)).toEqual(['boot', { app_id: 'abc12345', user_id: 'u2' }]), 30_000)
})
