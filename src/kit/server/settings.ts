/** The settings of the server: each is read from its variable when a request needs it, and checked. */
import { identitySecretNames, configurationError, readList, readVariable, assertServerOnly } from './environment.ts'
import { ApiError } from './http/errors.ts'

/** What it takes to talk to a workspace. */
export interface IntercomSettings {
  /** The access token of the app in Intercom's Developer Hub. Secret. */
  token: string
  /** Scheme and host of the API in the workspace's region. */
  origin: string
  /** The value of the `Intercom-Version` header. */
  version: string
}

/** What signs the proof of who a user is. Either may be missing. Secret. */
export interface IdentitySecrets {
  /** Signs tokens: the Messenger API secret of the workspace. */
  messenger: string | undefined
  /** Makes the older `user_hash`: the identity verification secret. */
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
  if (!token) throw configurationError('INTERCOM_ACCESS_TOKEN is not set.')
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw configurationError('INTERCOM_ACCESS_TOKEN holds a space or another character that no token has.')
  }
  return token
}

/** A mocked Intercom on the same machine. Anywhere else it would be a way to lead the token astray. */
function readMockOrigin(): string | undefined {
  const value = readVariable('INTERCOM_MOCK_ORIGIN')
  if (value === undefined) return undefined
  if (/^http:\/\/(localhost|127\.0\.0\.1|\[::1\]):[0-9]{1,5}$/.test(value)) return value
  throw configurationError('INTERCOM_MOCK_ORIGIN must be this machine and a port, such as http://localhost:4010.')
}

function readOrigin(): string {
  const origin = origins.get((readVariable('INTERCOM_REGION') ?? 'us').toLowerCase())
  if (!origin) throw configurationError('INTERCOM_REGION must be us, eu or au.')
  return readMockOrigin() ?? origin
}

function readVersion(): string {
  const version = readVariable('INTERCOM_API_VERSION') ?? '2.14'
  if (/^(\d\.\d{1,2}|Preview|Unstable)$/.test(version)) return version
  throw configurationError('INTERCOM_API_VERSION must be a version of the API, such as 2.14.')
}

/**
 * Reads what it takes to talk to Intercom: `INTERCOM_ACCESS_TOKEN`, `INTERCOM_REGION` (`us`, `eu` or `au`; `us` if it
 * is not set) and `INTERCOM_API_VERSION` (`2.14` if it is not set). `INTERCOM_MOCK_ORIGIN` leads to a mocked Intercom
 * on this machine instead.
 *
 * @throws ApiError `not_configured`, which names the variable and where to set it
 */
export function readSettings(): IntercomSettings {
  return { token: readToken(), origin: readOrigin(), version: readVersion() }
}

/**
 * Reads `INTERCOM_TRUSTED_ORIGINS`: other origins, with commas between them, whose pages may send requests that change
 * something.
 *
 * @returns origins as the `Origin` header has them; none if the variable is not set
 * @throws ApiError `not_configured` for an entry that is not an origin
 */
export function readTrustedOrigins(): string[] {
  const entries = readList('INTERCOM_TRUSTED_ORIGINS')
  for (const entry of entries) {
    const url = URL.canParse(entry) ? new URL(entry) : undefined
    if (url?.origin !== entry || !/^https?:$/.test(url.protocol)) {
      throw configurationError('INTERCOM_TRUSTED_ORIGINS must hold origins such as https://app.example.com.')
    }
  }
  return entries
}

function readHosts(variable: string): string[] {
  const hosts = readList(variable)
  // Names alone: Intercom, which fetches from some of them, may reach other machines by a number than we do.
  const isName = (host: string) => /^[a-z0-9.-]+\.[a-z][a-z0-9-]*$/.test(host) && new URL(`https://${host}`).hostname === host
  if (hosts.every((host) => URL.canParse(`https://${host}`) && isName(host))) return hosts
  throw configurationError(`${variable} must hold hosts such as files.example.com.`)
}

/** Reads `INTERCOM_ATTACHMENT_HOSTS`: hosts, with commas between them, whose files a message may attach by address. */
export const readAttachmentHosts = (): string[] => readHosts('INTERCOM_ATTACHMENT_HOSTS')

/** Reads `INTERCOM_AVATAR_HOSTS`: hosts, with commas between them, whose pictures of customers are shown. */
export const readAvatarHosts = (): string[] => readHosts('INTERCOM_AVATAR_HOSTS')

function readIdentitySecret(name: (typeof identitySecretNames)[number]): string | undefined {
  assertServerOnly(name)
  const secret = readVariable(name)
  if (secret && secret === readVariable('INTERCOM_ACCESS_TOKEN')) {
    throw configurationError(`${name} is the same as INTERCOM_ACCESS_TOKEN, and that token signs nothing.`)
  }
  warnOnce(name)
  return secret
}

