/** Gives each test its own Messenger with a mocked Intercom behind it. */
import { afterEach, expect, vi } from 'vitest'
import { createMessenger, type Messenger } from '@/kit/messenger/messenger-store'
import type { MessengerOptions } from '@/kit/messenger/types'
import { createMessengerMock, type MessengerMock } from '../../mocks/messenger/index.ts'
import { serveWidget } from './serve-widget.ts'

/** Tools of a test. */
export interface Stage {
  mock: MessengerMock
  /** Mounts a provider with options. Returns functions that render it again and unmount it. */
  mount: (options?: MessengerOptions) => { render: (options?: MessengerOptions) => void; unmount: () => void }
  messenger: Messenger
  /** Waits until the Messenger is ready. */
  ready: () => Promise<void>
  /** Returns the received calls without registrations; `boot` and `update` with their settings. */
  arrived: () => unknown[][]
}

const registrations = ['onShow', 'onHide', 'onUnreadCountChange', 'onUserEmailSupplied', 'ready']

/** Waits for the work that the current task deferred. */
export function waitForTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20))
}

/** Waits for a condition by animation frames, since timers are mocked. */
export async function waitUntil(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise(requestAnimationFrame)
}

/** Sets up a test file, with a new stage for each test. */
export function setStage(): () => Stage {
  const mock = createMessengerMock()
  const unmounts: (() => void)[] = []
  let messenger = createMessenger()
  const endRequests = serveWidget(mock)
  afterEach(async () => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
    messenger.actions.shutdown()
    for (const unmount of unmounts.splice(0)) unmount()
    await waitForTask()
    await endRequests()
    for (const script of document.querySelectorAll('script[src^="https://widget."]')) script.remove()
    mock.reset()
    messenger = createMessenger()
  })

  return () => {
    const mine = messenger
    return {
      mock,
      messenger: mine,
      mount(options) {
        const owner = {}
        const render = (next: MessengerOptions = {}) => mine.attach(owner, { appId: 'abc12345', load: 'now', ...next })
        const unmount = () => mine.detach(owner)
        unmounts.push(unmount)
        render(options)
        return { render, unmount }
      },
      ready: () => vi.waitFor(() => expect(mine.getState().status).toBe('ready'), 30_000),
      arrived: () =>
        mock.calls.filter(({ method }) => !registrations.includes(method)).map(({ method, args }) => [method, ...args]),
    }
  }
}
