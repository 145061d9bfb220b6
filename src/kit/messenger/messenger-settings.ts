import { report, toPrincipal } from './engine-protocol.ts'
import type { Principal } from '../shared/session-end.ts'
import type { IntercomCompany, MessengerOptions, MessengerSettings } from './types.ts'

/** Options of kind `provider` aren't sent to the Messenger. */
type OptionKind = 'provider' | 'workspace' | 'look' | 'user'

const options = new Map(Object.entries({
  children: 'provider', load: 'provider', verifyIdentity: 'provider', protectedAttributes: 'provider', nonce: 'provider', crossOrigin: 'provider',
  trustedTypesPolicy: 'provider', region: 'provider', customAttributes: 'provider', onShow: 'provider', onHide: 'provider',
  onUnreadCountChange: 'provider', onUserEmailSupplied: 'provider', onEvent: 'provider',
  appId: 'workspace', apiBase: 'workspace',
  hideDefaultLauncher: 'look', customLauncherSelector: 'look', alignment: 'look', horizontalPadding: 'look',
  verticalPadding: 'look', zIndex: 'look', hideNotifications: 'look', themeMode: 'look', actionColor: 'look',
  backgroundColor: 'look', linkColor: 'look', sessionDuration: 'look', messengerStyleId: 'look', pageTitle: 'look',
  userId: 'user', email: 'user', name: 'user', phone: 'user', createdAt: 'user', avatar: 'user', company: 'user',
  companies: 'user', languageOverride: 'user', unsubscribedFromEmails: 'user', userHash: 'user', intercomUserJwt: 'user',
  authTokens: 'user',
} satisfies Record<keyof MessengerOptions | 'children', OptionKind>))

const companyOptions = new Map(Object.entries({
  companyId: 'user', name: 'user', createdAt: 'user', plan: 'user', monthlySpend: 'user', size: 'user', website: 'user',
  industry: 'user', customAttributes: 'provider',
} satisfies Record<keyof IntercomCompany, OptionKind>))

/** Options of identity and workspace. Empty values count as missing. */
const optional = new Set(['userId', 'userHash', 'intercomUserJwt', 'appId', 'apiBase'])

/** Further names that the Messenger or JavaScript reserves. */
const reserved = new Set([
  '__proto__', 'constructor', 'prototype', 'id', 'anonymous_id', 'custom_attributes', 'installation_type', 'widget',
])

const toSnakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
// Options of kind `provider` aren't reserved: an app may have an attribute "region".
const toNames = (table: Map<string, OptionKind>) =>
  new Map([...table].filter(([, kind]) => kind !== 'provider').map(([name, kind]) => [toSnakeCase(name), kind]))
const settingNames = toNames(options)
const companyNames = toNames(companyOptions)

function toUnixSeconds(name: string, value: unknown): number | undefined {
  let seconds: unknown = value
  if (typeof value === 'string') seconds = /^\d+$/.test(value) ? Number(value) : Date.parse(value) / 1000
  else if (typeof value === 'bigint') seconds = Number(value)
  // A `Date` of another frame isn't `instanceof Date`.
  else if (typeof (value as Date | null)?.getTime === 'function') seconds = (value as Date).getTime() / 1000
  if (typeof seconds === 'number' && Number.isFinite(seconds)) return Math.floor(seconds)
  report('time', { name, value })
  return undefined
}

function toSetting(name: string, value: unknown): unknown {
  if (value === undefined || typeof value === 'function') return undefined
  if (value === null || value === '') return optional.has(name) ? undefined : null
  if (name === 'createdAt' || value instanceof Date) return toUnixSeconds(name, value)
  if (name === 'avatar' && typeof value === 'string') return { type: 'avatar', image_url: value }
  if (name === 'company') return translate(value, companyOptions, companyNames)
  if (name === 'companies') return Array.isArray(value) ? value.map((each) => translate(each, companyOptions, companyNames)) : undefined
  return typeof value === 'bigint' ? Number(value) : value
}

function translate(input: object, known: Map<string, OptionKind>, names: Map<string, OptionKind>): MessengerSettings {
  const settings: MessengerSettings = {}
  const add = (key: string, setting: unknown) => {
    if (setting !== undefined) settings[key] = setting
  }
  for (const [name, value] of Object.entries((input as MessengerOptions).customAttributes ?? {})) {
    if (reserved.has(name) || names.has(name)) report('attribute', { name, isReserved: true })
    else add(name, toSetting(`customAttributes.${name}`, value))
  }
  for (const [name, value] of Object.entries(input)) {
    const kind = known.get(name)
    if (value === undefined) continue
    if (!kind) report('attribute', { name, isReserved: false })
    else if (kind !== 'provider') add(toSnakeCase(name), toSetting(name, value))
  }
  return settings
}

/** Translates options or attributes. Unknown options and reserved names are dropped. Empty values become `null`. */
export function toSettings(input: MessengerOptions | object): MessengerSettings {
  const { region } = input as MessengerOptions
  return {
    ...(region && { api_base: `https://api-iam.${region === 'us' ? '' : `${region}.`}intercom.io` }),
    ...translate(input, options, settingNames),
  }
}

function omitNull(settings: MessengerSettings, names: Map<string, OptionKind>): MessengerSettings {
  return Object.fromEntries(Object.entries(settings).filter(([name, value]) => value !== null || !names.has(name)))
}

/** Omits empty attributes: an app that doesn't know a phone number must not clear the one that Intercom has. */
export function toInitialSettings(settings: MessengerSettings): MessengerSettings {
  const initial = omitNull(settings, settingNames)
  if (initial.company) initial.company = omitNull(initial.company as MessengerSettings, companyNames)
  return initial
}

export function omitUser(settings: MessengerSettings): MessengerSettings {
  return Object.fromEntries(
    Object.entries(settings).filter(([name]) => settingNames.has(name) && settingNames.get(name) !== 'user'),
  )
}

export function getPrincipal(settings: MessengerSettings | undefined): Principal {
  return toPrincipal({ userId: settings?.user_id, email: settings?.email, intercomUserJwt: settings?.intercom_user_jwt })
}

export function isSameWorkspace(a: MessengerSettings, b: MessengerSettings): boolean {
  const toAddress = ({ api_base = 'https://api-iam.intercom.io' }: MessengerSettings) => String(api_base).replace(/\/$/, '')
  return a.app_id === b.app_id && toAddress(a) === toAddress(b)
}

/** Returns changed settings, or `undefined`. Removed settings don't count, because Intercom keeps them. */
export function diffSettings(before: MessengerSettings, after: MessengerSettings): MessengerSettings | undefined {
  const changed = Object.entries(after).filter(
    ([name, value]) => settingNames.get(name) !== 'workspace' && JSON.stringify(value) !== JSON.stringify(before[name]),
  )
  return changed.length > 0 ? Object.fromEntries(changed) : undefined
}
