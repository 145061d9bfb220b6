// https://developers.intercom.com/docs/references/webhooks/webhook-models#signed-notifications
import { fromHex, isHmac } from '../hmac.ts'

interface Scheme {
  header: string
  prefix: string
  hash: 'SHA-1' | 'SHA-256'
  bytes: number
}

/** Webhooks are signed with SHA-1, calls about the app itself with SHA-256. */
const schemes: Scheme[] = [
  { header: 'x-hub-signature', prefix: 'sha1=', hash: 'SHA-1', bytes: 20 },
  { header: 'x-body-signature', prefix: '', hash: 'SHA-256', bytes: 32 },
]

export function hasSignature(headers: Headers): boolean {
  return schemes.some(({ header }) => headers.has(header))
}

/**
 * Accepts only Intercom's exact format, because lenient decoders accept several strings for one signature. `body` must be the
 * received bytes: JSON that is parsed and stringified again has another signature.
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
