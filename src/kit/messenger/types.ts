/** Value of a custom attribute. A `Date` is sent in Unix seconds. `null` or an empty string clears the attribute. */
export type AttributeValue = string | number | boolean | null | Date

/** The user's company. Intercom only shows companies with an id and a name. */
export interface IntercomCompany {
  /** Id of the company in your app. */
  companyId: string
  name?: string | null | undefined
  /** When the company was created: a `Date`, an ISO 8601 string, or Unix seconds. */
  createdAt?: number | string | Date | undefined
  plan?: string | null | undefined
  monthlySpend?: number | null | undefined
  /** Number of employees. */
  size?: number | null | undefined
  website?: string | null | undefined
  industry?: string | null | undefined
  customAttributes?: Record<string, AttributeValue> | undefined
}

/** User, or visitor without `userId`, `email` and `intercomUserJwt`. Attributes that change to `null` are cleared in Intercom. */
export interface IntercomUser {
  /** Id of the user in your app. Empty for a visitor. */
  userId?: string | undefined
  email?: string | null | undefined
  name?: string | null | undefined
  phone?: string | null | undefined
  /** Time of sign-up: a `Date`, an ISO 8601 string, or Unix seconds. */
  createdAt?: number | string | Date | undefined
  /** HTTPS URL of an image. */
  avatar?: string | null | undefined
  company?: IntercomCompany | undefined
  companies?: IntercomCompany[] | undefined
  /** Language of the Messenger, such as `de`. */
  languageOverride?: string | null | undefined
  unsubscribedFromEmails?: boolean | undefined
  /** Legacy proof of identity. Set by `verifyIdentity`. */
  userHash?: string | undefined
  /** JWT that proves the user's identity. Set and renewed by `verifyIdentity`. */
  intercomUserJwt?: string | undefined
  /** Tokens for data connectors, by connector name. */
  authTokens?: Record<string, string> | undefined
  /** Custom attributes, by their names in Intercom. Reserved names are dropped. */
  customAttributes?: Record<string, AttributeValue> | undefined
}

/** Appearance and position of the Messenger. Sizes are in CSS pixels. */
export interface IntercomAppearance {
  /** Whether to hide Intercom's launcher, because the page has a button of its own. */
  hideDefaultLauncher?: boolean | undefined
  /** CSS selector of elements that open the Messenger. In React, use `HelpButton`. */
  customLauncherSelector?: string | undefined
  /** Side of the page. @default 'right' */
  alignment?: 'left' | 'right' | undefined
  /** Distance from the side of the page, 20 or more. Ignored on phones. */
  horizontalPadding?: number | undefined
  /** Distance from the bottom of the page, 20 or more. Ignored on phones. */
  verticalPadding?: number | undefined
  zIndex?: number | undefined
  hideNotifications?: boolean | undefined
  themeMode?: 'light' | 'dark' | 'system' | undefined
  /** CSS color of buttons and links. */
  actionColor?: string | undefined
  /** CSS color of the header and the launcher. */
  backgroundColor?: string | undefined
  linkColor?: string | undefined
  /** Milliseconds after which an idle session ends. */
  sessionDuration?: number | undefined
  messengerStyleId?: string | undefined
  /** Title of the page in Intercom. @default document.title */
  pageTitle?: string | undefined
}

/** Attributes that `boot` and `update` accept. */
export interface IntercomAttributes extends IntercomUser, IntercomAppearance {}

/**
 * Status of the Messenger:
 * - `off`: the app id or the provider is missing, or the code runs on the server
 * - `waiting`: nothing has loaded yet
 * - `loading`: the script is loading, or the session is opening
 * - `ready`: the session is open
 * - `blocked`: loading failed, see {@link BlockedReason}. The next call that opens the Messenger retries
 * - `shutdown`: the session has ended
 */
export type IntercomStatus = 'off' | 'waiting' | 'loading' | 'ready' | 'blocked' | 'shutdown'

/** Reason for `blocked`: the script couldn't load, wasn't ready in time, or the user's identity couldn't be verified. */
export type BlockedReason = 'script' | 'timeout' | 'identity'

export interface IntercomState {
  status: IntercomStatus
  /** `null` unless `status` is `blocked`. */
  blockedReason: BlockedReason | null
  isOpen: boolean
  /** Unread conversations. 0 until the Messenger is ready. */
  unreadCount: number
}

/** Reason for loading: the provider has mounted, or the user is about to open the Messenger. */
export type LoadCause = 'mount' | 'intent'

/**
 * Loading strategy of the Messenger:
 * - `idle`: when the page has loaded and the browser is idle
 * - `intent`: on the first call that opens the Messenger, or on `load()`. Until then, no launcher, unread count or outbound
 *   message appears
 * - `now`: when the provider mounts
 * - a function: when it resolves to `true`, for example after consent. Called on mount and each intent, unless it is pending
 */
export type LoadPolicy = 'idle' | 'intent' | 'now' | ((cause: LoadCause) => boolean | Promise<boolean>)

