import { allowTrustedOrigin } from './cors.ts'
import { ApiError, toErrorResponse } from './errors.ts'
import { toJsonResponse } from './json-response.ts'
import type { Authorize } from './principals.ts'
import type { RouteDescription, RouteHandler } from './route-handler.ts'
import type { RouteContext } from './with-request-log.ts'

export const methods = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** HTTP method of a route. */
export type Method = (typeof methods)[number]

/** Handlers of a route by method. */
export type RouteHandlers = Partial<Record<Method, RouteHandler>>

export interface MountedHandler {
  (request: Request, context: Pick<RouteContext, 'params'>): Promise<Response>
  about?: RouteDescription
}

/** Exports of a `route.ts`. */
export type Route = Record<Method, MountedHandler>

function dropBody(handler: RouteHandler): RouteHandler {
  return async (request, context) => {
    const { status, headers } = await handler(request, context)
    return new Response(null, { status, headers })
  }
}

/** Adds HEAD (GET without body), OPTIONS and 405 to the handlers of a route. */
export function completeMethods(handlers: RouteHandlers): Record<Method, RouteHandler> {
  const { GET } = handlers
  const known: RouteHandlers = { ...(GET && { HEAD: dropBody(GET) }), ...handlers }
  const allow = methods.filter((method) => known[method] || method === 'OPTIONS').join(', ')
  const options: RouteHandler = async () => toJsonResponse(204, undefined, { allow })
  const refuse: RouteHandler = async () =>
    toErrorResponse(new ApiError('method_not_allowed'), crypto.randomUUID(), { allow })
  const entries = methods.map((method) => [method, known[method] ?? (method === 'OPTIONS' ? options : refuse)])
  return Object.fromEntries(entries) as Record<Method, RouteHandler>
}

/**
 * Creates the exports of your own `route.ts`, with the kit's authorization, limits and errors:
 *
 * ```ts
 * export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = createRoute(authorize, {
 *   PATCH: createRouteHandler({ path: '/api/account', allow: ['customer'], body, response }, save),
 * })
 * ```
 */
export function createRoute(authorize: Authorize, handlers: RouteHandlers): Route {
  const complete = completeMethods(handlers)
  const mount = (handler: RouteHandler): MountedHandler =>
    Object.assign(async (request: Request, { params }: Pick<RouteContext, 'params'>) =>
      allowTrustedOrigin(request, await handler(request, { params, authorize })), {
      about: handler.about,
    })
  return Object.fromEntries(methods.map((method) => [method, mount(complete[method])])) as Route
}
