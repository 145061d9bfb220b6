/** A family of hostile messages. Each payload makes the given call. */
export type Family = (call: string) => string[]

/** Host that messages load from. It never responds. */
export const egressHost = 'egress.invalid'

/** Class, id and name of hostile messages. None may remain in rendered messages. */
export const marker = 'pwned'

/** Builds an address whose request would reach the sender. */
export const out = (path: string) => `https://${egressHost}/${path}`