/** Value in an event's metadata: a plain value, a link with its text, or an amount of money in cents. */
type EventMetadataValue =
  | string
  | number
  | boolean
  | null
  | { url: string; value: string }
  | { amount: number; currency: string }

/** Metadata of an event: at most 10 keys. Times are Unix seconds, with keys that end in `_at` or `_date`. */
export type EventMetadata = Record<string, EventMetadataValue>

/** Spaces of the Messenger, for `showSpace`. */
export type MessengerInsets = 'home' | 'messages' | 'help' | 'news' | 'tasks' | 'tickets'

/** Callbacks of the Messenger, also props of the provider. */
export interface IntercomCallbacks {
  onShow?: (() => void) | undefined
  onHide?: (() => void) | undefined
  onUnreadCountChange?: ((unreadCount: number) => void) | undefined
  /** Called when a visitor enters an email address. */
  onUserEmailSupplied?: (() => void) | undefined
  /** Called once for each tracked event, to pass it on to PostHog, Segment and the like. Its errors don't break tracking. */
  onEvent?: ((name: string, metadata?: EventMetadata) => void) | undefined
}

/**
 * The Messenger's JavaScript API. Functions are stable across renders, and never throw. About 500 calls are queued until the
 * Messenger is ready. Calls that open the Messenger load it, if the provider's `load` allows that.
 *
 * https://developers.intercom.com/installing-intercom/web/methods
 */
export interface IntercomActions {
  /** Loads the Messenger ahead of a click. Call it on pointer-enter and focus. */
  load: () => void
  /** Opens a session, for another user if the attributes name one. The provider boots by itself. */
  boot: (attributes?: IntercomAttributes) => void
  /** Ends the session, and forgets the user on this device. Call it before your own session ends. */
  shutdown: () => void
  /** Changes attributes, or counts a page view if none are passed. Updates over Intercom's limit (20 in 30 minutes) are merged. */
  update: (attributes?: IntercomAttributes) => void
  ready: (listener: () => void) => void
  show: () => void
  hide: () => void
  showSpace: (space: MessengerInsets) => void
  showMessages: () => void
  showNewMessage: (text?: string) => void
  /** Opens a new conversation, and sends the text. */
  startConversation: (text: string) => void
  showArticle: (id: string | number) => void
  showNews: (id: string | number) => void
  showTicket: (id: string | number) => void
  showConversation: (id: string | number) => void
  startTour: (id: string | number) => void
  startSurvey: (id: string | number) => void
  startChecklist: (id: string | number) => void
  hideNotifications: (hidden: boolean) => void
  /** Sends an event through the Messenger. `useTrackEvent` works without it, too. */
  trackEvent: (name: string, metadata?: EventMetadata) => void
  /** Returns `undefined` until the Messenger is ready. */
  getVisitorId: () => string | undefined
  whoami: () => unknown
  setAuthTokens: (tokens: Record<string, string>) => void
  /** Adds a listener, and returns a function that removes it. */
  onUnreadCountChange: (listener: (unreadCount: number) => void) => () => void
  onShow: (listener: () => void) => () => void
  onHide: (listener: () => void) => () => void
  onUserEmailSupplied: (listener: () => void) => () => void
  onEvent: (listener: (name: string, metadata?: EventMetadata) => void) => () => void
  /** Alias of `show`. */
  showChat: () => void
  /** Alias of `hide`. */
  hideChat: () => void
  /** Alias of `update`. */
  updateUser: (attributes: IntercomAttributes) => void
}

/** Options of the Messenger, also props of the provider. */
export interface MessengerOptions extends IntercomAttributes, IntercomCallbacks {
  /** Public id of the workspace. Changing it starts a new session. @default NEXT_PUBLIC_INTERCOM_APP_ID */
  appId?: string | undefined
  /** Region of the workspace. @default 'us' */
  region?: 'us' | 'eu' | 'au' | undefined
  /** URL of the Messenger's API. Overrides `region`. */
  apiBase?: string | undefined
  /** Loading strategy. @default 'idle' */
  load?: LoadPolicy | undefined
  /**
   * Whether to load a proof of identity from `GET /api/intercom/identity` first. Requires `userId`. Attributes in the proof come
   * from your server, so the page's values for them aren't sent.
   */
  verifyIdentity?: boolean | undefined
  /** Names of attributes for which the workspace requires verified updates. In development, unproven ones cause a warning. */
  protectedAttributes?: readonly string[] | undefined
  nonce?: string | undefined
  crossOrigin?: 'anonymous' | 'use-credentials' | '' | undefined
  /** Name of the Trusted Types policy to create for the script's URL. */
  trustedTypesPolicy?: string | undefined
}

/** Settings of `window.Intercom`: snake_case, times in Unix seconds. */
export interface MessengerSettings {
  [name: string]: unknown
  app_id?: unknown
  api_base?: unknown
  user_id?: unknown
  email?: unknown
  intercom_user_jwt?: unknown
}
