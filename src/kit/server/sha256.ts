import { toHex } from './hmac.ts'

/** Hashes the JSON of a value as 64 hexadecimal digits. Store keys use it to hide user ids. */
export async function sha256Hex(value: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(value) ?? '')
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
}
