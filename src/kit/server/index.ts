/**
 * The server half of the kit: every route below `/api/intercom/`, and the parts to build routes of your own. Runs on Node,
 * on the edge and in a browser: `Request` in, `Response` out.
 */
export { createIntercomRoutes, type IntercomRouteName, type IntercomRoutesOptions } from './create-intercom-routes.ts'
export { checkHealth } from './health.ts'
export { ApiError } from './http/errors.ts'
export { describeRoutes } from './http/openapi.ts'
export { MAX_BODY } from './http/request-input.ts'
export type { Authorize, Principal } from './http/principal.ts'
export { createRoute, type Method, type Route, type RouteHandlers } from './http/route.ts'
export { createRouteHandler, type RouteCall, type RouteHandler, type RouteOptions } from './http/route-handler.ts'
export { listRoutes, type RouteRow } from './http/route-table.ts'
export { buildIntercomRoutes } from './intercom-routes.ts'
export { createIntercomClient, type IntercomClient } from './intercom/intercom-client.ts'
export { createWebhookRoute } from './live/webhook.ts'
export { onWebhook, type WebhookEvent, type WebhookHandlers } from './live/webhook-events.ts'
export { type LogEntry, onLog } from './log.ts'
export { readStripeSettings } from './people/checkout-settings.ts'
export { issueIdentity } from './people/identity-token.ts'
export { readIdentitySecrets } from './settings.ts'
export { digestOf } from './sha256.ts'
export { type Store, setStore } from './stores/kv-store.ts'
