/** What is bundled for runtimes other than Node: the cases, the routes and the mocked Intercom, and nothing of Node. */
import type { Route } from '../../src/lib/intercom/route.ts'
import { onLog } from '../../src/lib/intercom/log.ts'
import { routeTable } from '../../src/lib/intercom/route-table.ts'
import { makeCases, refusals, runCases } from './cases.ts'
import { localDoor } from './local-door.ts'

/** @param modules the routes, which the test lists */
export async function main(modules: Record<string, Route>): Promise<{ count: number; wrong: string[] }> {
  onLog(() => {})
  const all = [...makeCases(), ...refusals(routeTable(modules))]
  return { count: all.length, wrong: await runCases(all, localDoor(modules)) }
}
