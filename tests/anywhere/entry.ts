/** Entry of the bundle for runtimes without Node: the cases, the routes and the mocked Intercom. */
import type { Route } from '../../src/kit/server/http/route.ts'
import { onLog } from '../../src/kit/server/log.ts'
import { listRoutes } from '../../src/kit/server/http/route-table.ts'
import { buildIntercomRoutes } from '../../src/kit/server/intercom-routes.ts'
import { makeCases, buildRefusals, runCases } from './cases.ts'
import { createLocalDoor } from './local-door.ts'

/**
 * Runs all cases.
 * @param routes exports of the catch-all route
 */
export async function main(routes: Route): Promise<{ count: number; wrong: string[] }> {
  onLog(() => {})
  const all = [...makeCases(), ...buildRefusals(listRoutes(buildIntercomRoutes()))]
  return { count: all.length, wrong: await runCases(all, createLocalDoor(routes)) }
}
