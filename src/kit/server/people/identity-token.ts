/**
 * Proof for the Messenger that a user is who the page says: a token that the server signs, and the older hash.
 *
 * https://developers.intercom.com/installing-intercom/web/identity-verification
 */
import type { IdentityResponse } from '../../contracts/index.ts'
import { hmac, toBase64Url, toHex } from '../hmac.ts'
import type { IdentitySecrets } from '../settings.ts'

/** Seconds that a token is good for: an hour, the most that the kit gives. The page renews it before. */
export const TOKEN_LIFETIME = 3600

/**
 * Signs claims as a JSON Web Token (RFC 7519) with HS256, the one algorithm that Intercom takes.
 *
 * @param claims what the token says; Intercom wants `user_id`
 * @param secret the Messenger API secret
 * @throws TypeError for an empty secret
 */
export async function signToken(claims: Record<string, unknown>, secret: string): Promise<string> {
  const content = [{ alg: 'HS256', typ: 'JWT' }, claims].map((part) => toBase64Url(JSON.stringify(part))).join('.')
  return `${content}.${toBase64Url(await hmac('SHA-256', secret, content))}`
}

/**
 * Makes a `user_hash`, the proof that Intercom had before tokens.
 *
 * @param userId the id that the Messenger is told; the e-mail address where it is told no id
 * @param secret the identity verification secret
 * @throws TypeError for an empty secret
 */
export async function hashUser(userId: string, secret: string): Promise<string> {
  return toHex(await hmac('SHA-256', secret, userId))
}

/**
 * Makes every proof that there is a secret for.
 *
 * @param userId the user, as the session knows them: never as a request says
 * @param secrets see `settings.ts`
 * @param now Unix seconds
 */
export async function issueIdentity(userId: string, secrets: IdentitySecrets, now: number): Promise<IdentityResponse> {
  const { messenger, verification } = secrets
  const claims = { user_id: userId, iat: now, exp: now + TOKEN_LIFETIME }
  return {
    user_id: userId,
    intercom_user_jwt: messenger ? await signToken(claims, messenger) : null,
    user_hash: verification ? await hashUser(userId, verification) : null,
    expires_in: messenger ? TOKEN_LIFETIME : null,
  }
}
