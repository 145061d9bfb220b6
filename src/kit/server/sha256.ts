import { toHex } from './hmac.ts'

/**
 * Names a value by the SHA-256 of its JSON, so that a key in the store tells nobody whose it is.
 *
 * @param value anything that JSON can say
 * @returns 64 hexadecimal digits
 */
export async function sha256Hex(value: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(value) ?? '')
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
}
