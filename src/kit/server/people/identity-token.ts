import type { IdentityResponse } from '../../contracts/index.ts'
import { logIgnored, type Principal } from '../http/principals.ts'
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

/** Claims that attributes must not replace, and names that no token may set. */
const RESERVED = new Set([
  'user_id', 'email', 'name', 'iat', 'exp', 'nbf', 'iss', 'sub', 'aud', 'jti', 'user_hash', 'intercom_user_jwt', 'app_id', 'api_base',
  'company', 'companies', 'id', 'anonymous_id', 'custom_attributes', '__proto__', 'constructor', 'prototype',
])

/** Most characters of a custom attribute that Intercom keeps. */
const MAX_TEXT = 255

/** @throws Error if a name can't be signed as a custom attribute */
export function assertSignable(names: readonly string[]): void {
  const refused = names.find((name) => RESERVED.has(name) || !/^[^.$\0]{1,190}$/.test(name))
  if (refused === undefined) return
  throw new Error(
    `createIntercomRoutes() can't sign the attribute "${refused}": email and name are always signed, company data never is, and ` +
    'the rest must be names of custom attributes.',
  )
}

function selectSigned(attributes: IdentityUser['attributes'], names: readonly string[]): Record<string, unknown> {
  const listed = Object.entries(attributes ?? {}).filter(([name]) => names.includes(name) && !RESERVED.has(name))
  const isSignable = (value: unknown) => typeof value !== 'string' || value.length <= MAX_TEXT
  for (const [name, value] of listed) if (!isSignable(value)) logIgnored(`an attribute ${name} of more than ${MAX_TEXT} characters, to be signed,`)
  return Object.fromEntries(listed.filter(([, value]) => isSignable(value)))
}

/** User that a proof of identity is about. */
export type IdentityUser = Omit<Extract<Principal, { kind: 'customer' }>, 'kind'>

/**
 * Creates a proof of identity for each secret that is set. The token also signs the user's email address, name and the
 * attributes in `signedAttributes`. Take the user from the session, never from the request.
 */
export async function issueIdentity(
  user: IdentityUser,
  secrets: IdentitySecrets,
  now: number,
  signedAttributes: readonly string[] = [],
): Promise<IdentityResponse> {
  const { messenger, verification } = secrets
  const { userId, email, name, attributes } = user
  const claims = {
    ...selectSigned(attributes, signedAttributes), ...(email && { email }), ...(name && { name }),
    user_id: userId, iat: now, exp: now + TOKEN_LIFETIME,
  }
  return {
    user_id: userId,
    intercom_user_jwt: messenger ? await signToken(claims, messenger) : null,
    user_hash: verification ? await hashUser(userId, verification) : null,
    expires_in: messenger ? TOKEN_LIFETIME : null,
  }
}
