/** Settings in snake_case, as the Messenger receives them. */
export type WidgetSettings = Record<string, unknown>

/** A call to `window.Intercom`. */
export interface WidgetCall {
  method: string
  args: unknown[]
  /** User of the session: a user id, an email address, `''` for a visitor, or `null` without a session. */
  user: string | null
  /** Why the call had no effect. */
  ignored?: 'no_session' | 'unknown' | 'throttled'
  /** Protected attributes that were refused, because the session's token doesn't prove them. */
  refused?: string[]
  /** Set if the script booted itself from `window.intercomSettings`. */
  isAutomatic?: true
}

/** An event that a user triggered. */
export interface WidgetEvent {
  name: string
  metadata: unknown
  user: string
}

/** Current state of the Messenger's window. */
export interface WidgetView {
  settings: WidgetSettings
  isOpen: boolean
  /** Open page, such as `home`, `messages`, `composer` or `article 12`. */
  place: string
  /** Prefilled or sent text of the composer. */
  text: string
  unreadCount: number
}

/**
 * Loading of the script: `now`, `late` (after `lateness`), `never` (stays pending), `blocked` (fails, as with an ad
 * blocker), or `broken` (throws).
 */
export type WidgetDelivery = 'now' | 'late' | 'never' | 'blocked' | 'broken'

/** Options of {@link MessengerMock}. */
export interface MessengerMockOptions {
  delivery?: WidgetDelivery
  /** Delay of `late` in milliseconds. @default 2000 */
  lateness?: number
  /** Unread conversations at the start of a session. @default 0 */
  unreadCount?: number
  /** Whether to render a launcher and a panel. @default true */
  hasPanel?: boolean
  /** Whether `shutdown` removes all callbacks, as in Intercom's Messenger. @default true */
  forgetsCallbacks?: boolean
  /** Names of attributes that only a token may set ("Require verified updates" in Intercom). @default none */
  protectedAttributes?: readonly string[]
  /** Whether to accept a session with these settings, as identity verification does. By default, every session is accepted. */
  accepts?: (settings: WidgetSettings) => boolean
  /** Called on every call to `window.Intercom`. */
  onCall?: (call: WidgetCall) => void
}
