/** What the app sees of the Messenger: its state, its calls, and how it is loaded. */
import type { IntercomAttributes } from './attributes.ts'

/**
 * How the Messenger stands:
 * - `off`: there is no app id, or nothing has been mounted yet, or this is the server;
 * - `waiting`: nothing is loaded, because nobody has asked for it yet;
 * - `loading`: the script is on its way, or the session is being opened;
 * - `ready`: it can be used;
 * - `blocked`: it did not come, see {@link BlockedReason}; the next call that opens it tries again;
 * - `shutdown`: the session was ended.
 */
export type IntercomStatus = 'off' | 'waiting' | 'loading' | 'ready' | 'blocked' | 'shutdown'

/**
 * Why it is blocked: the script was refused (an ad blocker, the content security policy, no network), it did not get
 * ready in time, or the user could not be proved to be who they are.
 */
export type BlockedReason = 'script' | 'timeout' | 'identity'

/** The Messenger's state. A selector of `useIntercom` reads it. */
export interface IntercomState {
  status: IntercomStatus
  /** Set where `status` is `blocked`, else null. */
  blockedReason: BlockedReason | null
  isOpen: boolean
  /** Unread conversations; 0 until the Messenger is ready. */
  unreadCount: number
}

/** What starts the loading: `mount` of the provider, or somebody who reaches for help. */
export type LoadCause = 'mount' | 'intent'

/**
 * When the Messenger is loaded:
 * - `intent`: when somebody reaches for help, that is, at the first call that opens something, or `load()`;
 * - `idle`: when the browser has nothing else to do;
 * - `now`: when the provider is mounted;
 * - a function: when it answers true. It is asked at mount and at every intent, and may ask somebody for consent. While
 *   it has not answered it is not asked again.
 */
export type LoadPolicy = 'intent' | 'idle' | 'now' | ((cause: LoadCause) => boolean | Promise<boolean>)

/** Values of an event's metadata: plain ones, a link with a text, or an amount of money in cents. */
export type EventMetadataValue =
  | string
  | number
  | boolean
  | null
  | { url: string; value: string }
  | { amount: number; currency: string }

/** What is known of an event: at most 10 keys; a key of a time in Unix seconds ends in `_at` or `_date`. */
export type EventMetadata = Record<string, EventMetadataValue>

/** The spaces that `showSpace` knows. */
export type IntercomSpace = 'home' | 'messages' | 'help' | 'news' | 'tasks' | 'tickets'

/** What the Messenger reports. The provider takes the same as props. */
export interface IntercomCallbacks {
  onShow?: (() => void) | undefined
  onHide?: (() => void) | undefined
  onUnreadCountChange?: ((unreadCount: number) => void) | undefined
  /** A visitor has left an e-mail address. */
  onUserEmailSupplied?: (() => void) | undefined
}

/**
 * The Messenger's JavaScript API. Every function is the same at every render, and none ever throws.
 *
 * Calls that come before the Messenger is there wait, in order, until it is (some 500 of them at most). Where it never
 * comes (no app id, an ad blocker) they do nothing; on the server, too. Calls that open something load the Messenger,
 * where that is allowed.
 *
 * https://developers.intercom.com/installing-intercom/web/methods
 */
export interface IntercomActions {
  /** Says that somebody reaches for help: loads the Messenger ahead of the click. Good for pointer-enter and focus. */
  load: () => void
  /** Opens a session, for another user if you say so. The provider does this by itself. */
  boot: (attributes?: IntercomAttributes) => void
  /** Ends the session and forgets the user on this device. Call it before you end your own. */
  shutdown: () => void
  /**
   * Changes attributes; without any, looks for new messages and counts a page view. The provider does both by itself,
   * for its props and for route changes. Kept within the 20 that Intercom takes in 30 minutes: merged, then spread.
   */
  update: (attributes?: IntercomAttributes) => void
  /** Runs once the session is live. */
  ready: (listener: () => void) => void
  show: () => void
  hide: () => void
  showSpace: (space: IntercomSpace) => void
  showMessages: () => void
  /** Opens a new message, with a text to begin with. */
  showNewMessage: (text?: string) => void
  /** Opens a new conversation and sends the text at once. */
  startConversation: (text: string) => void
  showArticle: (id: string | number) => void
  showNews: (id: string | number) => void
  showTicket: (id: string | number) => void
  showConversation: (id: string | number) => void
  startTour: (id: string | number) => void
  startSurvey: (id: string | number) => void
  startChecklist: (id: string | number) => void
  hideNotifications: (hidden: boolean) => void
  /** Sends an event through the Messenger alone. `useTrackEvent` also works where the Messenger does not. */
  trackEvent: (name: string, metadata?: EventMetadata) => void
  /** The visitor's id; undefined until the Messenger is ready. */
  getVisitorId: () => string | undefined
  /** Who the session belongs to; undefined until the Messenger is ready. */
  whoami: () => unknown
  setAuthTokens: (tokens: Record<string, string>) => void
  /** Listens until the returned function is called. For the count at the moment read the state. */
  onUnreadCountChange: (listener: (unreadCount: number) => void) => () => void
  /** Listens until the returned function is called. */
  onShow: (listener: () => void) => () => void
  /** Listens until the returned function is called. */
  onHide: (listener: () => void) => () => void
  /** Listens until the returned function is called. */
  onUserEmailSupplied: (listener: () => void) => () => void
  /** The same as `show`. */
  showChat: () => void
  /** The same as `hide`. */
  hideChat: () => void
  /** The same as `update`, for a person's attributes. */
  updateUser: (attributes: IntercomAttributes) => void
}

/** What the store takes from the provider. */
export interface MessengerOptions extends IntercomAttributes, IntercomCallbacks {
  /** The workspace's public id. Default: `NEXT_PUBLIC_INTERCOM_APP_ID`. */
  appId?: string | undefined
  /** Where the workspace's data is. Default `us`. */
  region?: 'us' | 'eu' | 'au' | undefined
  /** The address of the Messenger's API, where `region` does not say it. */
  apiBase?: string | undefined
  /** When the Messenger is loaded. Default `intent`. */
  load?: LoadPolicy | undefined
  /** Asks `GET /api/intercom/identity` for proof of identity, and opens no session of a user without it. Needs `userId`. */
  verifyIdentity?: boolean | undefined
  /** The nonce of the content security policy, for the script. */
  nonce?: string | undefined
  /** The name of the Trusted Types policy that makes the script's address. Without it none is made. */
  trustedTypesPolicy?: string | undefined
}
