import { expect, test, vi } from 'vitest'
import type { MessengerOptions } from '@/kit/messenger/types'
import { waitForTask, setStage } from './stage.ts'

const stage = setStage()
const app = { app_id: 'abc12345' }

/** Waits until exactly these calls have arrived. */
async function expectCalls(arrived: () => unknown[][], calls: unknown[][]): Promise<void> {
  await vi.waitFor(() => expect(arrived()).toEqual(calls), 30_000)
  await waitForTask()
  expect(arrived()).toEqual(calls)
}

test('delivers calls from before the provider and the script after the boot, in order', async () => {
  const { mount, messenger, arrived } = stage()
  const { actions } = messenger
  actions.trackEvent('from_a_child_effect')
  actions.update({ name: 'Ann' })
  actions.showSpace('help')
  mount({ userId: 'u1' })
  actions.trackEvent('after_mount', { count: 1 })
  await expectCalls(arrived, [
    ['boot', { ...app, user_id: 'u1' }],
    ['trackEvent', 'from_a_child_effect'],
    ['update', { name: 'Ann' }],
    ['showSpace', 'help'],
    ['trackEvent', 'after_mount', { count: 1 }],
  ])
})

test('sends changed settings once, and nothing for an unchanged render', async () => {
  const { mount, ready, arrived } = stage()
  const options: MessengerOptions = { userId: 'u1', name: 'Ann', company: { companyId: 'c1', plan: 'free' } }
  const { render } = mount(options)
  await ready()
  for (let count = 0; count < 10; count++) render({ ...options, company: { companyId: 'c1', plan: 'free' } })
  render({ ...options, company: { companyId: 'c1', plan: 'pro' } })
  render({ ...options, company: { companyId: 'c1', plan: 'pro' }, customAttributes: { seats: 3 } })
  await expectCalls(arrived, [
    ['boot', { ...app, user_id: 'u1', name: 'Ann', company: { company_id: 'c1', plan: 'free' } }],
    ['update', { company: { company_id: 'c1', plan: 'pro' }, seats: 3 }],
  ])
})

test('boots with settings that changed before the Messenger loaded', async () => {
  const { mount, messenger, arrived } = stage()
  const { render } = mount({ load: 'intent', userId: 'u1', name: 'Ann' })
  render({ load: 'intent', userId: 'u1', name: 'Anna' })
  messenger.actions.updateUser({ email: 'anna@example.com' })
  messenger.actions.load()
  await expectCalls(arrived, [['boot', { ...app, user_id: 'u1', name: 'Anna', email: 'anna@example.com' }]])
})

test('sends an update before the event that follows', async () => {
  const { mount, messenger, ready, arrived } = stage()
  mount({ userId: 'u1' })
  await ready()
  messenger.actions.updateUser({ customAttributes: { plan: 'pro' } })
  messenger.actions.trackEvent('plan_upgraded')
  await expectCalls(arrived, [['boot', { ...app, user_id: 'u1' }], ['update', { plan: 'pro' }], ['trackEvent', 'plan_upgraded']])
})

test("keeps a visitor's session at login, and starts a new one at logout", async () => {
  const { mock, mount, messenger, ready, arrived } = stage()
  mock.options = { unreadCount: 3 }
  const onShow = vi.fn()
  const { render } = mount({ onShow })
  await ready()
  render({ userId: 'u1', name: 'Ann', onShow })
  messenger.actions.show()
  await vi.waitFor(() => expect(messenger.getState()).toMatchObject({ status: 'ready', isOpen: true, unreadCount: 3 }), 30_000)
  expect(onShow).toHaveBeenCalledTimes(1)
  render()
  expect(messenger.getState()).toMatchObject({ status: 'loading', isOpen: false, unreadCount: 0 })
  await ready()
  await expectCalls(arrived, [
    ['boot', app],
    ['boot', { ...app, user_id: 'u1', name: 'Ann' }],
    ['show'],
    ['shutdown'],
    ['boot', app],
  ])
  expect(messenger.getState().unreadCount).toBe(3)
})

test.each([true, false])('calls callbacks once per session, whether shutdown forgets them (%s)', async (forgetsCallbacks) => {
  const { mock, mount, messenger, ready } = stage()
  mock.options = { forgetsCallbacks }
  const seen = { onShow: vi.fn(), onHide: vi.fn(), onUserEmailSupplied: vi.fn() }
  const { render } = mount({ userId: 'u1', ...seen })
  await ready()
  render({ userId: 'u2', ...seen })
  await ready()
  render({ userId: 'u3', ...seen })
  await ready()
  messenger.actions.show()
  messenger.actions.hide()
  mock.supplyEmail('ann@example.com')
  for (const callback of Object.values(seen)) expect(callback).toHaveBeenCalledTimes(1)
})

test('registers once, and calls the callbacks of the latest render', async () => {
  const { mock, mount, messenger, ready } = stage()
  const [first, second, listener] = [vi.fn(), vi.fn(), vi.fn()]
  const { render } = mount({ onUnreadCountChange: first })
  await ready()
  const stop = messenger.actions.onUnreadCountChange(listener)
  render({ onUnreadCountChange: second })
  mock.setUnreadCount(4)
  stop()
  mock.setUnreadCount(5)
  expect(first.mock.calls).toEqual([[0]])
  expect(second.mock.calls).toEqual([[4], [5]])
  expect(listener.mock.calls).toEqual([[4]])
  expect(messenger.getState().unreadCount).toBe(5)
  expect(mock.calls.filter(({ method }) => method === 'onUnreadCountChange')).toHaveLength(1)
})

