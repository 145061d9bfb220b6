import { z } from 'zod'

/**
 * `GET /api/intercom/identity`: proof for the Messenger of who is signed in. A proof is null where the app has no secret
 * for it.
 */
export const identityResponseSchema = z.object({
  /** Who it is about. A page that knows another user does not use it. */
  user_id: z.string().min(1),
  /** A JSON Web Token, HS256. */
  intercom_user_jwt: z.string().nullable(),
  /** The proof that Intercom had before tokens; it does not end. */
  user_hash: z.string().nullable(),
  /** Seconds until the token ends, at most 3600. Not a time, because clocks of visitors are wrong. */
  expires_in: z.number().int().positive().max(3600).nullable(),
})

/** What {@link identityResponseSchema} describes. */
export type IdentityResponse = z.infer<typeof identityResponseSchema>
