/** A page with a Messenger of its own for each test, and a mocked Intercom behind it. */
import { afterEach, expect, vi } from 'vitest'
import { createMessenger, type Messenger } from '@/kit/messenger/messenger-store'
import type { MessengerOptions } from '@/kit/messenger/types'
import { createMessengerMock, type MessengerMock } from '../../mocks/messenger/index.ts'
import { serveWidget } from './serve-widget.ts'

/** What a test finds. */
export interface Stage {
  mock: MessengerMock
  /** Mounts a provider with these options over the usual ones; gives what renders it anew, and what unmounts it. */
  mount: (options?: MessengerOptions) => { render: (options?: MessengerOptions) => void; unmount: () => void }
  /** The Messenger under test. */
  messenger: Messenger
  /** Waits until the Messenger is ready. */
  ready: () => Promise<void>
  /** The calls that have arrived, without the registrations; `boot` and `update` with their settings. */
  arrived: () => unknown[][]
}

const registrations = ['onShow', 'onHide', 'onUnreadCountChange', 'onUserEmailSupplied', 'ready']

/** Waits for what the current task has put off. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20))
}

/** Waits for something while the clock stands still: frames come all the same. */
export async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise(requestAnimationFrame)
}

/** Sets the stage of a test file; what it gives is new for each test. */
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
    await nextTask()
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
