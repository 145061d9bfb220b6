import { toHex } from './hmac.ts'

/** Most hashes to keep. */
const MAX_KEPT = 1000

const kept = new Map<string, string>()

/** Like {@link sha256Hex}, for values that each request of a user needs again: hashing costs more than the rest of a small request. */
export async function sha256HexKept(value: unknown): Promise<string> {
  const text = JSON.stringify(value)
  const known = kept.get(text)
  if (known !== undefined) return known
  const hash = await sha256Hex(value)
  const [oldest] = kept.keys()
  if (oldest !== undefined && kept.size >= MAX_KEPT) kept.delete(oldest)
  kept.set(text, hash)
  return hash
}

/** Hashes the JSON of a value as 64 hexadecimal digits. Store keys use it to hide user ids. */
export async function sha256Hex(value: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(value) ?? '')
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
}
