import { requestJson, RequestError, type RequestErrorCode } from '../shared/api-client.ts'
import type { AccountChanges, AccountResponse } from '../contracts/index.ts'
import type { fieldStatusStrings, Translator } from '../strings/index.ts'

/**
 * Saves fields of the signed-in user's account with `PATCH /api/account`.
 *
 * @param changes the changed fields only
 * @returns these fields, as the server has them now
 * @throws RequestError, with `fields` if the server rejects values
 */
export async function patchAccount(changes: AccountChanges): Promise<AccountChanges> {
  const { account } = await requestJson<AccountResponse>(
    '/api/account',
    (answer) => typeof answer.account === 'object' && answer.account !== null,
    {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(changes),
      // Outlives a page that is being left. Not always: Firefox doesn't pass such requests to a service worker.
      keepalive: document.visibilityState === 'hidden',
    },
  )
  return account
}

/** Problem that a {@link SettingsSchema} has found. */
export interface SettingsIssue {
  readonly message: string
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined
}

/** Result of a {@link SettingsSchema}. */
export type SettingsResult =
  | { readonly value: unknown; readonly issues?: undefined }
  | { readonly issues: readonly SettingsIssue[] }

/**
 * Object schema of any library that implements Standard Schema, such as Zod, Valibot or ArkType.
 *
 * https://standardschema.dev
 */
export interface SettingsSchema {
  readonly '~standard': {
    readonly version: 1
    readonly vendor: string
    readonly validate: (value: unknown) => SettingsResult | Promise<SettingsResult>
  }
}

const reasons: Partial<Record<RequestErrorCode, keyof typeof fieldStatusStrings>> = {
  unauthorized: 'unauthorized',
  forbidden: 'forbidden',
  offline: 'offline',
  rate_limited: 'rateLimited',
  not_configured: 'configuration',
  invalid_request: 'rejected',
  rejected: 'rejected',
}

const permanent = new Set<RequestErrorCode>(['forbidden', 'invalid_request', 'rejected', 'not_configured'])

/** Why a field wasn't saved. */
export interface SaveFailure {
  /** Sentence for the user: the server's own, if it has one for the field. */
  text: string
  /** Whether a retry of the same value can succeed. */
  canRetry: boolean
}

/**
 * Explains why a field wasn't saved.
 *
 * @param error thrown by the save
 * @param name the field's name
 * @param t strings of `fieldStatusStrings`
 */
export function getSaveFailure(error: Error, name: string, t: Translator<typeof fieldStatusStrings>): SaveFailure {
  if (!(error instanceof RequestError)) return { text: t('unknown', { reason: '' }), canRetry: true }
  return {
    text: error.fields?.[name] ?? t(reasons[error.code] ?? 'unknown', { reason: error.message }),
    canRetry: !permanent.has(error.code),
  }
}
