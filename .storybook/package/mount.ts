/** All routes of the npm package behind one catch-all `route.ts`. */
import { ApiError, errorResponse } from '@/kit/server/http/errors'
import { methods, type Method, type Route } from '@/kit/server/http/route'
import type { onWebhook } from '@/kit/server/live/webhook-events'
import { answerFor, type Authorize } from './authorize.ts'
import { webhookHandlers } from './webhook-handlers.ts'

/** What an app says of its routes. */
export interface IntercomRoutesOptions {
  /** Says who makes a request. There is no default, so that nobody is let in by mistake. */
  authorize: Authorize
  /** What to do when Intercom tells of something, by topic. */
  webhooks?: Parameters<typeof onWebhook>[0]
}

interface Mounted {
  parts: string[]
  route: Route
}

const ROOT = '/api/intercom/'

function mounted(route: Route): Mounted {
  const path = methods.map((method) => route[method].about?.path).find((each) => each !== undefined)
  if (!path?.startsWith(ROOT)) throw new Error(`A route of the package says that it is at ${path}, which is not below ${ROOT}`)
  return { parts: path.slice(ROOT.length).split('/'), route }
}

/** The values of `[id]` and its like, or undefined where the path is another one. */
function match(parts: readonly string[], path: readonly string[]): Record<string, string> | undefined {
  if (parts.length !== path.length) return undefined
  const params: Record<string, string> = {}
  for (const [index, part] of parts.entries()) {
    const value = path[index]!
    const name = /^\[(\w+)\]$/.exec(part)?.[1]
    if (!name && part !== value) return undefined
    if (name) params[name] = decodeURIComponent(value)
  }
  return params
}

/** How many parts of a path are fixed: `/conversations/search` comes before `/conversations/[id]`. */
function fixed({ parts }: Mounted): number {
  return parts.filter((part) => !part.startsWith('[')).length
}

function find(table: readonly Mounted[], request: Request) {
  const { pathname } = new URL(request.url)
  const start = pathname.indexOf(ROOT)
  if (start < 0) return undefined
  const path = pathname.slice(start + ROOT.length).replace(/\/$/, '').split('/')
  for (const { parts, route } of table) {
    const params = match(parts, path)
    if (params) return { route, params }
  }
  return undefined
}

/**
 * Makes the function that mounts routes.
 *
 * @param routes what each `route.ts` exports
 * @throws Error where a route is not made by `handle()`, or is not below `/api/intercom/`
 */
export function mountRoutes(routes: readonly Route[]): (options: IntercomRoutesOptions) => Route {
  const table = routes.map(mounted).sort((a, b) => fixed(b) - fixed(a))
  return ({ authorize, webhooks }) => {
    Object.assign(webhookHandlers, webhooks)
    const answer = (method: Method): Route[Method] => async (request) => {
      let found: ReturnType<typeof find>
      try {
        found = find(table, request)
      } catch {
        // A part of the path that is no text: `%E0`.
      }
      if (!found) return errorResponse(new ApiError('not_found'), crypto.randomUUID())
      answerFor(request, authorize)
      return found.route[method](request, { params: Promise.resolve(found.params) })
    }
    return Object.fromEntries(methods.map((method) => [method, answer(method)])) as Route
  }
}
