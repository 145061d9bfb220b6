import { http, type RequestHandler } from 'msw'
import { answerAsset, assetHosts } from './assets.ts'
import type { Intercom } from './intercom.ts'

/**
 * Intercom's hosts: US, EU and AU.
 * https://developers.intercom.com/docs/build-an-integration/learn-more/rest-apis/making-requests
 */
const API = /^https:\/\/api(\.eu|\.au)?\.intercom\.io\//

/**
 * MSW handlers that answer as Intercom's REST API in all its regions, in the browser and in Node.
 * @param intercom What stands behind them.
 */
export function intercomHandlers(intercom: Pick<Intercom, 'handle'>): RequestHandler[] {
  return [http.all(API, ({ request }) => intercom.handle(request))]
}

/** MSW handlers for the pictures and files that the mocked conversations point to. */
export function intercomAssetHandlers(): RequestHandler[] {
  return assetHosts.map((host) =>
    http.get(`${host}/*`, ({ request }) => answerAsset(new URL(request.url)) ?? new Response(null, { status: 404 })))
}
