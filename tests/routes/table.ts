/** Lists every route of the app, for tests of all routes. */
// Import the harness from here: its mocks must load before the routes.
export * from './harness.ts'

const { listRoutes } = await import('../../src/kit/server/http/route-table.ts')
const { buildIntercomRoutes } = await import('../../src/kit/server/intercom-routes.ts')

/** Exports of each `route.ts` by path. */
const own = {
  '/api/account': await import('@/app/api/account/route'),
  '/api/stripe/checkout': await import('@/app/api/stripe/checkout/route'),
}
const intercom = await import('@/app/api/intercom/[...path]/route')

/** Rows by route and method. */
export const table = listRoutes({ ...buildIntercomRoutes(), ...own })

/** Finds the module behind a path. */
export function getModule(path: string) {
  return path in own ? own[path as keyof typeof own] : intercom
}
