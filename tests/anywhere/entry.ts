/** What is bundled for runtimes other than Node: the cases, the routes and the mocked Intercom, and nothing of Node. */
import type { Route } from '../../src/kit/server/http/route.ts'
import { onLog } from '../../src/kit/server/log.ts'
import { listRoutes } from '../../src/kit/server/http/route-table.ts'
import { buildIntercomRoutes } from '../../src/kit/server/intercom-routes.ts'
import { makeCases, refusals, runCases } from './cases.ts'
import { localDoor } from './local-door.ts'

/** @param routes the exports of the catch-all route */
export async function main(routes: Route): Promise<{ count: number; wrong: string[] }> {
  onLog(() => {})
  const all = [...makeCases(), ...refusals(listRoutes(buildIntercomRoutes()))]
  return { count: all.length, wrong: await runCases(all, localDoor(routes)) }
}
