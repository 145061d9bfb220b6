import * as React from 'react'
import { createRoot, hydrateRoot, type Root } from 'react-dom/client'
import { flushSync } from 'react-dom'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { IntercomProvider, type IntercomProviderProps } from '@/kit/messenger/intercom-provider'
import { useIntercom } from '@/kit/messenger/use-intercom'
import { useTrackEvent } from '@/kit/messenger/use-track-event'
import { messenger } from '@/kit/messenger/messenger-store'
import { createMessengerMock } from '../../mocks/messenger/index.ts'
import { serveWidget } from './serve-widget.ts'
import { waitForTask } from './stage.ts'

const mock = createMessengerMock()
let container: HTMLElement
let root: Root

serveWidget(mock)
beforeEach(() => {
  container = document.body.appendChild(document.createElement('div'))
  root = createRoot(container)
})
afterEach(async () => {
  root.unmount()
  container.remove()
  messenger.actions.shutdown()
  await waitForTask()
  mock.reset()
})

function render(children: React.ReactNode): void {
  flushSync(() => root.render(children))
}

function Provider(props: IntercomProviderProps) {
  return <IntercomProvider appId="abc12345" load="now" {...props} />
}

const ready = () => vi.waitFor(() => expect(messenger.getState().status).toBe('ready'), 30_000)
const arrived = (method: string) => mock.calls.filter((call) => call.method === method).length

test('boots and registers callbacks once in StrictMode', async () => {
  render(<React.StrictMode><Provider userId="u1" /></React.StrictMode>)
  await ready()
  await waitForTask()
  expect(['boot', 'update', 'shutdown', 'onShow', 'onHide', 'onUnreadCountChange', 'onUserEmailSupplied'].map(arrived)).toEqual([1, 0, 0, 1, 1, 1, 1])
  expect(mock.requests).toBe(1)
})

test('boots and registers callbacks once over three remounts', async () => {
  const onShow = vi.fn()
  for (const key of [1, 2, 3, 4]) {
    render(<Provider key={key} userId="u1" onShow={onShow} />)
    await ready()
  }
  await waitForTask()
  expect(['boot', 'shutdown', 'onShow'].map(arrived)).toEqual([1, 0, 1])
  messenger.actions.show()
  expect(onShow).toHaveBeenCalledTimes(1)
})

test("keeps an event of a child's first effect", async () => {
  function Child() {
    const { trackEvent } = useIntercom()
    React.useEffect(() => trackEvent('child_mounted'), [trackEvent])
    return null
  }
  render(<Provider userId="u1"><Child /></Provider>)
  await vi.waitFor(() => expect(mock.events).toEqual([{ name: 'child_mounted', metadata: undefined, user: 'u1' }]), 30_000)
})

test('renders a component only when a value that it reads changes', async () => {
  const renders = { actions: 0, unread: 0, hasUnread: 0, isOpen: 0, status: 0 }
  const all: unknown[] = []
  function Actions() {
    renders.actions++
    all.push(useIntercom())
    return null
  }
  function Unread() {
    renders.unread++
    return <b>{useIntercom((state) => state.unreadCount)}</b>
  }
  function HasUnread() {
    renders.hasUnread++
    return <i>{String(useIntercom((state) => state.unreadCount > 0))}</i>
  }
  function IsOpen() {
    renders.isOpen++
    useIntercom((state) => state.isOpen)
    return null
  }
  function Status() {
    renders.status++
    return <u>{useIntercom((state) => state.status)}</u>
  }
  render(<Provider><Actions /><Unread /><HasUnread /><IsOpen /><Status /></Provider>)
  await ready()
  await waitForTask()
  expect(container.querySelector('u')?.textContent).toBe('ready')
  const before = { ...renders }
  expect(before).toMatchObject({ actions: 1, unread: 1, hasUnread: 1, isOpen: 1 })

  mock.setUnreadCount(1)
  mock.setUnreadCount(1)
  mock.setUnreadCount(2)
  await waitForTask()
  expect(container.textContent).toBe('2trueready')
  messenger.actions.show()
  messenger.actions.hide()
  messenger.actions.show()
  await waitForTask()
  expect(renders).toMatchObject({ actions: 1, hasUnread: 2, status: before.status })
  expect(renders.unread).toBeLessThanOrEqual(3)
  expect(renders.isOpen).toBe(2)
  render(<Provider name="Ann"><Actions /></Provider>)
  expect(new Set(all).size).toBe(1)
})

test('calls the callback of the latest render', async () => {
  const seen: string[] = []
  render(<Provider onShow={() => seen.push('first')} />)
  await ready()
  render(<Provider onShow={() => seen.push('second')} />)
  messenger.actions.show()
  expect(seen).toEqual(['second'])
})

test('follows login, logout and the end of the provider', async () => {
  render(<Provider userId={undefined} />)
  await ready()
  render(<Provider userId="u1" email="ann@example.com" />)
  render(<Provider userId={undefined} />)
  await ready()
  render(null)
  await vi.waitFor(() => expect(messenger.getState().status).toBe('shutdown'), 30_000)
  expect(mock.calls.filter(({ method }) => /boot|shutdown/.test(method)).map(({ method, args }) => [method, ...args])).toEqual([
    ['boot', { app_id: 'abc12345' }],
    ['boot', { app_id: 'abc12345', user_id: 'u1', email: 'ann@example.com' }],
    ['shutdown'],
    ['boot', { app_id: 'abc12345' }],
    ['shutdown'],
  ])
  expect(messenger.getState().status).toBe('shutdown')
})

test("hydrates with the server's state, whatever has happened since", async () => {
  function Status() {
    return <p>{useIntercom((state) => state.status)}</p>
  }
  const app = <Provider load="intent"><Status /></Provider>
  root.unmount()
  container.innerHTML = renderToString(app)
  expect(container.textContent).toBe('off')
  const complaints = vi.spyOn(console, 'error').mockImplementation(() => {})
  root = hydrateRoot(container, app)
  await vi.waitFor(() => expect(container.textContent).toBe('waiting'), 30_000)
  expect(complaints).not.toHaveBeenCalled()
  complaints.mockRestore()
})

test('tracks one event per click with useTrackEvent in StrictMode, through a stable function', async () => {
  const functions = new Set<unknown>()
  function Tracker({ label }: { label: string }) {
    const track = useTrackEvent<{ page_seen: { path: string }; button_pressed: undefined }>()
    functions.add(track)
    React.useEffect(() => track('page_seen', { path: '/pricing' }), [track])
    return <button type="button" onClick={() => track('button_pressed')}>{label}</button>
  }
  render(<React.StrictMode><Provider userId="u1"><Tracker label="one" /></Provider></React.StrictMode>)
  render(<React.StrictMode><Provider userId="u1"><Tracker label="two" /></Provider></React.StrictMode>)
  container.querySelector('button')?.click()
  await vi.waitFor(() => expect(mock.events).toHaveLength(2), 30_000)
  await waitForTask()
  expect(mock.events.map(({ name, metadata }) => [name, metadata])).toEqual([
    ['page_seen', { path: '/pricing' }],
    ['button_pressed', undefined],
  ])
  // StrictMode renders twice and keeps the first of both functions.
  expect(functions.size).toBeLessThanOrEqual(2)
})
