import type { IdentityResponse } from '../../contracts/index.ts'
import { hmac, toBase64Url, toHex } from '../hmac.ts'
import type { IdentitySecrets } from '../settings.ts'

/** Seconds until a token expires. The page renews it earlier. */
export const TOKEN_LIFETIME = 3600

/** Signs a JSON Web Token with HS256, the only algorithm that Intercom accepts. */
export async function signToken(claims: Record<string, unknown>, secret: string): Promise<string> {
  const content = [{ alg: 'HS256', typ: 'JWT' }, claims].map((part) => toBase64Url(JSON.stringify(part))).join('.')
  return `${content}.${toBase64Url(await hmac('SHA-256', secret, content))}`
}

/** Creates a `user_hash`, the older proof. Without a user id, pass the email address. */
export async function hashUser(userId: string, secret: string): Promise<string> {
  return toHex(await hmac('SHA-256', secret, userId))
}

/** Creates a proof of identity for each secret that is set. Take `userId` from the session, never from the request. */
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