test('keeps events from before the Messenger loaded with their user at the next login', async () => {
  const { mock, mount, messenger } = stage()
  const { render } = mount({ load: 'intent', userId: 'u1' })
  messenger.actions.trackEvent('done_by_one')
  render({ load: 'intent', userId: 'u2' })
  messenger.actions.trackEvent('done_by_two')
  messenger.actions.load()
  await vi.waitFor(() => expect(mock.events).toHaveLength(2), 30_000)
  expect(mock.events.map(({ name, user }) => [name, user])).toEqual([
    ['done_by_one', 'u1'],
    ['done_by_two', 'u2'],
  ])
})

test('ignores calls after shutdown() until boot() or another user', async () => {
  const { mock, mount, messenger, ready, arrived } = stage()
  const { render } = mount({ userId: 'u1' })
  await ready()
  messenger.actions.shutdown()
  expect(messenger.getState().status).toBe('shutdown')
  messenger.actions.show()
  messenger.actions.trackEvent('into_the_void')
  render({ userId: 'u1', name: 'still rendered' })
  await expectCalls(arrived, [['boot', { ...app, user_id: 'u1' }], ['shutdown']])

  messenger.actions.boot()
  await ready()
  messenger.actions.boot()
  messenger.actions.shutdown()
  render()
  await ready()
  expect(arrived().slice(2)).toEqual([
    ['boot', { ...app, user_id: 'u1', name: 'still rendered' }],
    ['shutdown'],
    ['boot', app],
  ])
  expect(mock.requests).toBe(1)
})

test('ends with the provider, unless it remounts within the task', async () => {
  const { mount, messenger, ready, arrived } = stage()
  const first = mount()
  await ready()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  first.unmount()
  vi.advanceTimersByTime(3_000)
  const second = mount()
  vi.advanceTimersByTime(60_000)
  expect(arrived()).toEqual([['boot', app]])
  second.unmount()
  vi.advanceTimersByTime(3_000)
  expect(messenger.getState().status).toBe('ready')
  vi.advanceTimersByTime(60_000)
  expect(messenger.getState()).toMatchObject({ status: 'shutdown', isOpen: false })
  expect(arrived()).toEqual([['boot', app], ['shutdown']])
  vi.useRealTimers()
  messenger.actions.trackEvent('between_two_providers')
  mount({ userId: 'u1' })
  await ready()
  expect(arrived().slice(2)).toEqual([['boot', { ...app, user_id: 'u1' }], ['trackEvent', 'between_two_providers']])
})

test('follows the first of two providers, notifies both, and lets the second take over', async () => {
  const { mock, mount, messenger, ready, arrived } = stage()
  const [one, two] = [vi.fn(), vi.fn()]
  const first = mount({ userId: 'u1', onShow: one })
  const second = mount({ userId: 'u2', onShow: two })
  await ready()
  messenger.actions.show()
  expect([one.mock.calls.length, two.mock.calls.length]).toEqual([1, 1])
  first.unmount()
  await waitForTask()
  await ready()
  expect(arrived().map(([method]) => method)).toEqual(['boot', 'show', 'shutdown', 'boot'])
  expect(mock.view?.settings.user_id).toBe('u2')
  expect(mock.requests).toBe(1)
  second.unmount()
})

test('signs in with boot() before or after the provider mounts', async () => {
  const { mock, mount, messenger, ready } = stage()
  messenger.actions.boot({ userId: 'u9' })
  mount({ load: 'intent', hideDefaultLauncher: true })
  messenger.actions.load()
  await ready()
  await vi.waitFor(() => expect(mock.view?.settings).toEqual({ ...app, user_id: 'u9', hide_default_launcher: true }), 30_000)
})

test("returns the Messenger's values, after ready()", async () => {
  const { mount, messenger, ready } = stage()
  const listener = vi.fn()
  messenger.actions.ready(listener)
  mount({ userId: 'u1' })
  expect(listener).not.toHaveBeenCalled()
  await ready()
  expect(listener).toHaveBeenCalledTimes(1)
  expect(messenger.actions.getVisitorId()).toMatch(/^visitor-/)
  expect(messenger.actions.whoami()).toMatchObject({ user_id: 'u1' })
})

test('notifies listeners of changes until they unsubscribe', async () => {
  const { mock, mount, messenger, ready } = stage()
  const listener = vi.fn()
  const leave = messenger.subscribe(listener)
  mount()
  await ready()
  expect(listener).toHaveBeenCalled()
  leave()
  listener.mockClear()
  mock.setUnreadCount(9)
  expect(listener).not.toHaveBeenCalled()
})

test('announces an event of trackEvent() once, and survives a listener that throws', async () => {
  const { mock, mount, messenger, ready } = stage()
  const errors: unknown[] = []
  vi.stubGlobal('reportError', (reason: unknown) => errors.push(reason))
  const listener = vi.fn()
  const onEvent = vi.fn(() => {
    throw new Error('PostHog is down')
  })
  mount({ onEvent })
  messenger.actions.onEvent(listener)
  messenger.actions.trackEvent('before_ready', { n: 1 })
  await ready()
  messenger.actions.trackEvent('after_ready')
  expect(onEvent.mock.calls).toEqual([['before_ready', { n: 1 }], ['after_ready', undefined]])
  expect(listener.mock.calls).toEqual(onEvent.mock.calls)
  expect(errors).toHaveLength(2)
  expect(mock.events.map(({ name }) => name)).toEqual(['before_ready', 'after_ready'])
  expect(mock.calls.find(({ method }) => method === 'trackEvent')?.args).toEqual(['before_ready', { n: 1 }])
})
