import type { Principal } from 'intercom-v0-kit/server'

/**
 * Identifies the caller of a request. Edit this file: as shipped it lets no one in.
 *
 * Every route trusts the result, so read your session and never the request's query or body:
 *
 * ```ts
 * const session = await getSession(request.headers)
 * if (!session) return null
 * if (session.user.intercomAdminId) return { kind: 'agent', adminId: session.user.intercomAdminId }
 * return { kind: 'customer', userId: session.user.id, name: session.user.name, attributes: { plan: session.user.plan } }
 * ```
 *
 * Add `email` only if your app has verified it.
 *
 * @returns the principal, or `null` if no one is signed in (401)
 */
export async function authorize(_request: Request): Promise<Principal | null> {
  return null
}
