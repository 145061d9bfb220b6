import { requestJson, RequestError, type RequestErrorCode } from '../shared/api-client.ts'
import type { AccountChanges, AccountResponse } from '../contracts/index.ts'
import type { fieldStatusStrings, Translator } from '../strings/index.ts'

/**
 * Saves changed fields of the user's account with `PATCH /api/account`, and returns them as stored.
 *
 * @throws RequestError, with `fields` if the server rejects values
 */
export async function patchAccount(changes: AccountChanges): Promise<AccountChanges> {
  const { account } = await requestJson<AccountResponse>(
    '/api/account',
    (body) => typeof body.account === 'object' && body.account !== null,
    {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(changes),
      // The request outlives the page. Only when hidden, because Firefox doesn't pass such requests to service workers.
      keepalive: document.visibilityState === 'hidden',
    },
  )
  return account
}

interface SettingsIssue {
  readonly message: string
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined
}

type SettingsResult =
  | { readonly value: unknown; readonly issues?: undefined }
  | { readonly issues: readonly SettingsIssue[] }

/** Object schema of a library that implements https://standardschema.dev, such as Zod, Valibot or ArkType. */
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

/** Explanation of a failed save. */
export interface SaveFailure {
  /** Sentence for the user, from the server if it explains the field. */
  text: string
  /** Whether a retry of the same value can succeed. */
  canRetry: boolean
  /** Whether the value is saved later without the user. */
  isWaiting: boolean
}

/** Explains to the user why the field `name` couldn't be saved. */
export function getSaveFailure(error: Error, name: string, t: Translator<typeof fieldStatusStrings>): SaveFailure {
  if (!(error instanceof RequestError)) return { text: t('unknown', { reason: '' }), canRetry: true, isWaiting: false }
  return {
    text: error.fields?.[name] ?? t(reasons[error.code] ?? 'unknown', { reason: error.message }),
    canRetry: !permanent.has(error.code),
    isWaiting: error.code === 'offline',
  }
}
