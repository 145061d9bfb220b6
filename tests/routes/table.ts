/** Every route of the app, for tests that are about all of them. */
// Import the harness from here: its mocks must be there before a route is loaded.
export * from './harness.ts'

const { listRoutes } = await import('../../src/kit/server/http/route-table.ts')
const { buildIntercomRoutes } = await import('../../src/kit/server/intercom-routes.ts')

/** The exports of each `route.ts`, by the path that it is mounted at. */
const own = {
  '/api/account': await import('@/app/api/account/route'),
  '/api/stripe/checkout': await import('@/app/api/stripe/checkout/route'),
}
const intercom = await import('@/app/api/intercom/[...path]/route')

/** A row for each supported method. */
export const table = listRoutes({ ...buildIntercomRoutes(), ...own })

/** Finds the module that a path is mounted by. */
export function getModule(path: string) {
  return path in own ? own[path as keyof typeof own] : intercom
}
