/** Failures, the same for every route. */
import { z } from 'zod'

/**
 * Everything that can go wrong, for the component that shows it and for the program that counts it. The status that
 * each is answered with is in `errors.ts`.
 */
export const errorCodes = [
  'invalid_request',
  'unauthorized',
  'forbidden',
  'not_found',
  'method_not_allowed',
  'conflict',
  'payload_too_large',
  'unsupported_media_type',
  'rejected',
  'rate_limited',
  'not_configured',
  'unavailable',
  'upstream_auth',
  'upstream_forbidden',
  'upstream_invalid',
  'upstream_unavailable',
  'upstream_timeout',
  'internal',
] as const

/** One of {@link errorCodes}. */
export type ErrorCode = (typeof errorCodes)[number]

/** The one error shape of every route. `retry_after` is in seconds; `fields` names what was wrong in a body or query. */
export const errorResponseSchema = z.object({
  error: z.object({
    code: z.enum(errorCodes),
    message: z.string(),
    request_id: z.string(),
    retry_after: z.number().int().positive().optional(),
    fields: z.record(z.string(), z.string()).optional(),
  }),
})

export type ErrorResponse = z.infer<typeof errorResponseSchema>
