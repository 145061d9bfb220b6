/** All routes in one table, read from the routes themselves, so that nothing has to be kept the same by hand. */
import type { RouteDescription } from '@/lib/intercom/handler'
import { READ_LIMIT, WRITE_LIMIT, type RateLimit } from '@/lib/intercom/rate-limit'
import { methods, type Method, type Route } from '@/lib/intercom/route'

/** A method of a route. */
export interface RouteRow extends RouteDescription {
  method: Method
  status: number
  /** How often one person may ask; nobody counts what Intercom signs. */
  limit: RateLimit | undefined
}

/** Where a `route.ts` is mounted: `src/app/api/x/[id]/route.ts` at `/api/x/[id]`. */
function mountOf(file: string): string {
  return file.replace(/^.*\/app\//, '/').replace(/\/route\.tsx?$/, '')
}

function rowsOf(file: string, exports: Partial<Route>): RouteRow[] {
  const rows = methods.flatMap((method): RouteRow[] => {
    const about = exports[method]?.about
    if (!about) return []
    const usual = about.allow === 'signature' ? undefined : method === 'GET' ? READ_LIMIT : WRITE_LIMIT
    return [{ ...about, method, status: about.status ?? 200, limit: about.limit ?? usual }]
  })
  const strange = rows.find(({ path }) => path !== mountOf(file))
  if (strange) throw new Error(`${file} says that its path is ${strange.path}. It must be ${mountOf(file)}.`)
  if (rows.length === 0) throw new Error(`${file} has no method that says what it is. Make it with handle() and route().`)
  return rows
}

/**
 * Makes the table.
 *
 * @param modules what each `route.ts` exports, by its file
 * @returns a row for each method that a route answers with work of its own, by path, then method
 * @throws Error where a route is not made by `handle()`, or is not where it says
 */
export function routeTable(modules: Record<string, Partial<Route>>): RouteRow[] {
  const rows = Object.entries(modules).flatMap(([file, exports]) => rowsOf(file, exports))
  return rows.sort((a, b) => (a.path === b.path ? methods.indexOf(a.method) - methods.indexOf(b.method) : a.path < b.path ? -1 : 1))
}
