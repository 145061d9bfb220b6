import { z } from 'zod'

/** Response of `GET /api/intercom/identity`: proves to the Messenger who is signed in. A proof without a secret is `null`. */
export const identityResponseSchema = z.object({
  /** Id of the signed-in user. A page with another user must ignore the response. */
  user_id: z.string().min(1),
  /** JSON Web Token (HS256). */
  intercom_user_jwt: z.string().nullable(),
  /** Older proof, which doesn't expire. */
  user_hash: z.string().nullable(),
  /** Seconds until the token expires, at most 3600. Relative, because visitors' clocks are wrong. */
  expires_in: z.number().int().positive().max(3600).nullable(),
})

/** Proof of the signed-in user, see {@link identityResponseSchema}. */
export type IdentityResponse = z.infer<typeof identityResponseSchema>
