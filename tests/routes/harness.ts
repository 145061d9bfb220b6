/**
 * Runs the app's routes against the mocked Intercom: whoever a test says is signed in, no waiting between tries, and
 * a look at everything that leaves, in answers as in the log.
 */
import { expect, vi } from 'vitest'
import { createIntercom, type Intercom, type Workspace } from '../../mocks/index.ts'
import type { Principal } from 'intercom-v0-kit/server'
import type { LogEntry } from '../../src/kit/server/log.ts'
import type { Route } from '../../src/kit/server/http/route.ts'

/** The access token of all tests: where it shows up, it leaked. */
export const TOKEN = 'dG9rOmNhbmFyeV8zMWY0_never_to_be_seen'

const app: { authorize: () => unknown } = { authorize: () => null }
const authorizeAsApp = async () => app.authorize() as Principal | null

vi.mock('@/lib/intercom/authorize', () => ({ authorize: async () => app.authorize() }))

/** The waits that were asked for, in milliseconds; nothing waits for them. */
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

/** Makes the deadline of ten seconds pass at once, for so many requests to come, for faults that never answer in time. */
export function hurry(requests = Infinity): void {
  haste.left = requests
}

const { onLog } = await import('@/kit/server/log')
const { setStore } = await import('@/kit/server/stores/kv-store')
const { createMemoryStore } = await import('@/kit/server/stores/store-memory')
const { buildIntercomRoutes } = await import('@/kit/server/intercom-routes')

/** Every line that the routes logged. */
export const logged: LogEntry[] = []

/** The mocked Intercom that the routes talk to now. */
export let intercom: Intercom

/**
 * Begins anew: a workspace, nobody signed in, an empty log, nothing remembered.
 *
 * @param workspace what is in Intercom; by default the week of the stories
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

/** Ends what {@link begin} began. */
export function end(): void {
  vi.unstubAllGlobals()
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  onLog(null)
  setStore(null)
}

/** Says who is signed in from now on. */
export function signIn(principal: Principal | null): void {
  authorizeWith(() => principal)
}

/** Lets the app's own `authorize` do whatever it should not. */
export function authorizeWith(authorize: () => unknown): void {
  app.authorize = authorize
}

/** A route as the tests call it. */
export interface RouteUnderTest {
  /** Its path in the app, as a URL pattern of Next.js. */
  path: string
  /** Finds an existing id, for a route that takes one. */
  id?: (workspace: Workspace) => string | undefined
}

/** The routes that read. */
export const readingRoutes: RouteUnderTest[] = [
  { path: '/api/intercom/conversations' },
  { path: '/api/intercom/conversations/[id]', id: (workspace) => workspace.conversations[0]?.id },
  { path: '/api/intercom/contacts/[id]', id: (workspace) => workspace.contacts[0]?.id },
  { path: '/api/intercom/admins' },
  { path: '/api/intercom/tags' },
]

/** How a route is called. */
export interface Call {
  method?: keyof Route
  /** The id in its path; by default one that is there. */
  id?: string
  /** The query string, without `?`. */
  query?: string
  headers?: Record<string, string>
  body?: string
  signal?: AbortSignal
}

function toRequest({ path }: RouteUnderTest, { method = 'GET', id, query, headers, body, signal }: Call): Request {
  const url = `https://app.example${path.replace('[id]', encodeURIComponent(id ?? ''))}${query === undefined ? '' : `?${query}`}`
  return new Request(url, { method, headers, body, signal })
}

/** Calls a route as Next.js does, through the catch-all. */
export async function call(route: RouteUnderTest, how: Call = {}): Promise<Response> {
  const request = toRequest(route, { id: route.id?.(intercom.workspace), ...how })
  const mounted: Route = await import('@/app/api/intercom/[...path]/route')
  return mounted[how.method ?? 'GET'](request, { params: Promise.resolve({}) })
}

/** Calls the handler behind the catch-all, with an id that need not survive in a URL, such as `..`. */
export function callHandler(route: RouteUnderTest, how: Call & { id: string }): Promise<Response> {
  const handler = buildIntercomRoutes()[route.path]?.[how.method ?? 'GET']
  if (!handler) throw new Error(`${route.path} has no handler for ${how.method ?? 'GET'}.`)
  return handler(toRequest(route, how), { params: Promise.resolve({ id: how.id }), authorize: authorizeAsApp })
}

/** Calls one of {@link readingRoutes} by its path. */
export function get(path: string, how?: Call): Promise<Response> {
  const route = readingRoutes.find((one) => one.path === path)
  if (!route) throw new Error(`There is no route ${path} in the table.`)
  return call(route, how)
}

/** Fails where an answer or the log holds the token, an e-mail address or markup, or an answer a stack. */
export function expectNothingLeaked(text: string): void {
  for (const seen of [text, JSON.stringify(logged)]) {
    expect(seen).not.toContain(TOKEN)
    expect(seen).not.toMatch(/Bearer (?!\[)|<html|<script|[\w.]+@[\w-]+\.\w+/)
  }
  expect(text).not.toMatch(/\bat .+:\d+:\d+/)
}
