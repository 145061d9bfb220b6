import { expect, test, vi } from 'vitest'
import { getMessengerWindow } from '@/kit/messenger/script-loader'
import { waitForTask, waitUntil, setStage } from './stage.ts'

const stage = setStage()

test('loads nothing before the first intent with load="intent"', async () => {
  const { mock, mount, messenger, ready, arrived } = stage()
  mount({ load: 'intent' })
  messenger.actions.trackEvent('page_opened')
  messenger.actions.hide()
  await waitForTask()
  expect(messenger.getState().status).toBe('waiting')
  expect(mock.requests).toBe(0)
  expect(getMessengerWindow().Intercom).toBeUndefined()
  expect(document.querySelector('script[src*="intercom"]')).toBeNull()

  messenger.actions.showNewMessage('Hello')
  expect(messenger.getState().status).toBe('loading')
  await ready()
  expect(mock.requests).toBe(1)
  expect(mock.view).toMatchObject({ isOpen: true, place: 'composer', text: 'Hello' })
  expect(arrived().map(([method]) => method)).toEqual(['boot', 'trackEvent', 'hide', 'showNewMessage'])
})

test('loads ahead of a click with load(), and opens nothing', async () => {
  const { mock, mount, messenger, ready } = stage()
  mount({ load: 'intent' })
  messenger.actions.load()
  messenger.actions.load()
  await ready()
  messenger.actions.load()
  expect(mock.requests).toBe(1)
  expect(mock.view?.isOpen).toBe(false)
})

test.each([undefined, 'idle'] as const)('loads once the browser is idle with load=%s', async (load) => {
  const { mock, mount, messenger, ready } = stage()
  const idle: (() => void)[] = []
  vi.stubGlobal('requestIdleCallback', (work: () => void) => idle.push(work))
  mount({ load })
  await waitForTask()
  expect([messenger.getState().status, mock.requests, idle.length]).toEqual(['waiting', 0, 1])
  idle[0]!()
  await ready()
  expect(mock.requests).toBe(1)
})

test('waits for the page to load before it waits for idle time', async () => {
  const { mock, mount, messenger, ready } = stage()
  const state = vi.spyOn(document, 'readyState', 'get').mockReturnValue('interactive')
  mount({ load: 'idle' })
  await new Promise((resolve) => requestIdleCallback(resolve))
  await waitForTask()
  expect([messenger.getState().status, mock.requests]).toEqual(['waiting', 0])
  state.mockRestore()
  window.dispatchEvent(new Event('load'))
  await ready()
})

test('loads by default in browsers without idle callbacks', async () => {
  const { mount, ready } = stage()
  const { requestIdleCallback: original } = window
  Reflect.deleteProperty(window, 'requestIdleCallback')
  mount({ load: undefined })
  await ready()
  window.requestIdleCallback = original
})

test('loads nothing by default after the provider has gone before idle time', async () => {
  const { mock, mount, messenger } = stage()
  const idle: (() => void)[] = []
  vi.stubGlobal('requestIdleCallback', (work: () => void) => idle.push(work))
  mount({ load: undefined }).unmount()
  messenger.actions.shutdown()
  await waitForTask()
  for (const work of idle) work()
  await waitForTask()
  expect([messenger.getState().status, mock.requests]).toEqual(['shutdown', 0])
})

test('asks a load function at mount and at each intent, one call at a time, and loads only after true', async () => {
  const { mock, mount, messenger, ready } = stage()
  const answers: ((isAllowed: boolean) => void)[] = []
  const load = vi.fn(() => new Promise<boolean>((resolve) => answers.push(resolve)))
  mount({ load })
  messenger.actions.show()
  messenger.actions.load()
  expect(load.mock.calls).toEqual([['mount']])
  answers[0]!(false)
  await waitForTask()
  expect(messenger.getState().status).toBe('waiting')

  messenger.actions.load()
  expect(load).toHaveBeenLastCalledWith('intent')
  expect(mock.requests).toBe(0)
  answers[1]!(true)
  await ready()
  expect(mock.view?.isOpen).toBe(true)
})

test('treats a throwing load function as a refusal', async () => {
  const { mock, mount, messenger } = stage()
  mount({
    load: () => {
      throw new Error('the consent dialog is broken')
    },
  })
  messenger.actions.show()
  await waitForTask()
  expect(messenger.getState().status).toBe('waiting')
  expect(mock.requests).toBe(0)
})

