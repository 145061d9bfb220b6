/** A `route.ts` answers to every method: to some with its handlers, to the others with 405 and the list of those. */
import { ApiError, errorResponse } from '@/lib/intercom/errors'
import type { RouteHandler } from '@/lib/intercom/handler'
import { jsonResponse } from '@/lib/intercom/json-response'

/** The methods that a `route.ts` can export in Next.js. */
export const methods = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** One of {@link methods}. */
export type Method = (typeof methods)[number]

/** What a `route.ts` exports. */
export type Route = Record<Method, RouteHandler>

function withoutBody(handler: RouteHandler): RouteHandler {
  return async (request, context) => {
    const { status, headers } = await handler(request, context)
    return new Response(null, { status, headers })
  }
}

/**
 * Makes the exports of a `route.ts`: `export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route({ GET })`.
 * HEAD is GET without its body, and OPTIONS says which methods there are: neither lets another site read anything.
 *
 * https://www.rfc-editor.org/rfc/rfc9110#status.405
 *
 * @param handlers one a method, made by `handle()`
 */
export function route(handlers: Partial<Route>): Route {
  const { GET } = handlers
  const known: Partial<Route> = { ...(GET && { HEAD: withoutBody(GET) }), ...handlers }
  const allow = methods.filter((method) => known[method] || method === 'OPTIONS').join(', ')
  const options: RouteHandler = async () => jsonResponse(204, undefined, { allow })
  const refuse: RouteHandler = async () =>
    errorResponse(new ApiError('method_not_allowed'), crypto.randomUUID(), { allow })
  const entries = methods.map((method) => [method, known[method] ?? (method === 'OPTIONS' ? options : refuse)])
  return Object.fromEntries(entries) as Route
}
