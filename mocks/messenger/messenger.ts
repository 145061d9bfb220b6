import { Panel } from './panel.ts'
import type { MessengerMockOptions, WidgetCall, WidgetEvent, WidgetView } from './types.ts'
import { createWidget, type Widget } from './widget.ts'

/** The event by which the mocked script says that it has arrived. */
export const ARRIVAL = 'intercom-messenger-mock'

type Queue = { q?: ArrayLike<unknown>[] }
type MockedWindow = Window & { Intercom?: ((...call: unknown[]) => unknown) & Queue; intercomSettings?: Record<string, unknown> | undefined }

/** A mocked Messenger: what a test asks of it, and does to it. */
export interface MessengerMock {
  options: MessengerMockOptions
  /** Every call that has arrived, in order. */
  calls: WidgetCall[]
  /** Every event that was tracked in a session. */
  events: WidgetEvent[]
  /** What it shows; null where there is no session. */
  readonly view: WidgetView | null
  /** How often the script was asked for. Whoever serves it counts. */
  requests: number
  /** Does what the script does when it arrives: takes `window.Intercom` over, and what has queued up there. */
  install: () => void
  setUnreadCount: (count: number) => void
  /** A visitor leaves an address in the conversation. */
  supplyEmail: (email: string) => void
  /** Takes it off the page, as if it had never been loaded, and begins anew. */
  reset: (options?: MessengerMockOptions) => void
}

/**
 * Makes a mocked Messenger for the page. It arrives as a script, from one of the doors (`messengerHandlers` for MSW,
 * `messengerScript` for any other server), or when a test calls `install()`.
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
        Object.assign(mock.calls.at(-1)!, { isByItself: true })
      }
      // The real queue holds `arguments` objects.
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
