import type { MessengerOptions } from './types.ts'

/** Settings as the Messenger takes them: snake_case, times in Unix seconds. */
export interface MessengerSettings {
  [name: string]: unknown
  app_id?: unknown
  api_base?: unknown
  user_id?: unknown
  email?: unknown
}

/** What the provider takes for itself: none of it goes to Intercom. */
const own = ['children', 'load', 'verifyIdentity', 'nonce', 'trustedTypesPolicy', 'region', 'customAttributes']

function toSeconds(value: unknown): unknown {
  return value instanceof Date ? Math.floor(value.getTime() / 1000) : value
}

/**
 * Translates what the app says into what the Messenger takes. Attributes of the app's own keep their names and stand
 * beside Intercom's, whose names win. What is undefined, null or empty is left out: Intercom would show it as unknown.
 *
 * @param input options of the provider, attributes of an update, or a company
 */
export function toSettings(input: MessengerOptions | object): MessengerSettings {
  const { region, customAttributes = {} } = input as MessengerOptions
  const settings: MessengerSettings = {}
  for (const key in customAttributes) settings[key] = toSeconds(customAttributes[key])
  if (region) settings.api_base = `https://api-iam.${region === 'us' ? '' : `${region}.`}intercom.io`
  for (const [key, value] of Object.entries(input)) {
    if (own.includes(key) || value == null || value === '' || typeof value === 'function') continue
    settings[key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)] =
      key === 'avatar' ? { type: 'avatar', image_url: value }
      : key === 'company' ? toSettings(value)
      : key === 'companies' ? value.map(toSettings)
      : toSeconds(value)
  }
  return settings
}

/** Who a session with these settings belongs to: `''` for a visitor. */
export function userOf(settings: MessengerSettings | undefined): string {
  return String(settings?.user_id ?? settings?.email ?? '')
}

/**
 * What is new in settings. Intercom keeps what it is not told about, so an attribute that is gone is no change.
 *
 * @returns undefined where nothing is
 */
export function changedSettings(before: MessengerSettings, after: MessengerSettings): MessengerSettings | undefined {
  const changed = Object.entries(after).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key]))
  return changed.length > 0 ? Object.fromEntries(changed) : undefined
}
