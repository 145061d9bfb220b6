import { z } from 'zod'

/** Id in Intercom: digits for conversations and admins, 24 hex digits for contacts. */
export const idSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'must be 1 to 64 letters, digits, "_" or "-"')

/** Id in a request, stricter than {@link idSchema} because it becomes part of a URL at Intercom. */
export const requestedIdSchema = z
  .string()
  .regex(/^([0-9]{1,20}|[0-9a-f]{24})$/, 'must be up to 20 digits, or 24 hex digits')

/** Parameters of a route with `[id]` in its path. */
export const idParamsSchema = z.strictObject({ id: requestedIdSchema })

/** Latest time that a `Date` can hold, in Unix seconds. Formatters throw beyond it. */
export const LAST_MOMENT = 8_640_000_000_000

/** Time in Unix seconds, as in Intercom's API. */
export const timestampSchema = z.number().int().nonnegative().max(LAST_MOMENT)
