import { afterEach, expect, test, vi } from 'vitest'
import { createMessengerMock } from './messenger.ts'

type Queueing = { (...call: unknown[]): unknown; q?: ArrayLike<unknown>[] }

const page = window as unknown as { Intercom: Queueing; intercomSettings?: Record<string, unknown> }
const mock = createMessengerMock()
const app = { app_id: 'abc12345' }

afterEach(() => {
  vi.useRealTimers()
  mock.reset()
})

/** What the snippet of an app leaves behind before the script arrives. */
function queue(...calls: unknown[][]): void {
  const standIn: Queueing = function (...call) {
    standIn.q!.push((function () { return arguments }).apply(undefined, call as []))
  }
  standIn.q = []
  page.Intercom = standIn
  for (const call of calls) page.Intercom(...call)
}

/** Installs it with a session that is live. */
async function live(settings: object = app): Promise<void> {
  mock.install()
  page.Intercom('boot', settings)
  await vi.waitFor(() => expect(page.Intercom('getVisitorId')).toBeTruthy(), 30_000)
}

/** What can be seen of it. */
function shadow(): ShadowRoot {
  return document.querySelector('#intercom-container')!.shadowRoot!
}

test('takes over what has queued up, in order, and gives values only then', () => {
  queue(['boot', app], ['trackEvent', 'one'], ['getVisitorId'], ['trackEvent', 'two'])
  expect(page.Intercom('whoami')).toBeUndefined()
  mock.install()
  expect(mock.calls.map(({ method }) => method)).toEqual(['boot', 'trackEvent', 'getVisitorId', 'trackEvent', 'whoami'])
  expect(mock.events.map(({ name }) => name)).toEqual(['one', 'two'])
})

test('the script boots by itself where it finds settings', () => {
  page.intercomSettings = { ...app, user_id: 'u1' }
  mock.install()
  expect(mock.calls).toMatchObject([{ method: 'boot', isByItself: true }])
  expect(mock.view?.settings.user_id).toBe('u1')
})

test('calls without a session do nothing, and are noted as such', () => {
  mock.install()
  page.Intercom('show')
  page.Intercom('boot', {})
  page.Intercom('trackEvent', 'lost')
  expect(mock.calls.map(({ ignored }) => ignored)).toEqual(['no_session', undefined, 'no_session'])
  expect([mock.view, mock.events]).toEqual([null, []])
})

test('ready comes once the session is live, callbacks stay until shutdown', async () => {
  const [ready, onShow, onUnread] = [vi.fn(), vi.fn(), vi.fn()]
  mock.options = { unreadCount: 2 }
  mock.install()
  page.Intercom('ready', ready)
  page.Intercom('onShow', onShow)
  page.Intercom('onShow', onShow)
  page.Intercom('boot', app)
  expect(ready).not.toHaveBeenCalled()
  await vi.waitFor(() => expect(ready).toHaveBeenCalledTimes(1), 30_000)
  page.Intercom('onUnreadCountChange', onUnread)
  page.Intercom('show')
  expect([onShow.mock.calls.length, onUnread.mock.calls]).toEqual([2, [[2]]])
  page.Intercom('shutdown')
  await live()
  page.Intercom('show')
  expect(onShow).toHaveBeenCalledTimes(2)
})

test('the 21st update in half an hour does nothing', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: 1_800_000_000_000 })
  await live()
  for (let count = 1; count <= 21; count++) page.Intercom('update', { count })
  expect(mock.view?.settings.count).toBe(20)
  expect(mock.calls.at(-1)).toMatchObject({ ignored: 'throttled' })
  vi.advanceTimersByTime(1_800_000)
  page.Intercom('update', { count: 22 })
  expect(mock.view?.settings.count).toBe(22)
})

test('a session that identity verification refuses is none', () => {
  mock.options = { accepts: ({ user_hash }) => user_hash === 'right' }
  mock.install()
  page.Intercom('boot', { ...app, user_id: 'u1' })
  expect(mock.view).toBeNull()
  page.Intercom('boot', { ...app, user_id: 'u1', user_hash: 'right' })
  expect(mock.view?.settings.user_id).toBe('u1')
})

test('can be looked at: launcher with a count, panel with the text to begin with, and nothing once it is shut down', async () => {
  mock.options = { unreadCount: 4 }
  await live()
  expect(shadow().querySelector('button')?.getAttribute('aria-label')).toBe('Open the Messenger, 4 unread')
  shadow().querySelector<HTMLButtonElement>('.launcher')?.click()
  expect(shadow().querySelector('[role=dialog]')).not.toBeNull()
  page.Intercom('showNewMessage', 'Where is my <b>invoice</b>?')
  expect(shadow().querySelector('textarea')?.value).toBe('Where is my <b>invoice</b>?')
  shadow().querySelector<HTMLButtonElement>('.close')?.click()
  expect(shadow().querySelector('[role=dialog]')).toBeNull()
  page.Intercom('update', { hide_default_launcher: true })
  expect(shadow().querySelector('button')).toBeNull()
  page.Intercom('shutdown')
  expect(document.querySelector('#intercom-container')).toBeNull()
})
