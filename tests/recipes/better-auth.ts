import { auth } from '@/lib/auth'
import type { Principal } from 'intercom-v0-kit/server'

/** Better Auth: define `intercomAdminId` as an additional user field with `input: false`, so that users can't set it. */
export async function authorize(request: Request): Promise<Principal | null> {
  const session = await auth.api.getSession({ headers: request.headers })
  if (!session) return null
  const { id, email, emailVerified, intercomAdminId } = session.user
  if (intercomAdminId) return { kind: 'agent', adminId: intercomAdminId }
  return { kind: 'customer', userId: id, ...(emailVerified && { email }) }
}
