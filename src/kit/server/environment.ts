/**
 * The one place that reads variables of the environment, each time a request needs them: no secret lives in a module, a
 * client bundle or a build, and a changed setting counts at once.
 */
import { ApiError } from './http/errors.ts'

const WHERE = 'Set it in .env.local, or on Vercel under Settings, Environment Variables, and start the app again.'

/** The variables whose values prove to the Messenger who somebody is. */
export const identitySecretNames = ['INTERCOM_MESSENGER_API_SECRET', 'INTERCOM_IDENTITY_VERIFICATION_SECRET'] as const

const secretNames = [
  ...['INTERCOM_ACCESS_TOKEN', 'INTERCOM_CLIENT_SECRET', ...identitySecretNames]
    .flatMap((name) => [name, `NEXT_PUBLIC_${name}`]),
  'REDIS_URL',
  'STRIPE_SECRET_KEY',
]

/**
 * Reads a variable, without white space around it.
 *
 * @returns undefined where it is not set, or empty
 */
export function readVariable(name: string): string | undefined {
  // `process` is looked up on globalThis because the routes also run where there is none, as in a story in the browser.
  return globalThis.process?.env?.[name]?.trim() || undefined
}

/** Reads a variable that holds several values, with commas between them. */
export function readList(name: string): string[] {
  return readVariable(name)?.split(',').map((entry) => entry.trim()) ?? []
}

/**
 * The error for a setting that is missing or wrong.
 *
 * @param message which one, and what it must be; where it is set is added
 */
export function configurationError(message: string): ApiError {
  return new ApiError('not_configured', { message: `${message} ${WHERE}` })
}

/**
 * Refuses a secret that was given the prefix of what every visitor may see.
 *
 * @param name without the prefix
 * @param maker where a new secret is made
 * @throws ApiError `not_configured`
 */
export function assertServerOnly(name: string, maker = 'Intercom'): void {
  if (!readVariable(`NEXT_PUBLIC_${name}`)) return
  throw configurationError(
    `NEXT_PUBLIC_${name} is set, and that prefix can hand the secret to every visitor. Remove it, make a new secret ` +
      `in ${maker}, and name it ${name}.`,
  )
}

/** The secrets that are set, so that a log can leave them out. */
export function readSecrets(): string[] {
  const values = secretNames.map(readVariable).filter((value) => value !== undefined)
  // Two secrets in one variable are two.
  return [...new Set([...values, ...secretNames.flatMap(readList)].filter(Boolean))]
}

/** Whether the app runs in development, where an answer may say which file to edit. */
export function isDevelopment(): boolean {
  return readVariable('NODE_ENV') === 'development'
}
