// app/api/intercom/[...path]/route.ts
import { createIntercomRoutes, type Principal } from 'intercom-v0-kit/server'

async function authorize(request: Request): Promise<Principal | null> {
  const session = await getSession(request.headers)
  if (!session) return null
  if (session.isSupport) return { kind: 'agent', adminId: session.intercomAdminId }
  return { kind: 'customer', userId: session.userId }
}

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = createIntercomRoutes({ authorize })

/** Replace with your own session. This cookie signs in the teammate 7042001 of the mocked Intercom. */
async function getSession(headers: Headers) {
  if (headers.get('cookie') !== 'session=support') return null
  return { userId: 'u1', isSupport: true, intercomAdminId: '7042001' }
}