/**
 * Reads `INTERCOM_MESSENGER_API_SECRET` and `INTERCOM_IDENTITY_VERIFICATION_SECRET`, both from Settings, Security of
 * the Messenger in Intercom. A workspace may give one secret for both: then both have the same value.
 *
 * @throws ApiError `not_configured` where neither is set, or one is not what it should be
 */
export function readIdentitySecrets(): IdentitySecrets {
  const [messenger, verification] = identitySecretNames.map(readIdentitySecret)
  if (!messenger && !verification) {
    throw configurationError('INTERCOM_MESSENGER_API_SECRET is not set, so nobody can be proved to be who they are.')
  }
  return { messenger, verification }
}

/**
 * Reads `INTERCOM_CLIENT_SECRET`, which signs Intercom's webhooks: the client secret of the app in the Developer Hub.
 * While it changes, it holds the new one and the old one, with a comma between them.
 *
 * @returns one or more
 * @throws ApiError `not_configured`, so that nothing unsigned is ever believed
 */
export function readWebhookSecrets(): string[] {
  assertServerOnly('INTERCOM_CLIENT_SECRET')
  const secrets = readList('INTERCOM_CLIENT_SECRET').filter(Boolean)
  if (secrets.length === 0) throw configurationError('INTERCOM_CLIENT_SECRET is not set, so no webhook can be believed.')
  if (secrets.includes(readVariable('INTERCOM_ACCESS_TOKEN') ?? '')) {
    throw configurationError('INTERCOM_CLIENT_SECRET is the same as INTERCOM_ACCESS_TOKEN, and that token signs nothing.')
  }
  warnOnce('INTERCOM_CLIENT_SECRET')
  return secrets
}

/**
 * Reads `REDIS_URL`: where the instances of the app share their memory.
 *
 * @returns undefined where it is not set: each instance has a memory of its own
 * @throws ApiError `not_configured`
 */
export function readRedisUrl(): string | undefined {
  const url = readVariable('REDIS_URL')
  if (url && !/^rediss?:$/.test(URL.canParse(url) ? new URL(url).protocol : '')) {
    throw configurationError('REDIS_URL must be an address such as rediss://redis.example.com:6379.')
  }
  return url
}

/**
 * Reads `INTERCOM_REDIS_PREFIX`, which every key in Redis starts with. Two apps on one Redis need two prefixes.
 *
 * @returns `intercom:` if it is not set
 * @throws ApiError `not_configured`
 */
export function readRedisPrefix(): string {
  const prefix = readVariable('INTERCOM_REDIS_PREFIX') ?? 'intercom:'
  if (/^[\w.:-]{1,64}$/.test(prefix)) return prefix
  throw configurationError('INTERCOM_REDIS_PREFIX must be 1 to 64 letters, digits, "-", "_", "." or ":", such as shop:.')
}

/**
 * Reads `NEXT_PUBLIC_INTERCOM_APP_ID`, which the Messenger is loaded with. It is public.
 *
 * @throws ApiError `not_configured` where it is not set, or not the id of a workspace
 */
export function readAppId(): string {
  const id = readVariable('NEXT_PUBLIC_INTERCOM_APP_ID')
  if (!id) throw configurationError('NEXT_PUBLIC_INTERCOM_APP_ID is not set, so there is no Messenger.')
  if (/^[a-z0-9]{1,40}$/i.test(id)) return id
  throw configurationError('NEXT_PUBLIC_INTERCOM_APP_ID must be the id of a workspace, such as hx7q2mlt.')
}

/** Every setting by its name: what reads it, and throws where it is not what it must be. */
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

/** Fewest characters of a secret that signs something, so that it can't be guessed. */
const MIN_SECRET = 32

/**
 * Warns about a secret that is too short to be safe.
 *
 * @param name of its variable
 * @returns the warning, or null for any other setting
 */
export function findWeakness(name: string): string | null {
  const isSecret = name === 'INTERCOM_CLIENT_SECRET' || (identitySecretNames as readonly string[]).includes(name)
  const values = isSecret ? readList(name).filter(Boolean) : []
  if (values.every((value) => value.length >= MIN_SECRET)) return null
  return `${name} has fewer than ${MIN_SECRET} characters, so it may be guessed. Intercom's own secrets are longer: check what was copied.`
}

const warned = new Set<string>()

/** Writes the warning about a short secret to the console, once for each variable. */
function warnOnce(name: string): void {
  const warning = findWeakness(name)
  if (!warning || warned.has(name)) return
  warned.add(name)
  // oxlint-disable-next-line no-console -- the console is where a developer looks first
  console.error(`Intercom: ${warning}`)
}

/** Whether a setting has a value, by its own name or by the one that hands it to every visitor. */
export function isSet(name: string): boolean {
  return readVariable(name) !== undefined || readVariable(`NEXT_PUBLIC_${name}`) !== undefined
}
