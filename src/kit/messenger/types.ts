/**
 * Value of an attribute of your own. A `Date` is sent in Unix seconds, an empty string as `null`: Intercom then shows the
 * attribute as unknown.
 */
export type AttributeValue = string | number | boolean | null | Date

/**
 * A company that the user works for. Intercom shows a company only if it has an id and a name.
 *
 * https://developers.intercom.com/installing-intercom/web/attributes-objects
 */
export interface IntercomCompany {
  /** Your own id of the company. */
  companyId: string
  name?: string | null | undefined
  /** A `Date`, an ISO 8601 string, or Unix seconds. */
  createdAt?: number | string | Date | undefined
  plan?: string | null | undefined
  monthlySpend?: number | null | undefined
  /** The number of people who work there. */
  size?: number | null | undefined
  website?: string | null | undefined
  industry?: string | null | undefined
  /** Attributes of your own. */
  customAttributes?: Record<string, AttributeValue> | undefined
}

/**
 * The user of the page. Without `userId`, `email` and `intercomUserJwt` it is a visitor. An attribute that becomes `null` or
 * an empty string is cleared in Intercom; `undefined` leaves it as it is.
 */
export interface IntercomUser {
  /** Your own id of the user. Empty or undefined for a visitor. */
  userId?: string | undefined
  email?: string | null | undefined
  name?: string | null | undefined
  phone?: string | null | undefined
  /** When the user signed up: a `Date`, an ISO 8601 string, or Unix seconds. */
  createdAt?: number | string | Date | undefined
  /** HTTPS address of a picture. */
  avatar?: string | null | undefined
  company?: IntercomCompany | undefined
  companies?: IntercomCompany[] | undefined
  /** The Messenger's language for this user, such as `de`. */
  languageOverride?: string | null | undefined
  unsubscribedFromEmails?: boolean | undefined
  /** The legacy proof of identity. `verifyIdentity` fetches it. */
  userHash?: string | undefined
  /** The proof of identity, a JWT. `verifyIdentity` fetches it and renews it. */
  intercomUserJwt?: string | undefined
  /** Tokens of the user for data connectors, by name of the connector. */
  authTokens?: Record<string, string> | undefined
  /** Attributes of your own, by their names in Intercom. Names of Intercom's own attributes are refused. */
  customAttributes?: Record<string, AttributeValue> | undefined
}

/** Look and position of the Messenger. Sizes are in CSS pixels. */
export interface IntercomAppearance {
  /** Hides Intercom's own launcher, for pages with a button of yours. */
  hideDefaultLauncher?: boolean | undefined
  /** CSS selector of elements that open the Messenger. In React, a `HelpButton` is simpler. */
  customLauncherSelector?: string | undefined
  /** Side of the page. @default 'right' */
  alignment?: 'left' | 'right' | undefined
  /** 20 or more. Ignored on phones. */
  horizontalPadding?: number | undefined
  /** 20 or more. Ignored on phones. */
  verticalPadding?: number | undefined
  zIndex?: number | undefined
  hideNotifications?: boolean | undefined
  themeMode?: 'light' | 'dark' | 'system' | undefined
  /** CSS color of buttons and links. */
  actionColor?: string | undefined
  /** CSS color of the header and the launcher. */
  backgroundColor?: string | undefined
  /** CSS color. */
  linkColor?: string | undefined
  /** Milliseconds after which an idle session ends. */
  sessionDuration?: number | undefined
  messengerStyleId?: string | undefined
  /** Title of the page. @default document.title */
  pageTitle?: string | undefined
}

/** Attributes that `boot` and `update` take. */
export interface IntercomAttributes extends IntercomUser, IntercomAppearance {}

/**
 * Status of the Messenger:
 * - `off`: no app id is set, no provider has mounted, or this is the server;
 * - `waiting`: it isn't loaded yet;
 * - `loading`: the script is loading, or the session is being opened;
 * - `ready`: it can be used;
 * - `blocked`: it didn't load, see {@link BlockedReason}. The next call that opens it retries;
 * - `shutdown`: the session has ended.
 */
export type IntercomStatus = 'off' | 'waiting' | 'loading' | 'ready' | 'blocked' | 'shutdown'

/**
 * Why the Messenger is blocked: the script was refused (a content blocker, the content security policy, no network), it
 * wasn't ready in time, or the user's identity couldn't be verified.
 */
export type BlockedReason = 'script' | 'timeout' | 'identity'

/** State of the Messenger, as selectors of `useIntercom` read it. */
export interface IntercomState {
  status: IntercomStatus
  /** `null` unless `status` is `blocked`. */
  blockedReason: BlockedReason | null
  isOpen: boolean
  /** Unread conversations. 0 until the Messenger is ready. */
  unreadCount: number
}

/** Why the Messenger is about to load: the provider has mounted, or the user reaches for help. */
export type LoadCause = 'mount' | 'intent'

/**
 * When the Messenger loads:
 * - `intent`: at the first call that opens something, or at `load()`;
 * - `idle`: when the browser is idle;
 * - `now`: when the provider mounts;
 * - a function: when it returns true. It is called at mount and at each intent, and may ask the user for consent. It isn't
 *   called again before it has settled.
 */
export type LoadPolicy = 'intent' | 'idle' | 'now' | ((cause: LoadCause) => boolean | Promise<boolean>)

