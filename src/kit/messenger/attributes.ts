/**
 * What the Messenger can be told about a person, their company and its own looks: in camelCase here, in Intercom's
 * snake_case on the wire (see `settings.ts`).
 *
 * https://developers.intercom.com/installing-intercom/web/attributes-objects
 */

/** A value of an attribute of your own. A `Date` is sent in Unix seconds, as Intercom wants it. */
export type AttributeValue = string | number | boolean | null | Date

/** A company that the user works for. Intercom shows one only with its id and its name. */
export interface IntercomCompany {
  /** Your own id of the company. */
  companyId: string
  name?: string
  /** A `Date`, or Unix seconds. */
  createdAt?: number | Date
  plan?: string
  monthlySpend?: number
  /** The number of people who work there. */
  size?: number
  website?: string
  industry?: string
  /** Attributes of your own, sent as they are. */
  customAttributes?: Record<string, AttributeValue>
}

/** Who uses the page. With neither `userId` nor `email` it is a visitor. */
export interface IntercomUser {
  /** Your own id of the user. Empty or undefined for a visitor. */
  userId?: string
  email?: string
  name?: string
  phone?: string
  /** When they signed up: a `Date`, or Unix seconds. */
  createdAt?: number | Date
  /** An https address of their picture. */
  avatar?: string
  company?: IntercomCompany
  companies?: IntercomCompany[]
  /** The Messenger's language for this person, such as `de`. */
  languageOverride?: string
  unsubscribedFromEmails?: boolean
  /** The legacy proof of identity. With `verifyIdentity` the provider fetches it. */
  userHash?: string
  /** The proof of identity, a JWT. With `verifyIdentity` the provider fetches it and keeps it fresh. */
  intercomUserJwt?: string
  /** Tokens of the user for data connectors, by the connector's name. */
  authTokens?: Record<string, string>
  /** Attributes of your own, sent as they are: names in snake_case, as they stand in Intercom. */
  customAttributes?: Record<string, AttributeValue>
}

/** How the Messenger looks and where it stands. Sizes are in CSS pixels. */
export interface IntercomAppearance {
  /** Hides Intercom's own round button; the Messenger opens by a button of yours. */
  hideDefaultLauncher?: boolean
  /** A CSS selector of elements that open the Messenger. In React a `HelpButton` is the simpler way. */
  customLauncherSelector?: string
  /** The side of the page on which the Messenger stands. Default `right`. */
  alignment?: 'left' | 'right'
  /** 20 or more. Not on phones. */
  horizontalPadding?: number
  /** 20 or more. Not on phones. */
  verticalPadding?: number
  zIndex?: number
  hideNotifications?: boolean
  themeMode?: 'light' | 'dark' | 'system'
  /** Any CSS colour, for buttons and links. */
  actionColor?: string
  /** Any CSS colour, for the header and the launcher. */
  backgroundColor?: string
  /** Any CSS colour. */
  linkColor?: string
  /** Milliseconds after which an idle session ends; below what the workspace says. */
  sessionDuration?: number
  messengerStyleId?: string
  /** The title of the page, where it shall not be `document.title`. */
  pageTitle?: string
}

/** Everything that `boot` and `update` take. */
export interface IntercomAttributes extends IntercomUser, IntercomAppearance {}
