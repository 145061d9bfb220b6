/**
 * Runs the app's routes against the mocked Intercom with any principal and without waiting between retries, and checks
 * responses and logs for leaks.
 */
import { expect, vi } from 'vitest'
import { createIntercom, type Intercom, type Workspace } from '../../mocks/index.ts'
import type { Principal } from 'intercom-v0-kit/server'
import type { LogEntry } from '../../src/kit/server/log.ts'
import type { Route } from '../../src/kit/server/http/route.ts'

/** Access token of all tests. It must never appear in a response or log. */
export const TOKEN = 'dG9rOmNhbmFyeV8zMWY0_never_to_be_seen'

const app: { authorize: () => unknown } = { authorize: () => null }
const authorizeAsApp = async () => app.authorize() as Principal | null

vi.mock('@/lib/intercom/authorize', () => ({ authorize: async () => app.authorize() }))

/** Requested waits in milliseconds. All resolve at once. */
export const waits: number[] = []

vi.mock('@/kit/server/intercom/retry', async (original) => ({
  ...(await original<typeof import('../../src/kit/server/intercom/retry.ts')>()),
  sleep: async (milliseconds: number) => void waits.push(milliseconds),
}))

const haste: { left: number } = { left: 0 }

vi.mock('@/kit/server/intercom/deadline', async (original) => {
  const { startDeadline } = await original<typeof import('../../src/kit/server/intercom/deadline.ts')>()
  return {
    startDeadline: (milliseconds: number, caller: AbortSignal) =>
      startDeadline((haste.left -= 1) >= 0 ? milliseconds / 200 : milliseconds, caller),
  }
})

/** Expires the deadline of ten seconds at once, for a number of requests, to test faults that never respond in time. */
export function hurry(requests = Infinity): void {
  haste.left = requests
}

const { onLog } = await import('@/kit/server/log')
const { setStore } = await import('@/kit/server/stores/kv-store')
const { createMemoryStore } = await import('@/kit/server/stores/store-memory')
const { buildIntercomRoutes } = await import('@/kit/server/intercom-routes')

/** Lines that the routes logged. */
export const logged: LogEntry[] = []

/** Current mocked Intercom. */
export let intercom: Intercom

/**
 * Resets everything: the workspace, the session, the log and the stores.
 * @param workspace builds Intercom's data. Default: the week of the stories
 */
export function begin(workspace?: () => Workspace): Intercom {
  intercom = createIntercom(workspace ? { workspace, token: TOKEN } : { token: TOKEN })
  signIn(null)
  waits.length = 0
  hurry(0)
  logged.length = 0
  onLog((entry) => void logged.push(entry))
  setStore(createMemoryStore())
  vi.stubGlobal('fetch', vi.fn(intercom.fetch))
  vi.stubEnv('INTERCOM_ACCESS_TOKEN', TOKEN)
  return intercom
}

/** Restores what {@link begin} replaced. */
export function end(): void {
  vi.unstubAllGlobals()
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  onLog(null)
  setStore(null)
}

/** Sets the signed-in user, or none. */
export function signIn(principal: Principal | null): void {
  authorizeWith(() => principal)
}

/** Replaces the app's `authorize`, to test faulty ones. */
export function authorizeWith(authorize: () => unknown): void {
  app.authorize = authorize
}

/** A route with the path to call. */
export interface RouteUnderTest {
  /** Path in the app, as a URL pattern of Next.js. */
  path: string
  /** Finds an existing id for a route that takes one. */
  id?: (workspace: Workspace) => string | undefined
}

/** Routes with GET. */
export const readingRoutes: RouteUnderTest[] = [
  { path: '/api/intercom/conversations' },
  { path: '/api/intercom/conversations/[id]', id: (workspace) => workspace.conversations[0]?.id },
  { path: '/api/intercom/contacts/[id]', id: (workspace) => workspace.contacts[0]?.id },
  { path: '/api/intercom/admins' },
  { path: '/api/intercom/tags' },
]

/** Options of a call. */
export interface Call {
  method?: keyof Route
  /**
   * Id in the path.
   * @default an existing one
   */
  id?: string
  /** Query string without `?`. */
  query?: string
  headers?: Record<string, string>
  body?: string
  signal?: AbortSignal
}

function toRequest({ path }: RouteUnderTest, { method = 'GET', id, query, headers, body, signal }: Call): Request {
  const url = `https://app.example${path.replace('[id]', encodeURIComponent(id ?? ''))}${query === undefined ? '' : `?${query}`}`
  return new Request(url, { method, headers, body, signal })
}

/** Calls a route like Next.js does, through the catch-all. */
export async function call(route: RouteUnderTest, how: Call = {}): Promise<Response> {
  const request = toRequest(route, { id: route.id?.(intercom.workspace), ...how })
  const mounted: Route = await import('@/app/api/intercom/[...path]/route')
  return mounted[how.method ?? 'GET'](request, { params: Promise.resolve({}) })
}

/** Calls a handler directly, with an id that a URL can't contain, such as `..`. */
export function callHandler(route: RouteUnderTest, how: Call & { id: string }): Promise<Response> {
  const handler = buildIntercomRoutes()[route.path]?.[how.method ?? 'GET']
  if (!handler) throw new Error(`${route.path} has no handler for ${how.method ?? 'GET'}.`)
  return handler(toRequest(route, how), { params: Promise.resolve({ id: how.id }), authorize: authorizeAsApp })
}

/** Calls one of {@link readingRoutes} by its path. */
export function get(path: string, how?: Call): Promise<Response> {
  const route = readingRoutes.find((one) => one.path === path)
  if (!route) throw new Error(`The table has no route ${path}.`)
  return call(route, how)
}

/** Checks that a response or the log contains no token, e-mail address, markup or stack. */
export function expectNothingLeaked(text: string): void {
  for (const seen of [text, JSON.stringify(logged)]) {
    expect(seen).not.toContain(TOKEN)
    expect(seen).not.toMatch(/Bearer (?!\[)|<html|<script|[\w.]+@[\w-]+\.\w+/)
  }
  expect(text).not.toMatch(/\bat .+:\d+:\d+/)
}
