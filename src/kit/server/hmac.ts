function toBytes(input: string | Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return typeof input === 'string' ? new TextEncoder().encode(input) : input
}

/** Creates an HMAC (RFC 2104). Only Intercom's webhooks need SHA-1. */
export async function hmac(
  hash: 'SHA-256' | 'SHA-1',
  key: string | Uint8Array<ArrayBuffer>,
  data: string | Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  if (key.length === 0) throw new TypeError('An HMAC needs a key that is not empty.')
  const imported = await crypto.subtle.importKey('raw', toBytes(key), { name: 'HMAC', hash }, false, ['sign'])
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, toBytes(data)))
}

/** Verifies an HMAC in constant time. */
export async function isHmac(
  hash: 'SHA-256' | 'SHA-1',
  key: string,
  data: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  if (key.length === 0) throw new TypeError('An HMAC needs a key that is not empty.')
  const imported = await crypto.subtle.importKey('raw', toBytes(key), { name: 'HMAC', hash }, false, ['verify'])
  return crypto.subtle.verify('HMAC', imported, signature, data)
}

/** Decodes lower-case hexadecimal digits; `null` unless they are exactly `length` bytes. */
export function fromHex(text: string, length: number): Uint8Array<ArrayBuffer> | null {
  if (text.length !== length * 2 || !/^[0-9a-f]+$/.test(text)) return null
  return Uint8Array.from({ length }, (_, index) => Number.parseInt(text.slice(index * 2, index * 2 + 2), 16))
}

export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Encodes as base64url without padding (RFC 4648, section 5). */
export function toBase64Url(input: string | Uint8Array<ArrayBuffer>): string {
  const binary = Array.from(toBytes(input), (byte) => String.fromCharCode(byte)).join('')
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
