import type { RouteDescription } from './route-handler.ts'
import { READ_LIMIT, WRITE_LIMIT, type RateLimit } from './rate-limit.ts'
import { methods, type Method } from './route.ts'

/** Method of a route with its description. */
export interface RouteRow extends Omit<RouteDescription, 'limit'> {
  method: Method
  status: number
  /** Requests per caller; undefined for webhooks. */
  limit: RateLimit | undefined
}

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

/** Lists routes with their descriptions, by path and method. Throws if a route is not made by `createRouteHandler()`. */
export function listRoutes(routes: Record<string, Described>): RouteRow[] {
  const rows = Object.entries(routes).flatMap(([path, handlers]) => getRows(path, handlers))
  return rows.sort((a, b) => (a.path === b.path ? methods.indexOf(a.method) - methods.indexOf(b.method) : a.path < b.path ? -1 : 1))
}
