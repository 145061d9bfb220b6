import { allowTrustedOrigin } from './cors.ts'
import { ApiError, toErrorResponse } from './errors.ts'
import { toJsonResponse } from './json-response.ts'
import type { Authorize } from './principal.ts'
import type { RouteDescription, RouteHandler } from './route-handler.ts'
import type { RouteContext } from './with-request-log.ts'

/** The methods that a `route.ts` of Next.js can export. */
export const methods = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** One of {@link methods}. */
export type Method = (typeof methods)[number]

/** The handlers of a route, one for each method that it supports. */
export type RouteHandlers = Partial<Record<Method, RouteHandler>>

/** A handler as Next.js calls it. */
export interface MountedHandler {
  (request: Request, context: Pick<RouteContext, 'params'>): Promise<Response>
  about?: RouteDescription
}

/** The exports of a `route.ts`. */
export type Route = Record<Method, MountedHandler>

function dropBody(handler: RouteHandler): RouteHandler {
  return async (request, context) => {
    const { status, headers } = await handler(request, context)
    return new Response(null, { status, headers })
  }
}

/**
 * Completes the handlers of a route: HEAD is GET without its body, OPTIONS lists the methods, and any other method gets
 * 405 with that list. https://www.rfc-editor.org/rfc/rfc9110#status.405
 */
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
 * Creates the exports of a `route.ts` of your own, with the kit's authorisation, limits and error shape:
 *
 * ```ts
 * export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = createRoute(authorize, {
 *   PATCH: createRouteHandler({ path: '/api/account', allow: ['customer'], body, response }, save),
 * })
 * ```
 *
 * @param authorize identifies the caller
 * @param handlers one for each supported method, made by `createRouteHandler()`
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
