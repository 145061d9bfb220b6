import { Panel } from './panel.ts'
import type { MessengerMockOptions, WidgetCall, WidgetEvent, WidgetView } from './types.ts'
import { createWidget, type Widget } from './widget.ts'

/** Event that the mocked script dispatches when it has loaded. */
export const ARRIVAL = 'intercom-messenger-mock'

type Queue = { q?: ArrayLike<unknown>[] }
type MockedWindow = Window & { Intercom?: ((...call: unknown[]) => unknown) & Queue; intercomSettings?: Record<string, unknown> | undefined }

/** A mocked Messenger. */
export interface MessengerMock {
  options: MessengerMockOptions
  /** All calls, oldest first. */
  calls: WidgetCall[]
  /** Events tracked during a session. */
  events: WidgetEvent[]
  /** Current view, or `null` without a session. */
  readonly view: WidgetView | null
  /** Number of requests for the script. The server of the script counts them. */
  requests: number
  /** Takes over `window.Intercom` and its queue, like the loaded script. */
  install: () => void
  setUnreadCount: (count: number) => void
  /** Simulates a visitor who leaves an email address. */
  supplyEmail: (email: string) => void
  /** Removes the Messenger from the page and clears all calls and events. */
  reset: (options?: MessengerMockOptions) => void
}

/**
 * Creates a mocked Messenger for the page. It loads through `messengerHandlers` (MSW), `messengerScript` (any other
 * server), or a call to `install()`.
 */
export function createMessengerMock(options: MessengerMockOptions = {}): MessengerMock {
  const page = window as unknown as MockedWindow
  let widget: Widget | null = null
  let view: WidgetView | null = null

  const panel = new Panel({
    open: () => page.Intercom?.('show'),
    close: () => page.Intercom?.('hide'),
  })

  const mock: MessengerMock = {
    options,
    calls: [],
    events: [],
    requests: 0,
    get view() {
      return view
    },
    install() {
      const waiting = page.Intercom?.q ?? []
      const installed = createWidget({
        options: mock.options,
        calls: mock.calls,
        events: mock.events,
        show(next) {
          view = next
          if (mock.options.hasPanel !== false) panel.show(next)
        },
      })
      widget = installed
      page.Intercom = (method, ...args) => installed.call(String(method), args)
      if (typeof page.intercomSettings?.app_id === 'string') {
        installed.call('boot', [page.intercomSettings])
        Object.assign(mock.calls.at(-1)!, { isAutomatic: true })
      }
      // Intercom's queue holds `arguments` objects.
      for (const call of waiting) {
        const [method, ...args] = Array.from(call)
        page.Intercom(method, ...args)
      }
    },
    setUnreadCount: (count) => widget?.setUnreadCount(count),
    supplyEmail: (email) => widget?.supplyEmail(email),
    reset(next = {}) {
      mock.options = next
      mock.calls = []
      mock.events = []
      mock.requests = 0
      widget = null
      view = null
      panel.show(null)
      delete page.Intercom
      delete page.intercomSettings
    },
  }
  page.addEventListener(ARRIVAL, () => mock.install())
  return mock
}
