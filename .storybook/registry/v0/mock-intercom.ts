import { createIntercom, NOW } from 'intercom-v0-kit/mocks'
import { createIntercomRoutes, type Principal } from 'intercom-v0-kit/server'

/** Signed-in user: an agent or a customer. */
export type SignedInAs = Principal['kind']

type Routes = ReturnType<typeof createIntercomRoutes>

/** Responds for routes that apps write themselves. */
async function respondForApp(request: Request): Promise<Response> {
  const body = await request.json()
  if (request.url.endsWith('/api/account')) return Response.json({ account: body })
  return Response.json({ status: 'complete', checkout_id: 'preview', plan: body.plan })
}

let principal: Principal | undefined

/**
 * Handles requests to `/api/…` in the page, with the kit's routes and a mocked Intercom. Previews only: an app has
 * these routes on its server.
 */
export function mockIntercom(as: SignedInAs): void {
  if (typeof window === 'undefined') return
  const isMocked = principal !== undefined
  const intercom = createIntercom({ now: () => NOW })
  const { admins, contacts } = intercom.workspace
  // Avatars would be requested from Intercom.
  for (const person of [...admins, ...contacts]) person.avatar = null
  const userId = contacts.find(({ external_id }) => external_id !== null)?.external_id ?? ''
  principal = as === 'agent' ? { kind: 'agent', adminId: admins[0]?.id ?? '' } : { kind: 'customer', userId }
  if (isMocked) return

  const scope = globalThis as { process?: { env: Record<string, string | undefined> } }
  scope.process ??= { env: {} }
  scope.process.env.INTERCOM_ACCESS_TOKEN = 'the-mocked-intercom-takes-any'
  const routes = createIntercomRoutes({ authorize: () => principal ?? null })
  const { fetch } = window
  window.fetch = async (input, init) => {
    const request = new Request(input, init)
    const { origin, pathname } = new URL(request.url)
    if (origin === 'https://api.intercom.io') return intercom.handle(request)
    if (origin !== window.location.origin || !pathname.startsWith('/api/')) return fetch(input, init)
    if (!pathname.startsWith('/api/intercom/')) return respondForApp(request)
    return routes[request.method as keyof Routes](request, { params: Promise.resolve({}) })
  }
}
