/**
 * Mounts the app's routes in the browser: every `route.ts` below `src/app/api`, at the path and by the rules of the
 * Next.js App Router, as MSW handlers.
 */
import { delay, http, HttpResponse, type RequestHandler } from 'msw'
import { world } from './world.ts'

type RouteFunction = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>
type RouteModule = Partial<Record<string, RouteFunction>>

const files = import.meta.glob<RouteModule>('../src/app/api/**/route.ts')

/** Mounts `../src/app/api/intercom/[...path]/route.ts` at `/api/intercom/*`. */
function mountPath(file: string): string {
  return file.replace(/^.*\/src\/app/, '').replace(/\/route\.ts$/, '').replace(/\[\.\.\.\w+\]/, '*')
}

/** A failure shows the id of its request, which is another each time; a picture of it must be the same. */
async function withFixedId(response: Response): Promise<Response> {
  if (response.ok || !response.body) return response
  const id = '"request_id":"5d0c1f6e-3b0a-4c7e-9f21-8a64e2d7b913"'
  return new Response((await response.text()).replace(/"request_id":"[^"]*"/, id), response)
}

async function answer(load: () => Promise<RouteModule>, request: Request) {
  if (world.app === 'never') await delay('infinite')
  if (world.app === 'offline') return HttpResponse.error()
  if (world.app === 'malformed') return HttpResponse.html('<!doctype html><title>Welcome to the hotel network</title>')
  const route = await load()
  const run = route[request.method]
  if (!run) return new Response(null, { status: 405 })
  if (world.stream === 'none' && request.url.endsWith('/api/intercom/live')) return new Response(null, { status: 404 })
  // The request of MSW does not end when the page's does, and no stream may outlive its story.
  const ended = request.headers.get('accept') === 'text/event-stream' ? new Request(request, { signal: world.end.signal }) : request
  return withFixedId(await run(ended, { params: Promise.resolve({}) }))
}

/** A handler for each `route.ts`. */
export const routeHandlers: RequestHandler[] = Object.entries(files).map(([file, load]) =>
  http.all(mountPath(file), ({ request }) => answer(load, request)))
