/** Who is asking. This file is yours: as it is shipped it lets nobody in. */

/**
 * Somebody who may ask. A customer sees their own conversations only: `userId` is the id that your app knows them by,
 * Intercom's `external_id`. An agent works in the inbox: `adminId` is the id of the teammate in Intercom, digits.
 */
export type Principal = { kind: 'customer'; userId: string } | { kind: 'agent'; adminId: string }

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
