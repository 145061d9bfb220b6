/** Settings as they arrive at the Messenger: snake_case, whatever the app has sent. */
export type WidgetSettings = Record<string, unknown>

/** One call that arrived at the Messenger. */
export interface WidgetCall {
  method: string
  args: unknown[]
  /** Whose session it fell into: a user id, an e-mail address, `''` for a visitor, null where there was none. */
  user: string | null
  /** Why it did nothing: there was no session, Intercom does not know it, or it was one update too many. */
  ignored?: 'no_session' | 'unknown' | 'throttled'
  /** Set where nobody called: the script boots by itself where it finds `window.intercomSettings`. */
  isByItself?: true
}

/** An event that arrived for somebody. */
export interface WidgetEvent {
  name: string
  metadata: unknown
  user: string
}

/** What the Messenger shows. */
export interface WidgetView {
  settings: WidgetSettings
  isOpen: boolean
  /** What is open, such as `home`, `messages`, `composer` or `article 12`. */
  place: string
  /** The text that the composer begins with, or that was sent at once. */
  text: string
  unreadCount: number
}

/**
 * How the script arrives: `now`, `late` (after `lateness`), `never` (the request stays under way), `blocked` (refused,
 * as an ad blocker does), or `broken` (it throws, and nothing is there).
 */
export type WidgetDelivery = 'now' | 'late' | 'never' | 'blocked' | 'broken'

/** What a mocked Messenger is made with. */
export interface MessengerMockOptions {
  delivery?: WidgetDelivery
  /** Milliseconds by which `late` is late. Default 2000. */
  lateness?: number
  /** Unread conversations of whoever opens a session. Default 0. */
  unreadCount?: number
  /** Whether it can be seen: a launcher and a panel in a shadow root of their own. Default true. */
  hasPanel?: boolean
  /** Whether `shutdown` drops the callbacks, as Intercom's does. Default true. */
  forgetsCallbacks?: boolean
  /** Says whether a session may be opened with these settings, as identity verification does. Default: always. */
  accepts?: (settings: WidgetSettings) => boolean
  /** Hears every call, as it arrives: for the Actions panel. */
  onCall?: (call: WidgetCall) => void
}
