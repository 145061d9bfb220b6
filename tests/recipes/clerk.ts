import { currentUser } from '@clerk/nextjs/server'
import type { Principal } from 'intercom-v0-kit/server'

/** Clerk: set `intercomAdminId` in the public metadata of agents. Only your server can write it. */
export async function authorize(_request: Request): Promise<Principal | null> {
  const user = await currentUser()
  if (!user) return null
  const { intercomAdminId } = user.publicMetadata
  if (typeof intercomAdminId === 'string') return { kind: 'agent', adminId: intercomAdminId }
  const address = user.primaryEmailAddress
  const isVerified = address?.verification?.status === 'verified'
  return { kind: 'customer', userId: user.id, ...(isVerified && { email: address.emailAddress }) }
}
