import { identitySecretNames, createSettingError, readList, readVariable, assertServerOnly } from './environment.ts'
import { ApiError } from './http/errors.ts'

export interface IntercomSettings {
  /** Access token from Intercom's Developer Hub. Secret. */
  token: string
  origin: string
  version: string
}

/** Secrets that sign a user's identity, if set. */
export interface IdentitySecrets {
  /** Messenger API secret, which signs tokens. */
  messenger: string | undefined
  /** Identity verification secret, which signs the older `user_hash`. */
  verification: string | undefined
}

/** https://developers.intercom.com/docs/build-an-integration/learn-more/rest-apis#regional-hosting */
const origins = new Map([
  ['us', 'https://api.intercom.io'],
  ['eu', 'https://api.eu.intercom.io'],
  ['au', 'https://api.au.intercom.io'],
])

function readToken(): string {
  if (readVariable('NEXT_PUBLIC_INTERCOM_ACCESS_TOKEN')) {
    throw new ApiError('not_configured', {
      message:
        'NEXT_PUBLIC_INTERCOM_ACCESS_TOKEN is set, and that prefix can hand the token to every visitor. Remove it, ' +
        'make a new token in Intercom, and set that as INTERCOM_ACCESS_TOKEN, in .env.local or on Vercel under ' +
        'Settings, Environment Variables.',
    })
  }
  const token = readVariable('INTERCOM_ACCESS_TOKEN')
  if (!token) throw createSettingError('INTERCOM_ACCESS_TOKEN is not set.')
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw createSettingError('INTERCOM_ACCESS_TOKEN contains a space or another invalid character.')
  }
  return token
}

/** Reads the URL of a mock on this machine. Other hosts would receive the access token. */
function readMockOrigin(): string | undefined {
  const value = readVariable('INTERCOM_MOCK_ORIGIN')
  if (value === undefined) return undefined
  if (/^http:\/\/(localhost|127\.0\.0\.1|\[::1\]):[0-9]{1,5}$/.test(value)) return value
  throw createSettingError('INTERCOM_MOCK_ORIGIN must be this machine and a port, such as http://localhost:4010.')
}

function readOrigin(): string {
  const origin = origins.get((readVariable('INTERCOM_REGION') ?? 'us').toLowerCase())
  if (!origin) throw createSettingError('INTERCOM_REGION must be us, eu or au.')
  return readMockOrigin() ?? origin
}

function readVersion(): string {
  const version = readVariable('INTERCOM_API_VERSION') ?? '2.14'
  if (/^(\d\.\d{1,2}|Preview|Unstable)$/.test(version)) return version
  throw createSettingError('INTERCOM_API_VERSION must be a version of the API, such as 2.14.')
}

export function readSettings(): IntercomSettings {
  return { token: readToken(), origin: readOrigin(), version: readVersion() }
}

/** Reads `INTERCOM_TRUSTED_ORIGINS`: comma-separated origins whose pages may send writes. */
export function readTrustedOrigins(): string[] {
  const entries = readList('INTERCOM_TRUSTED_ORIGINS')
  for (const entry of entries) {
    const url = URL.canParse(entry) ? new URL(entry) : undefined
    if (url?.origin !== entry || !/^https?:$/.test(url.protocol)) {
      throw createSettingError('INTERCOM_TRUSTED_ORIGINS must hold origins such as https://app.example.com.')
    }
  }
  return entries
}

function readHosts(variable: string): string[] {
  const hosts = readList(variable)
  // Only names: Intercom, which fetches some of the URLs, may reach other machines by an IP address.
  const isName = (host: string) => /^[a-z0-9.-]+\.[a-z][a-z0-9-]*$/.test(host) && new URL(`https://${host}`).hostname === host
  if (hosts.every((host) => URL.canParse(`https://${host}`) && isName(host))) return hosts
  throw createSettingError(`${variable} must hold hosts such as files.example.com.`)
}

/** Reads `INTERCOM_ATTACHMENT_HOSTS`: comma-separated hosts of files that a message may attach by URL. */
export const readAttachmentHosts = (): string[] => readHosts('INTERCOM_ATTACHMENT_HOSTS')

/** Reads `INTERCOM_AVATAR_HOSTS`: comma-separated hosts of customers' pictures. */
export const readAvatarHosts = (): string[] => readHosts('INTERCOM_AVATAR_HOSTS')

function readIdentitySecret(name: (typeof identitySecretNames)[number]): string | undefined {
  assertServerOnly(name)
  const secret = readVariable(name)
  if (secret && secret === readVariable('INTERCOM_ACCESS_TOKEN')) {
    throw createSettingError(`${name} is the same as INTERCOM_ACCESS_TOKEN. Set it to the secret instead.`)
  }
  warnOnce(name)
  return secret
}

/** Reads `INTERCOM_MESSENGER_API_SECRET` and `INTERCOM_IDENTITY_VERIFICATION_SECRET`. Throws if both are missing. */
export function readIdentitySecrets(): IdentitySecrets {
  const [messenger, verification] = identitySecretNames.map(readIdentitySecret)
  if (!messenger && !verification) {
    throw createSettingError("INTERCOM_MESSENGER_API_SECRET is not set, so identities can't be verified.")
  }
  return { messenger, verification }
}

