// https://developers.intercom.com/docs/references/webhooks/webhook-models#signed-notifications
import { fromHex, isHmac } from '../hmac.ts'

interface Scheme {
  header: string
  prefix: string
  hash: 'SHA-1' | 'SHA-256'
  bytes: number
}

/** Webhooks are signed with SHA-1; calls about the app itself, such as a health check, with SHA-256. */
const schemes: Scheme[] = [
  { header: 'x-hub-signature', prefix: 'sha1=', hash: 'SHA-1', bytes: 20 },
  { header: 'x-body-signature', prefix: '', hash: 'SHA-256', bytes: 32 },
]

/** Whether a request has a header that Intercom signs with. */
export function hasSignature(headers: Headers): boolean {
  return schemes.some(({ header }) => headers.has(header))
}

/**
 * Whether Intercom signed a body. The header must have exactly Intercom's form: a lenient decoder would accept several
 * strings for one signature.
 *
 * @param body the bytes as received: JSON that was parsed and serialised again has another signature
 * @param secrets client secrets, any of which may have signed it
 */
export async function isSignedByIntercom(
  headers: Headers,
  body: Uint8Array<ArrayBuffer>,
  secrets: readonly string[],
): Promise<boolean> {
  const scheme = schemes.find(({ header }) => headers.has(header))
  const value = scheme && headers.get(scheme.header)
  if (!scheme || !value?.startsWith(scheme.prefix)) return false
  const signature = fromHex(value.slice(scheme.prefix.length), scheme.bytes)
  if (!signature) return false
  const matches = await Promise.all(secrets.map((secret) => isHmac(scheme.hash, secret, body, signature)))
  return matches.includes(true)
}
