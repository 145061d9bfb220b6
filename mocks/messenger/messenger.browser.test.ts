import { afterEach, expect, it, vi } from 'vitest'
import { createMessengerMock } from './messenger.ts'
import { messengerScript } from './script.ts'

type Queueing = { (...call: unknown[]): unknown; q?: ArrayLike<unknown>[] }

const page = window as unknown as { Intercom: Queueing; intercomSettings?: Record<string, unknown> }
const mock = createMessengerMock()
const app = { app_id: 'abc12345' }

afterEach(() => {
  vi.useRealTimers()
  mock.reset()
})

/** Queues calls like Intercom's snippet does before the script loads. */
function queue(...calls: unknown[][]): void {
  const standIn: Queueing = function (...call) {
    standIn.q!.push((function () { return arguments }).apply(undefined, call as []))
  }
  standIn.q = []
  page.Intercom = standIn
  for (const call of calls) page.Intercom(...call)
}

async function startSession(settings: object = app): Promise<void> {
  mock.install()
  page.Intercom('boot', settings)
  await vi.waitFor(() => expect(page.Intercom('getVisitorId')).toBeTruthy(), 30_000)
}

function shadow(): ShadowRoot {
  return document.querySelector('#intercom-container')!.shadowRoot!
}

it('runs queued calls in order and returns values only after loading', () => {
  queue(['boot', app], ['trackEvent', 'one'], ['getVisitorId'], ['trackEvent', 'two'])
  expect(page.Intercom('whoami')).toBeUndefined()
  mock.install()
  expect(mock.calls.map(({ method }) => method)).toEqual(['boot', 'trackEvent', 'getVisitorId', 'trackEvent', 'whoami'])
  expect(mock.events.map(({ name }) => name)).toEqual(['one', 'two'])
})

it.each([true, false])('is installed by a script that is still in the page: %s', async (isKept) => {
  const script = document.createElement('script')
  script.src = URL.createObjectURL(new Blob([messengerScript()], { type: 'text/javascript' }))
  const loaded = new Promise((resolve) => script.addEventListener('load', resolve))
  document.head.append(script)
  if (!isKept) script.remove()
  await loaded
  script.remove()
  expect(typeof page.Intercom).toBe(isKept ? 'function' : 'undefined')
})

it('boots from window.intercomSettings', () => {
  page.intercomSettings = { ...app, user_id: 'u1' }
  mock.install()
  expect(mock.calls).toMatchObject([{ method: 'boot', isAutomatic: true }])
  expect(mock.view?.settings.user_id).toBe('u1')
})

it('ignores and marks calls without a session', () => {
  mock.install()
  page.Intercom('show')
  page.Intercom('boot', {})
  page.Intercom('trackEvent', 'lost')
  expect(mock.calls.map(({ ignored }) => ignored)).toEqual(['no_session', undefined, 'no_session'])
  expect([mock.view, mock.events]).toEqual([null, []])
})

it('calls `ready` when the session starts and keeps callbacks until shutdown', async () => {
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
  await startSession()
  page.Intercom('show')
  expect(onShow).toHaveBeenCalledTimes(2)
})

it('ignores the 21st update in half an hour', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: 1_800_000_000_000 })
  await startSession()
  for (let count = 1; count <= 21; count++) page.Intercom('update', { count })
  expect(mock.view?.settings.count).toBe(20)
  expect(mock.calls.at(-1)).toMatchObject({ ignored: 'throttled' })
  vi.advanceTimersByTime(1_800_000)
  page.Intercom('update', { count: 22 })
  expect(mock.view?.settings.count).toBe(22)
})

it('starts no session if identity verification fails', () => {
  mock.options = { accepts: ({ user_hash }) => user_hash === 'right' }
  mock.install()
  page.Intercom('boot', { ...app, user_id: 'u1' })
  expect(mock.view).toBeNull()
  page.Intercom('boot', { ...app, user_id: 'u1', user_hash: 'right' })
  expect(mock.view?.settings.user_id).toBe('u1')
})

it('stores a protected attribute from a token only, and records what it refuses', () => {
  mock.options = { protectedAttributes: ['plan'] }
  mock.install()
  const intercom_user_jwt = `e30.${btoa('{"user_id":"u1","plan":"team","exp":1}')}.signature`
  page.Intercom('boot', { ...app, intercom_user_jwt, plan: 'free', theme: 'dark' })
  expect(mock.view?.settings).toEqual({ ...app, intercom_user_jwt, user_id: 'u1', plan: 'team', theme: 'dark' })
  page.Intercom('update', { plan: 'enterprise', theme: 'light' })
  expect(mock.view?.settings).toMatchObject({ plan: 'team', theme: 'light' })
  expect(mock.calls.map(({ refused }) => refused)).toEqual([['plan'], ['plan']])
})

it('renders launcher, unread count and panel until shutdown', async () => {
  mock.options = { unreadCount: 4 }
  await startSession()
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