/** Reads `INTERCOM_CLIENT_SECRET`, two secrets during a rotation. Throws if missing, so no unsigned webhook is accepted. */
export function readWebhookSecrets(): string[] {
  assertServerOnly('INTERCOM_CLIENT_SECRET')
  const secrets = readList('INTERCOM_CLIENT_SECRET').filter(Boolean)
  if (secrets.length === 0) throw createSettingError("INTERCOM_CLIENT_SECRET is not set, so webhooks can't be verified.")
  if (secrets.includes(readVariable('INTERCOM_ACCESS_TOKEN') ?? '')) {
    throw createSettingError('INTERCOM_CLIENT_SECRET is the same as INTERCOM_ACCESS_TOKEN. Set it to the secret instead.')
  }
  warnOnce('INTERCOM_CLIENT_SECRET')
  return secrets
}

export function readRedisUrl(): string | undefined {
  const url = readVariable('REDIS_URL')
  if (url && !/^rediss?:$/.test(URL.canParse(url) ? new URL(url).protocol : '')) {
    throw createSettingError('REDIS_URL must be an address such as rediss://redis.example.com:6379.')
  }
  return url
}

export function readRedisPrefix(): string {
  const prefix = readVariable('INTERCOM_REDIS_PREFIX') ?? 'intercom:'
  if (/^[\w.:-]{1,64}$/.test(prefix)) return prefix
  throw createSettingError('INTERCOM_REDIS_PREFIX must be 1 to 64 letters, digits, "-", "_", "." or ":", such as shop:.')
}

function readAppId(): string {
  const id = readVariable('NEXT_PUBLIC_INTERCOM_APP_ID')
  if (!id) throw createSettingError("NEXT_PUBLIC_INTERCOM_APP_ID is not set, so the Messenger can't load.")
  if (/^[a-z0-9]{1,40}$/i.test(id)) return id
  throw createSettingError('NEXT_PUBLIC_INTERCOM_APP_ID must be the id of a workspace, such as hx7q2mlt.')
}

export const settingReaders: Record<string, () => unknown> = {
  INTERCOM_ACCESS_TOKEN: readToken,
  INTERCOM_REGION: readOrigin,
  INTERCOM_API_VERSION: readVersion,
  INTERCOM_MOCK_ORIGIN: readMockOrigin,
  INTERCOM_TRUSTED_ORIGINS: readTrustedOrigins,
  INTERCOM_ATTACHMENT_HOSTS: readAttachmentHosts,
  INTERCOM_AVATAR_HOSTS: readAvatarHosts,
  NEXT_PUBLIC_INTERCOM_APP_ID: readAppId,
  INTERCOM_MESSENGER_API_SECRET: () => readIdentitySecret('INTERCOM_MESSENGER_API_SECRET'),
  INTERCOM_IDENTITY_VERIFICATION_SECRET: () => readIdentitySecret('INTERCOM_IDENTITY_VERIFICATION_SECRET'),
  INTERCOM_CLIENT_SECRET: readWebhookSecrets,
  REDIS_URL: readRedisUrl,
  INTERCOM_REDIS_PREFIX: readRedisPrefix,
}

/** Least characters of a secret, so that it can't be guessed. */
const MIN_SECRET = 32

export function findWeakness(name: string): string | null {
  const isSecret = name === 'INTERCOM_CLIENT_SECRET' || (identitySecretNames as readonly string[]).includes(name)
  const values = isSecret ? readList(name).filter(Boolean) : []
  if (values.every((value) => value.length >= MIN_SECRET)) return null
  return `${name} has fewer than ${MIN_SECRET} characters, so it may be guessed. Intercom's own secrets are longer: check what was copied.`
}

const warned = new Set<string>()

function warnOnce(name: string): void {
  const warning = findWeakness(name)
  if (!warning || warned.has(name)) return
  warned.add(name)
  // oxlint-disable-next-line no-console -- the console is where a developer looks first
  console.error(`Intercom: ${warning}`)
}

/** Whether a setting has a value, also under its public name. */
export function isSet(name: string): boolean {
  return readVariable(name) !== undefined || readVariable(`NEXT_PUBLIC_${name}`) !== undefined
}

/** Reads the settings of a checkout; `price` comes from `STRIPE_PRICE_TEAM` for the plan `team`. Throws `not_configured`. */
export function readStripeSettings(plan: string): { secretKey: string; appUrl: string; price: string | undefined } {
  assertServerOnly('STRIPE_SECRET_KEY', 'Stripe')
  const secretKey = readVariable('STRIPE_SECRET_KEY')
  if (!secretKey) throw createSettingError('STRIPE_SECRET_KEY is not set, so checkout is not available.')
  const appUrl = readVariable('APP_URL')
  if (!appUrl || !/^https?:$/.test(URL.canParse(appUrl) ? new URL(appUrl).protocol : '')) {
    throw createSettingError('APP_URL must be the address of the app, such as https://app.example.com.')
  }
  return { secretKey, appUrl, price: readVariable(`STRIPE_PRICE_${plan.toUpperCase().replaceAll('-', '_')}`) }
}
