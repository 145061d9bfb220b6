import { ApiError } from './http/errors.ts'

const WHERE = 'Set it in .env.local, or on Vercel under Settings, Environment Variables, and start the app again.'

export const identitySecretNames = ['INTERCOM_MESSENGER_API_SECRET', 'INTERCOM_IDENTITY_VERIFICATION_SECRET'] as const

const secretNames = [
  ...['INTERCOM_ACCESS_TOKEN', 'INTERCOM_CLIENT_SECRET', ...identitySecretNames]
    .flatMap((name) => [name, `NEXT_PUBLIC_${name}`]),
  'REDIS_URL',
  'STRIPE_SECRET_KEY',
]

/** Reads a variable on each call, so that no secret ends up in a module or a build. `undefined` if empty. */
export function readVariable(name: string): string | undefined {
  // The routes also run in stories, which have no `process`.
  return globalThis.process?.env?.[name]?.trim() || undefined
}

export function readList(name: string): string[] {
  return readVariable(name)?.split(',').map((entry) => entry.trim()) ?? []
}

export function createSettingError(message: string): ApiError {
  return new ApiError('not_configured', { message: `${message} ${WHERE}` })
}

/** Refuses a secret that is set with the public prefix `NEXT_PUBLIC_`. `maker` is the service that issues the secret. */
export function assertServerOnly(name: string, maker = 'Intercom'): void {
  if (!readVariable(`NEXT_PUBLIC_${name}`)) return
  throw createSettingError(
    `NEXT_PUBLIC_${name} is set, and that prefix can hand the secret to every visitor. Remove it, make a new secret ` +
      `in ${maker}, and name it ${name}.`,
  )
}

export function readSecrets(): string[] {
  const values = secretNames.map(readVariable).filter((value) => value !== undefined)
  // A comma-separated variable can hold two secrets.
  return [...new Set([...values, ...secretNames.flatMap(readList)].filter(Boolean))]
}

/** Whether the app runs in development, so that errors may name the file to edit. */
export function isDevelopment(): boolean {
  return readVariable('NODE_ENV') === 'development'
}
