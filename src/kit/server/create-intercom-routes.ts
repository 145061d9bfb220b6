import { buildIntercomRoutes } from './intercom-routes.ts'
import { allowTrustedOrigin } from './http/cors.ts'
import { ApiError, toErrorResponse } from './http/errors.ts'
import type { Authorize } from './http/principals.ts'
import { completeMethods, type Method, methods, type MountedHandler, type Route } from './http/route.ts'
import type { RouteHandler } from './http/route-handler.ts'
import type { NewConversationOptions } from './conversations/start-conversation.ts'
import type { WebhookHandlers } from './live/webhook-events.ts'
import type { EventCatalogue } from './people/event-catalogue.ts'
import { assertSignable } from './people/identity-token.ts'

/** Routes below `/api/intercom/`, by the first segment of their path. */
export type IntercomRouteName =
  | 'admins' | 'contacts' | 'conversations' | 'events' | 'health' | 'identity' | 'live' | 'messages' | 'tags' | 'webhook'

/** Options of {@link createIntercomRoutes}. */
export interface IntercomRoutesOptions {
  /** Identifies the caller of a request. Required, so that no one is let in by mistake. */
  authorize: Authorize
  /** Handlers of Intercom's webhooks, by topic. */
  webhooks?: WebhookHandlers
  /** Attributes that customers may set when they begin a conversation, and whether visitors may begin one. */
  newConversations?: NewConversationOptions
  /**
   * Attributes of the principal that `GET /api/intercom/identity` signs beside its id, email and name. The user can read them.
   *
   * @default none
   */
  signedAttributes?: readonly string[] | undefined
  /**
   * Custom attributes of contacts that agents may change with `PATCH /api/intercom/contacts/[id]`, beside name and phone number.
   *
   * @default none
   */
  editableAttributes?: readonly string[] | undefined
  /** Events that `POST /api/intercom/events` accepts, from `defineEvents`. @default every event */
  events?: EventCatalogue | undefined
  /**
   * Routes to mount; other paths respond with 404. For the Messenger alone, use `['identity', 'events', 'contacts']`.
   *
   * @default all of them
   */
  routes?: readonly IntercomRouteName[]
}

interface MountedRoute {
  parts: string[]
  handlers: Record<Method, RouteHandler>
}

const ROOT = '/api/intercom/'

/** Returns the path's parameters; undefined if the path doesn't match. */
function matchParts(parts: readonly string[], path: readonly string[]): Record<string, string> | undefined {
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

/** Sorts `/conversations/counts` before `/conversations/[id]`. */
function countFixed({ parts }: MountedRoute): number {
  return parts.filter((part) => !part.startsWith('[')).length
}

function mount(path: string, handlers: Parameters<typeof completeMethods>[0]): MountedRoute {
  return { parts: path.slice(ROOT.length).split('/'), handlers: completeMethods(handlers) }
}

function findRoute(table: readonly MountedRoute[], request: Request) {
  const { pathname } = new URL(request.url)
  const start = pathname.indexOf(ROOT)
  if (start < 0) return undefined
  const path = pathname.slice(start + ROOT.length).replace(/\/$/, '').split('/')
  for (const { parts, handlers } of table) {
    const params = matchParts(parts, path)
    if (params) return { handlers, params }
  }
  return undefined
}

/**
 * Creates every route below `/api/intercom/`, for one `app/api/intercom/[...path]/route.ts`:
 *
 * ```ts
 * export const maxDuration = 300 // seconds that a live stream may last
 * export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = createIntercomRoutes({ authorize })
 * ```
 *
 * @throws Error if `authorize` is not a function, `routes` has an unknown name, or `signedAttributes` one that can't be signed
 */
export function createIntercomRoutes({
  authorize, webhooks, newConversations, signedAttributes = [], editableAttributes, events, routes,
}: IntercomRoutesOptions): Route {
  if (typeof authorize !== 'function') {
    throw new Error('createIntercomRoutes() needs `authorize`: a function that returns who makes a request.')
  }
  assertSignable(signedAttributes)
  const all = Object.entries(buildIntercomRoutes(webhooks, { newConversations, signedAttributes, editableAttributes, events })).map(([path, handlers]) => mount(path, handlers))
  const unknown = routes?.find((name) => !all.some(({ parts }) => parts[0] === name))
  if (unknown !== undefined) {
    throw new Error(`createIntercomRoutes() has no route "${unknown}". It has: ${[...new Set(all.map(({ parts }) => parts[0]))].sort().join(', ')}.`)
  }
  const table = all
    .filter(({ parts }) => routes?.includes(parts[0] as IntercomRouteName) ?? true)
    .sort((a, b) => countFixed(b) - countFixed(a))

  const respond = (method: Method): MountedHandler => async (request) => {
    let found: ReturnType<typeof findRoute>
    try {
      found = findRoute(table, request)
    } catch {
      // The path has invalid UTF-8, such as `%E0`.
    }
    if (!found) return toErrorResponse(new ApiError('not_found'), crypto.randomUUID())
    return allowTrustedOrigin(request, await found.handlers[method](request, { params: Promise.resolve(found.params), authorize }))
  }
  return Object.fromEntries(methods.map((method) => [method, respond(method)])) as Route
}
