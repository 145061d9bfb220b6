/** Mounts every `route.ts` below `src/app/api` as an MSW handler, at the path that Next.js gives it. */
import { delay, http, HttpResponse, type RequestHandler } from 'msw'
import { world } from './world.ts'

type RouteFunction = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>
type RouteModule = Partial<Record<string, RouteFunction>>

const files = import.meta.glob<RouteModule>('../src/app/api/**/route.ts')

/** Loads all routes, which otherwise load with their first request. */
export async function loadRoutes(): Promise<void> {
  await Promise.all(Object.values(files).map((load) => load()))
}

/** Returns the path of a route file: `/api/intercom/*` for `../src/app/api/intercom/[...path]/route.ts`. */
function toMountPath(file: string): string {
  return file.replace(/^.*\/src\/app/, '').replace(/\/route\.ts$/, '').replace(/\[\.\.\.\w+\]/, '*')
}

/** Replaces the random request id of an error, so that screenshots stay the same. */
async function withFixedId(response: Response): Promise<Response> {
  if (response.ok || !response.body) return response
  const id = '"request_id":"5d0c1f6e-3b0a-4c7e-9f21-8a64e2d7b913"'
  return new Response((await response.text()).replace(/"request_id":"[^"]*"/, id), response)
}

async function runRoute(load: () => Promise<RouteModule>, request: Request) {
  if (world.app === 'never') await delay('infinite')
  if (world.app === 'offline') return HttpResponse.error()
  if (world.app === 'malformed') return HttpResponse.html('<!doctype html><title>Welcome to the hotel network</title>')
  const route = await load()
  const run = route[request.method]
  if (!run) return new Response(null, { status: 405 })
  if (world.stream === 'none' && request.url.endsWith('/api/intercom/live')) return new Response(null, { status: 404 })
  // MSW does not abort the request when the page does, so end streams with the story.
  const ended = request.headers.get('accept') === 'text/event-stream' ? new Request(request, { signal: world.end.signal }) : request
  return withFixedId(await run(ended, { params: Promise.resolve({}) }))
}

async function respond(request: Request): Promise<Response> {
  if (world.delay > 0) await delay(world.delay)
  return world.intercom.handle(request)
}

/** Answers a request of a route to Intercom. Rejects like `fetch` on a network error, and once the request is aborted. */
async function askIntercom(request: Request): Promise<Response> {
  const { signal } = request
  const aborted = new Promise<never>((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason))
  })
  const response = await Promise.race([respond(request), aborted])
  if (response.type === 'error') throw new TypeError('Failed to fetch')
  return response
}

/**
 * Answers in the page what a service worker can't answer, or would only pass back to it:
 * - Requests for the live stream. Safari passes no stream through a service worker, so its stories would poll.
 * - Requests of the routes to Intercom, because the routes run in this page.
 */
export function answerInPage(): void {
  const [load] = Object.entries(files).flatMap(([file, each]) => (toMountPath(file) === '/api/intercom/*' ? [each] : []))
  const { fetch } = window
  window.fetch = async (input, init) => {
    const { pathname, hostname } = new URL(input instanceof Request ? input.url : input, location.href)
    if (/^api\.(?:\w+\.)?intercom\.io$/.test(hostname)) return askIntercom(new Request(input, init))
    if (!load || !pathname.endsWith('/api/intercom/live')) return fetch(input, init)
    const response = await runRoute(load, new Request(input, init))
    if (response.type === 'error') throw new TypeError('Failed to fetch')
    return response
  }
}

export const routeHandlers: RequestHandler[] = Object.entries(files).map(([file, load]) =>
  http.all(toMountPath(file), ({ request }) => runRoute(load, request)))
