/**
 * Caller of a request. A customer sees their own conversations only: `userId` is the id that your app knows them by,
 * Intercom's `external_id`. An agent works in the inbox: `adminId` is the teammate's id in Intercom, digits.
 *
 * For a customer you may also state what Intercom should know and customers may not claim of themselves: an `email` that
 * your app has verified (a contact who wrote with it before becomes theirs, with its conversations), and `attributes`,
 * such as a plan. `POST /api/intercom/contacts` writes them to the contact.
 */
export type Principal =
  | { kind: 'customer'; userId: string; email?: string; attributes?: Record<string, string | number | boolean | null> }
  | { kind: 'agent'; adminId: string }

/**
 * Identifies the caller of a request. It runs before anything else, and everything that the routes hand out depends on
 * it, so read your session and never the request's query or body.
 *
 * @param request as it arrived, with its cookies and headers
 * @returns the principal, or `null` if no one is signed in (answered with 401); if it throws, the response is 500
 */
export type Authorize = (request: Request) => Promise<Principal | null> | Principal | null
