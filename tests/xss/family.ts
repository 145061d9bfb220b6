/** A family of hostile messages, each a function of the call that its payload makes. */
export type Family = (call: string) => string[]

/** Where a message would load something from. Nothing answers there. */
export const egressHost = 'egress.invalid'

/** A class, an id and a name that only hostile messages have: none may be left in what is shown. */
export const marker = 'pwned'

/** An address that somebody would learn of, were it loaded. */
export const out = (path: string) => `https://${egressHost}/${path}`
