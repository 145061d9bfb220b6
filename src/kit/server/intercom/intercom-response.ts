import type { z } from 'zod'
import type { ErrorCode } from '../../contracts/index.ts'
import { ApiError } from '../http/errors.ts'
import { errorListSchema } from './intercom-schemas.ts'
import { readText } from '../http/read-body.ts'
import { type JsonLimits, readLimitedJson } from './limited-json.ts'
import { retryAfterSeconds } from './retry.ts'

const TOTAL = 3 * 1024 * 1024

export const THREAD_LIMITS: JsonLimits = { string: 300_000, total: TOTAL }

export const PAGE_LIMITS: JsonLimits = { string: 32 * 1024, total: TOTAL }

export const TOO_LARGE = 'Intercom responded with too large a structure'
const MAX_ERROR_BODY = 64 * 1024

/** Error codes by status. Others become `upstream_unavailable` (5xx) or `upstream_invalid`. */
const codes: Record<number, ErrorCode> = {
  400: 'rejected',
  401: 'upstream_auth',
  403: 'upstream_forbidden',
  404: 'not_found',
  408: 'upstream_timeout',
  409: 'conflict',
  410: 'not_found',
  422: 'rejected',
  429: 'rate_limited',
}

async function readErrorList(response: Response): Promise<{ codes: string[]; existingId: string | undefined }> {
  const text = await readText(response.body, MAX_ERROR_BODY).catch(() => null)
  try {
    return errorListSchema.parse(JSON.parse(text ?? ''))
  } catch {
    return { codes: [], existingId: undefined }
  }
}

export async function toApiError(response: Response): Promise<ApiError> {
  const { status } = response
  const { codes: upstreamCodes, existingId } = await readErrorList(response)
  const reason = ['Intercom responded with', status, ...upstreamCodes].join(' ')
  if (upstreamCodes.includes('intercom_version_invalid')) {
    const message = 'Intercom does not know the version in INTERCOM_API_VERSION. Set one that it offers, such as 2.14.'
    return new ApiError('not_configured', { message, reason })
  }
  if (status === 429) {
    return new ApiError('rate_limited', { retryAfter: retryAfterSeconds(response.headers, Date.now()), reason })
  }
  return new ApiError(codes[status] ?? (status >= 500 ? 'upstream_unavailable' : 'upstream_invalid'), { reason, existingId })
}

export function createUnreadableError(reason: string): ApiError {
  return new ApiError('upstream_invalid', { reason })
}

export async function readJson(response: Response, limits: JsonLimits): Promise<unknown> {
  const type = response.headers.get('content-type') ?? ''
  if (!/^application\/([\w.-]+\+)?json\b/i.test(type)) {
    response.body?.cancel().catch(() => {})
    throw createUnreadableError(`Intercom responded with ${response.status} without JSON`)
  }
  const text = await readLimitedJson(response.body, limits)
  if (text === null) throw createUnreadableError(TOO_LARGE)
  try {
    return JSON.parse(text)
  } catch {
    // The error of `JSON.parse` quotes its input.
    throw createUnreadableError('Intercom responded with invalid JSON')
  }
}

/** After other errors, the request may have arrived. */
const beforeConnection = new Set([
  'EAI_AGAIN', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'UND_ERR_CONNECT_TIMEOUT',
])

function getConnectionErrorCode(thrown: unknown): string {
  const cause = thrown instanceof Error ? (thrown.cause as { code?: unknown } | undefined) : undefined
  return typeof cause?.code === 'string' && /^[A-Z0-9_]{1,40}$/.test(cause.code) ? cause.code : 'no code'
}

/** Describes a failed `fetch` by its error code only, because messages can quote a header. */
export function getConnectionFailureReason(thrown: unknown): string {
  return `The connection to Intercom failed (${getConnectionErrorCode(thrown)})`
}

export function isBeforeConnection(thrown: unknown): boolean {
  return beforeConnection.has(getConnectionErrorCode(thrown))
}

const refusals = new Set<ErrorCode>([
  'rejected', 'upstream_auth', 'upstream_forbidden', 'not_found', 'conflict', 'rate_limited', 'not_configured',
])

export function isSafeToRepeat(thrown: unknown): boolean {
  return thrown instanceof ApiError ? refusals.has(thrown.code) : isBeforeConnection(thrown)
}

export function parseResponse<T>(schema: z.ZodType<T>, data: unknown): T {
  const result = schema.safeParse(data)
  if (result.success) return result.data
  const paths = result.error.issues.slice(0, 5).map((issue) => issue.path.join('.') || 'the whole')
  throw createUnreadableError(`Intercom's response does not match its schema: ${paths.join(', ')}`)
}