test('is off without an app id, and ignores every call', async () => {
  const { mock, mount, messenger } = stage()
  mount({ appId: '', load: 'now' })
  for (const action of Object.values(messenger.actions)) (action as () => void)()
  await waitForTask()
  expect(messenger.getState().status).toBe('off')
  expect(messenger.actions.getVisitorId()).toBeUndefined()
  expect(mock.requests).toBe(0)
})

test('reads the app id from the environment without a prop', async () => {
  const { mount, messenger, ready, arrived } = stage()
  vi.stubGlobal('process', { env: { NEXT_PUBLIC_INTERCOM_APP_ID: 'fromenv1' } })
  mount({ appId: undefined })
  await ready()
  expect(arrived()[0]).toEqual(['boot', { app_id: 'fromenv1' }])
  expect(messenger.getState().status).toBe('ready')
})

test('reports a refused script, and retries at the next intent without losing calls', async () => {
  const { mock, mount, messenger, ready, arrived } = stage()
  mock.options = { delivery: 'blocked' }
  mount({ load: 'intent' })
  messenger.actions.trackEvent('before_the_block')
  messenger.actions.show()
  await vi.waitFor(() => expect(messenger.getState()).toMatchObject({ status: 'blocked', blockedReason: 'script' }), 30_000)
  messenger.actions.trackEvent('while_blocked')
  await waitForTask()
  expect(mock.requests).toBe(1)

  mock.options = {}
  messenger.actions.showArticle(12)
  expect(messenger.getState()).toMatchObject({ status: 'loading', blockedReason: null })
  await ready()
  expect(mock.requests).toBe(2)
  expect(arrived().map(([method, first]) => [method, method === 'boot' ? '' : first])).toEqual([
    ['boot', ''],
    ['trackEvent', 'before_the_block'],
    ['show', undefined],
    ['trackEvent', 'while_blocked'],
    ['showArticle', 12],
  ])
})

test('counts an inert script as blocked after 20 seconds, and recovers if it starts later', async () => {
  const { mock, mount, messenger } = stage()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  mock.options = { delivery: 'never' }
  mount()
  await waitUntil(() => mock.requests === 1)
  vi.advanceTimersByTime(19_999)
  expect(messenger.getState().status).toBe('loading')
  vi.advanceTimersByTime(1)
  expect(messenger.getState()).toMatchObject({ status: 'blocked', blockedReason: 'timeout' })
  mock.install()
  vi.advanceTimersByTime(10)
  expect(messenger.getState()).toMatchObject({ status: 'ready', blockedReason: null })
})

test("queues arguments objects on window.Intercom.q like Intercom's snippet", async () => {
  const { mock, mount, messenger } = stage()
  mock.options = { delivery: 'never' }
  mount()
  await vi.waitFor(() => expect(mock.requests).toBe(1), 30_000)
  messenger.actions.trackEvent('plan_upgraded', { plan: 'pro' })
  const last = getMessengerWindow().Intercom?.q?.at(-1)
  expect(Object.prototype.toString.call(last)).toBe('[object Arguments]')
  expect(Array.from(last!)).toEqual(['trackEvent', 'plan_upgraded', { plan: 'pro' }])
  expect(messenger.actions.getVisitorId()).toBeUndefined()
})

test('uses a Messenger that the page has already loaded', async () => {
  const { mock, mount, messenger, ready, arrived } = stage()
  mock.install()
  mount({ userId: 'u1' })
  messenger.actions.show()
  await ready()
  expect(mock.requests).toBe(0)
  expect(arrived().map(([method]) => method)).toEqual(['boot', 'show'])
})

test('limits the queue of a Messenger that never loads', async () => {
  const { mock, mount, messenger } = stage()
  mount({ load: 'intent' })
  for (let count = 0; count < 2000; count++) messenger.actions.trackEvent(`event_${count}`)
  messenger.actions.load()
  await vi.waitFor(() => expect(mock.events.length).toBeGreaterThan(490), 30_000)
  await waitForTask()
  expect(mock.events.length).toBeLessThanOrEqual(500)
  expect(mock.events.every(({ name }, count) => name === `event_${count}`)).toBe(true)
})

test('sets the nonce on the script, and keeps the app id inside the path', async () => {
  const { mock, mount } = stage()
  mock.options = { delivery: 'never' }
  mount({ appId: '../x?y#z', nonce: 'n0nce' })
  await vi.waitFor(() => expect(mock.requests).toBe(1), 30_000)
  const script = document.querySelector<HTMLScriptElement>('script[src^="https://widget."]')!
  expect(script.nonce).toBe('n0nce')
  expect(script.src).toBe('https://widget.intercom.io/widget/..%2Fx%3Fy%23z')
})
