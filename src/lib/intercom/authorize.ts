/** Who is asking. This file is yours: as it is shipped it lets nobody in. */

/**
 * Somebody who may ask. A customer sees their own conversations only: `userId` is the id that your app knows them by,
 * Intercom's `external_id`. An agent works in the inbox: `adminId` is the id of the teammate in Intercom, digits.
 *
 * Of a customer you may also say what Intercom should know and no customer may say of themselves: an `email` that your
 * app has verified (a contact who wrote with it before becomes theirs, with what they wrote), and `attributes`, such as
 * a plan. They are written to the contact by `POST /api/intercom/contacts`.
 */
export type Principal =
  | { kind: 'customer'; userId: string; email?: string; attributes?: Record<string, string | number | boolean | null> }
  | { kind: 'agent'; adminId: string }

/**
 * Says who makes a request. It runs before anything else is done for the request, and everything that the routes hand
 * out depends on it, so take the answer from your session and never from the request's query or body:
 *
 * ```ts
 * const session = await getSession(request.headers)
 * if (!session) return null
 * if (session.user.intercomAdminId) return { kind: 'agent', adminId: session.user.intercomAdminId }
 * return { kind: 'customer', userId: session.user.id }
 * ```
 *
 * @param _request as it arrived, with its cookies and headers
 * @returns who it is, or null for nobody, which is answered with 401; if this throws, the answer is 500
 */
export async function authorize(_request: Request): Promise<Principal | null> {
  return null
}
