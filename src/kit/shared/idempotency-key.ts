/** Returns a key for the header `Idempotency-Key`. `crypto.randomUUID()` is shorter, but only exists on pages with HTTPS. */
export function createIdempotencyKey(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-')
}
