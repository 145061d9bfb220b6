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
  name?: string | undefined
  /** A `Date`, or Unix seconds. */
  createdAt?: number | Date | undefined
  plan?: string | undefined
  monthlySpend?: number | undefined
  /** The number of people who work there. */
  size?: number | undefined
  website?: string | undefined
  industry?: string | undefined
  /** Attributes of your own, sent as they are. */
  customAttributes?: Record<string, AttributeValue> | undefined
}

/** Who uses the page. With neither `userId` nor `email` it is a visitor. */
export interface IntercomUser {
  /** Your own id of the user. Empty or undefined for a visitor. */
  userId?: string | undefined
  email?: string | undefined
  name?: string | undefined
  phone?: string | undefined
  /** When they signed up: a `Date`, or Unix seconds. */
  createdAt?: number | Date | undefined
  /** An https address of their picture. */
  avatar?: string | undefined
  company?: IntercomCompany | undefined
  companies?: IntercomCompany[] | undefined
  /** The Messenger's language for this person, such as `de`. */
  languageOverride?: string | undefined
  unsubscribedFromEmails?: boolean | undefined
  /** The legacy proof of identity. With `verifyIdentity` the provider fetches it. */
  userHash?: string | undefined
  /** The proof of identity, a JWT. With `verifyIdentity` the provider fetches it and keeps it fresh. */
  intercomUserJwt?: string | undefined
  /** Tokens of the user for data connectors, by the connector's name. */
  authTokens?: Record<string, string> | undefined
  /** Attributes of your own, sent as they are: names in snake_case, as they stand in Intercom. */
  customAttributes?: Record<string, AttributeValue> | undefined
}

/** How the Messenger looks and where it stands. Sizes are in CSS pixels. */
export interface IntercomAppearance {
  /** Hides Intercom's own round button; the Messenger opens by a button of yours. */
  hideDefaultLauncher?: boolean | undefined
  /** A CSS selector of elements that open the Messenger. In React a `HelpButton` is the simpler way. */
  customLauncherSelector?: string | undefined
  /** The side of the page on which the Messenger stands. Default `right`. */
  alignment?: 'left' | 'right' | undefined
  /** 20 or more. Not on phones. */
  horizontalPadding?: number | undefined
  /** 20 or more. Not on phones. */
  verticalPadding?: number | undefined
  zIndex?: number | undefined
  hideNotifications?: boolean | undefined
  themeMode?: 'light' | 'dark' | 'system' | undefined
  /** Any CSS colour, for buttons and links. */
  actionColor?: string | undefined
  /** Any CSS colour, for the header and the launcher. */
  backgroundColor?: string | undefined
  /** Any CSS colour. */
  linkColor?: string | undefined
  /** Milliseconds after which an idle session ends; below what the workspace says. */
  sessionDuration?: number | undefined
  messengerStyleId?: string | undefined
  /** The title of the page, where it shall not be `document.title`. */
  pageTitle?: string | undefined
}

/** Everything that `boot` and `update` take. */
export interface IntercomAttributes extends IntercomUser, IntercomAppearance {}
