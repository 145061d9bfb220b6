import { auth } from '@/auth'
import type { Principal } from 'intercom-v0-kit/server'

/** Auth.js: add `id` and `intercomAdminId` of your user table to the session in the `jwt` and `session` callbacks. */
export async function authorize(_request: Request): Promise<Principal | null> {
  const session = await auth()
  if (!session?.user.id) return null
  const { id, email, emailVerified, intercomAdminId } = session.user
  if (intercomAdminId) return { kind: 'agent', adminId: intercomAdminId }
  return { kind: 'customer', userId: id, ...(email && emailVerified && { email }) }
}