/** Value of an event's metadata: a plain value, a link with a text, or an amount of money in cents. */
export type EventMetadataValue =
  | string
  | number
  | boolean
  | null
  | { url: string; value: string }
  | { amount: number; currency: string }

/** Metadata of an event: at most 10 keys. Keys of times, in Unix seconds, end in `_at` or `_date`. */
export type EventMetadata = Record<string, EventMetadataValue>

/** Spaces of the Messenger, for `showSpace`. */
export type MessengerInsets = 'home' | 'messages' | 'help' | 'news' | 'tasks' | 'tickets'

/** Callbacks of the Messenger, also props of the provider. */
export interface IntercomCallbacks {
  /** Called when the Messenger opens. */
  onShow?: (() => void) | undefined
  /** Called when the Messenger closes. */
  onHide?: (() => void) | undefined
  /** Called when the number of unread conversations changes. */
  onUnreadCountChange?: ((unreadCount: number) => void) | undefined
  /** Called when a visitor has left an email address. */
  onUserEmailSupplied?: (() => void) | undefined
}

/**
 * The Messenger's JavaScript API. Functions are the same at every render, and never throw.
 *
 * Calls are queued until the Messenger is ready, about 500 at most. If it never loads (no app id, a content blocker, the
 * server) they do nothing. Calls that open something load the Messenger, if `load` allows that.
 *
 * https://developers.intercom.com/installing-intercom/web/methods
 */
export interface IntercomActions {
  /** Loads the Messenger ahead of the click. Call it on pointer-enter and focus. */
  load: () => void
  /** Opens a session, for another user if the attributes name one. The provider does this by itself. */
  boot: (attributes?: IntercomAttributes) => void
  /** Ends the session at once, and forgets the user on this device. Call it before you end your own session. */
  shutdown: () => void
  /**
   * Changes attributes. Without attributes it checks for new messages and counts a page view. The provider does both by
   * itself. Intercom accepts 20 updates in 30 minutes: more are merged, and sent later.
   */
  update: (attributes?: IntercomAttributes) => void
  /** Calls a listener when the session is live. */
  ready: (listener: () => void) => void
  show: () => void
  hide: () => void
  showSpace: (space: MessengerInsets) => void
  showMessages: () => void
  /** Opens a new message that starts with a text. */
  showNewMessage: (text?: string) => void
  /** Opens a new conversation and sends the text. */
  startConversation: (text: string) => void
  showArticle: (id: string | number) => void
  showNews: (id: string | number) => void
  showTicket: (id: string | number) => void
  showConversation: (id: string | number) => void
  startTour: (id: string | number) => void
  startSurvey: (id: string | number) => void
  startChecklist: (id: string | number) => void
  hideNotifications: (hidden: boolean) => void
  /** Sends an event through the Messenger. `useTrackEvent` also works if the Messenger is blocked. */
  trackEvent: (name: string, metadata?: EventMetadata) => void
  /** Returns the visitor's id, or undefined until the Messenger is ready. */
  getVisitorId: () => string | undefined
  /** Returns the user of the session, or undefined until the Messenger is ready. */
  whoami: () => unknown
  setAuthTokens: (tokens: Record<string, string>) => void
  /** Adds a listener. Returns a function that removes it. */
  onUnreadCountChange: (listener: (unreadCount: number) => void) => () => void
  /** Adds a listener. Returns a function that removes it. */
  onShow: (listener: () => void) => () => void
  /** Adds a listener. Returns a function that removes it. */
  onHide: (listener: () => void) => () => void
  /** Adds a listener. Returns a function that removes it. */
  onUserEmailSupplied: (listener: () => void) => () => void
  /** Same as `show`. */
  showChat: () => void
  /** Same as `hide`. */
  hideChat: () => void
  /** Same as `update`. */
  updateUser: (attributes: IntercomAttributes) => void
}

/** Options of the Messenger, also props of the provider. */
export interface MessengerOptions extends IntercomAttributes, IntercomCallbacks {
  /** The workspace's public id. Another id ends the session and opens one there. @default NEXT_PUBLIC_INTERCOM_APP_ID */
  appId?: string | undefined
  /** Region of the workspace. @default 'us' */
  region?: 'us' | 'eu' | 'au' | undefined
  /** Address of the Messenger's API, if `region` doesn't fit. */
  apiBase?: string | undefined
  /** When the Messenger loads. @default 'intent' */
  load?: LoadPolicy | undefined
  /** Whether to fetch a proof of identity from `GET /api/intercom/identity` before a user's session. Needs `userId`. */
  verifyIdentity?: boolean | undefined
  /** Nonce of the content security policy, for the script. */
  nonce?: string | undefined
  /** CORS mode of the script, as in `<script crossorigin>`. */
  crossOrigin?: 'anonymous' | 'use-credentials' | '' | undefined
  /** Name of the Trusted Types policy that creates the script's address. Without it none is created. */
  trustedTypesPolicy?: string | undefined
}

/** Settings as the Messenger takes them: snake_case, times in Unix seconds. */
export interface MessengerSettings {
  [name: string]: unknown
  app_id?: unknown
  api_base?: unknown
  user_id?: unknown
  email?: unknown
  intercom_user_jwt?: unknown
}
