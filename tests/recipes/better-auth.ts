import { auth } from '@/lib/auth'
import type { Principal } from 'intercom-v0-kit/server'

/**
 * Better Auth: `intercomAdminId` is an additional field of the user with `input: false`,
 * so that nobody gives it to themselves.
 */
export async function authorize(request: Request): Promise<Principal | null> {
  const session = await auth.api.getSession({ headers: request.headers })
  if (!session) return null
  const { id, email, emailVerified, intercomAdminId } = session.user
  if (intercomAdminId) return { kind: 'agent', adminId: intercomAdminId }
  return { kind: 'customer', userId: id, ...(emailVerified && { email }) }
}
