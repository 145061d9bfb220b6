/** Every route of the app, for tests that are about all of them. */
import type { Route } from '../../src/lib/intercom/route.ts'

// Import the harness from here: its mocks must be there before a route is loaded.
export * from './harness.ts'

const { routeTable } = await import('../../src/lib/intercom/route-table.ts')

const files = Object.entries(import.meta.glob<Route>('../../src/app/api/**/route.ts'))

/** What each `route.ts` exports, by its file. */
export const modules: Record<string, Route> = Object.fromEntries(
  await Promise.all(files.map(async ([file, load]) => [file, await load()] as const)),
)

/** A row for each method that does something. */
export const table = routeTable(modules)
