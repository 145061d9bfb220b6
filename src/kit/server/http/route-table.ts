/** All routes in one table, read from the routes themselves, so that nothing has to be kept the same by hand. */
import type { RouteDescription } from './route-handler.ts'
import { READ_LIMIT, WRITE_LIMIT, type RateLimit } from './rate-limit.ts'
import { methods, type Method } from './route.ts'

/** A method of a route. */
export interface RouteRow extends Omit<RouteDescription, 'limit'> {
  method: Method
  status: number
  /** How often one person may ask; nobody counts what Intercom signs. */
  limit: RateLimit | undefined
}

/** Handlers by method, mounted or not. */
type Described = Partial<Record<Method, { about?: RouteDescription }>>

function getRows(path: string, handlers: Described): RouteRow[] {
  const rows = methods.flatMap((method): RouteRow[] => {
    const about = handlers[method]?.about
    if (!about) return []
    const usual = about.allow === 'signature' ? undefined : method === 'GET' ? READ_LIMIT : WRITE_LIMIT
    return [{ ...about, method, status: about.status ?? 200, limit: about.limit ?? usual }]
  })
  const strange = rows.find((row) => row.path !== path)
  if (strange) throw new Error(`The route at ${path} says that its path is ${strange.path}.`)
  if (rows.length === 0) throw new Error(`The route at ${path} describes no method. Make it with createRouteHandler().`)
  return rows
}

/**
 * Lists routes with their descriptions, read from the routes themselves.
 *
 * @param routes handlers by path, as `buildIntercomRoutes()` returns them
 * @returns a row for each supported method, by path, then method
 * @throws Error if a route is not made by `createRouteHandler()`, or its description names another path
 */
export function listRoutes(routes: Record<string, Described>): RouteRow[] {
  const rows = Object.entries(routes).flatMap(([path, handlers]) => getRows(path, handlers))
  return rows.sort((a, b) => (a.path === b.path ? methods.indexOf(a.method) - methods.indexOf(b.method) : a.path < b.path ? -1 : 1))
}
