import { http, type RequestHandler } from 'msw'
import { getAssetResponse, assetHosts } from './assets.ts'
import type { Intercom } from './intercom.ts'

/**
 * API hosts of the US, EU and AU regions.
 * https://developers.intercom.com/docs/build-an-integration/learn-more/rest-apis/making-requests
 */
const API = /^https:\/\/api(\.eu|\.au)?\.intercom\.io\//

/** Creates MSW handlers for Intercom's REST API in every region. */
export function intercomHandlers(intercom: Pick<Intercom, 'handle'>): RequestHandler[] {
  return [http.all(API, ({ request }) => intercom.handle(request))]
}

/** Creates MSW handlers for the avatars and uploads of the mocked data. */
export function intercomAssetHandlers(): RequestHandler[] {
  return assetHosts.map((host) =>
    http.get(`${host}/*`, ({ request }) => getAssetResponse(new URL(request.url)) ?? new Response(null, { status: 404 })))
}
