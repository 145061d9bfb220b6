/** Ids and moments, as every contract has them. */
import { z } from 'zod'

/** An id as Intercom gives it: digits for conversations and admins, 24 hex digits for contacts. */
export const idSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'must be 1 to 64 letters, digits, "_" or "-"')

/**
 * An id that a caller may ask for. It is stricter than {@link idSchema}, because it becomes a part of an address at
 * Intercom: digits (conversations, admins), or 24 hex digits (contacts, newer conversations), and nothing else leaves.
 */
export const requestedIdSchema = z
  .string()
  .regex(/^([0-9]{1,20}|[0-9a-f]{24})$/, 'must be up to 20 digits, or 24 hex digits')

/** The parameters of a route with `[id]` in its path. */
export const idParamsSchema = z.strictObject({ id: requestedIdSchema })

/** The last moment that a `Date` can hold, in Unix seconds: beyond it every formatter throws. */
export const LAST_MOMENT = 8_640_000_000_000

/** A moment in Unix seconds, as everywhere in Intercom's API. */
export const timestampSchema = z.number().int().nonnegative().max(LAST_MOMENT)
