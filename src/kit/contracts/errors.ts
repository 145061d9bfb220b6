import { z } from 'zod'

/** Error codes of every route. */
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

/** Error code of a response, one of {@link errorCodes}. */
export type ErrorCode = (typeof errorCodes)[number]

/** Error response of every route. `retry_after` is in seconds; `fields` maps each invalid field to its problem. */
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
