/** Keys for what is sent once. */

/**
 * A key that nobody has had, for `Idempotency-Key`. `crypto.randomUUID` would be shorter, and is not there on a page
 * without HTTPS.
 */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-')
}
