/**
 * Caller of a request. A customer sees only their own conversations: `userId` is your app's id of the user, `external_id` in
 * Intercom. An agent works in the inbox: `adminId` is the teammate's id in Intercom, digits.
 *
 * `email` (only a verified one: it links existing contacts) and `attributes` are saved by `POST /api/intercom/contacts`.
 */
export type Principal =
  | { kind: 'customer'; userId: string; email?: string; attributes?: Record<string, string | number | boolean | null> }
  | { kind: 'agent'; adminId: string }

/**
 * Identifies the caller of a request. Every route trusts the result, so read your session and never the query or body.
 *
 * @returns the principal, or `null` if no one is signed in (401); if it throws, the response is 500
 */
export type Authorize = (request: Request) => Promise<Principal | null> | Principal | null
