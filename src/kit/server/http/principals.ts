import { z } from 'zod'
import { contactBodySchema } from '../../contracts/index.ts'
import { isDevelopment } from '../environment.ts'
import { ApiError } from './errors.ts'
import { log } from '../log.ts'
import { sha256Hex, sha256HexKept } from '../sha256.ts'
import { getMemoryStore, getStore, type Store } from '../stores/kv-store.ts'

/**
 * Caller of a request. A customer sees only their own conversations: `userId` is your app's id of the user, `external_id` in
 * Intercom. An agent works in the inbox: `adminId` is the teammate's id in Intercom, digits.
 *
 * `email` (only a verified one: it links existing contacts), `name` and `attributes` are saved by `POST /api/intercom/contacts`,
 * and signed by `GET /api/intercom/identity`: all but the attributes that `signedAttributes` doesn't list.
 */
export type Principal =
  | {
    kind: 'customer'
    userId: string
    email?: string
    name?: string
    attributes?: Record<string, string | number | boolean | null>
  }
  | { kind: 'agent'; adminId: string }

/** Caller who isn't signed in, on a route that allows that. `id` is a hash of the IP address. */
export interface Visitor {
  kind: 'visitor'
  id: string
}

export type Caller = Principal | Visitor

/**
 * Identifies the caller of a request. Every route trusts the result, so read your session and never the query or body.
 *
 * @returns the principal, or `null` if no one is signed in (401); if it throws, the response is 500
 */
export type Authorize = (request: Request) => Promise<Principal | null> | Principal | null

const principalSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('customer'), userId: z.string().min(1).max(255), email: z.unknown().optional(), name: z.unknown().optional(),
    attributes: z.unknown().optional(),
  }),
  z.object({ kind: z.literal('agent'), adminId: z.string().regex(/^[0-9]{1,20}$/) }),
])

const { email: emailSchema, name: nameSchema } = contactBodySchema.shape
const attributesSchema = contactBodySchema.shape.custom_attributes

const logged = new Set<string>()

/** Logs an ignored field once. An invalid field must not lock the user out. */
export function logIgnored(field: string): void {
  if (logged.has(field)) return
  logged.add(field)
  const reason = `authorize() returned ${field} that Intercom does not accept. It is ignored`
  log({ request_id: crypto.randomUUID(), method: 'GET', route: 'authorize', status: 500, duration: 0, code: 'internal', reason })
}

function readText(schema: typeof emailSchema | typeof nameSchema, text: unknown, field: string): string | undefined {
  if (text === undefined || text === null) return undefined
  const result = schema.safeParse(text)
  if (!result.success) logIgnored(field)
  return result.data
}

function readAttributes(attributes: unknown): z.infer<typeof attributesSchema> {
  if (attributes === undefined || attributes === null) return undefined
  const isRecord = typeof attributes === 'object' && !Array.isArray(attributes)
  const entries = isRecord ? Object.entries(attributes) : []
  const valid = entries.filter(([name, value]) => attributesSchema.safeParse({ [name]: value }).success).slice(0, 100)
  if (!isRecord || valid.length < entries.length) logIgnored('attributes')
  return isRecord ? Object.fromEntries(valid) : undefined
}

/** Requests per window and IP address. Pages of signed-out visitors make a few. */
export const ANONYMOUS_LIMIT = 300
const WINDOW = 60

/** Returns the client's IP address as the platform's proxy reports it. Without a proxy, all clients share one count. */
function getAddress({ headers }: Request): string {
  return headers.get('x-real-ip') ?? headers.get('x-forwarded-for')?.split(',', 1)[0]?.trim() ?? ''
}

async function countAnonymous(id: string): Promise<void> {
  const now = Date.now() / 1000
  const window = Math.floor(now / WINDOW)
  const key = `anonymous:${id}:${window}`
  const count = (store: Store) => store.increment(key, WINDOW)
  const asked = await Promise.resolve().then(() => count(getStore())).catch(() => count(getMemoryStore()))
  if (asked > ANONYMOUS_LIMIT) throw new ApiError('rate_limited', { retryAfter: Math.max(1, Math.ceil((window + 1) * WINDOW - now)) })
}

/** Header with the caller's hashed id. The browser drops a user's data when it changes. */
export const VIEWER_HEADER = 'x-intercom-viewer'

const viewers = new WeakMap<Request, string>()

/** Names the caller that `identify()` found in a response. Responses to anonymous callers stay unchanged. */
export function setViewer(request: Request, response: Response): Response {
  const viewer = viewers.get(request)
  if (viewer) response.headers.set(VIEWER_HEADER, viewer)
  return response
}

async function identifyViewer(request: Request, principal: Principal): Promise<void> {
  // Without a key, because it must be the same on all instances, also while a secret is being replaced.
  const viewer = (await sha256HexKept(['viewer', getPrincipalId(principal)])).slice(0, 16)
  viewers.set(request, viewer)
  const expected = request.headers.get(VIEWER_HEADER)
  if (expected !== null && expected !== viewer) {
    throw new ApiError('forbidden', { message: 'Another user has signed in since this was written. It was not sent.' })
  }
}

/**
 * Throws `unauthorized` if no one is signed in and visitors aren't allowed, `forbidden` if the request was written by another
 * user, and `internal` if `authorize` returned something other than a principal.
 */
export async function identify(request: Request, authorize: Authorize): Promise<Principal>
export async function identify(request: Request, authorize: Authorize, allowsVisitors: boolean): Promise<Caller>
export async function identify(request: Request, authorize: Authorize, allowsVisitors = false): Promise<Caller> {
  const caller = await readCaller(request, authorize, allowsVisitors)
  if (caller.kind !== 'visitor') await identifyViewer(request, caller)
  return caller
}

async function readCaller(request: Request, authorize: Authorize, allowsVisitors: boolean): Promise<Caller> {
  const principal: unknown = await authorize(request)
  if (principal === null) {
    const id = await sha256Hex(getAddress(request).slice(0, 100))
    await countAnonymous(id)
    // A user whose session has ended must not become a visitor unnoticed.
    if (allowsVisitors && !request.headers.has(VIEWER_HEADER)) return { kind: 'visitor', id }
    throw new ApiError('unauthorized', isDevelopment() ? {
      message:
        'authorize() in lib/intercom/authorize.ts returned no user. As shipped it lets no one in: edit it so that it returns the signed-in user.',
    } : {})
  }
  const result = principalSchema.safeParse(principal)
  if (!result.success) {
    const [issue] = result.error.issues
    const reason = `authorize() returned something other than a Principal: ${issue?.path.join('.') ?? ''} ${issue?.message}`
    throw new ApiError('internal', { reason })
  }
  if (result.data.kind === 'agent') return result.data
  const { kind, userId, ...given } = result.data
  const email = readText(emailSchema, given.email, 'an email')
  const name = readText(nameSchema, given.name, 'a name')
  const attributes = readAttributes(given.attributes)
  return { kind, userId, ...(email && { email }), ...(name && { name }), ...(attributes && { attributes }) }
}

export function isAllowed<Kind extends Caller['kind']>(
  caller: Caller,
  allow: readonly Kind[],
): caller is Extract<Caller, { kind: Kind }> {
  return (allow as readonly string[]).includes(caller.kind)
}

/** Returns an id that is unique among all callers. */
export function getPrincipalId(caller: Caller): string {
  switch (caller.kind) {
    case 'agent':
      return `agent:${caller.adminId}`
    case 'customer':
      return `customer:${caller.userId}`
    case 'visitor':
      return `visitor:${caller.id}`
  }
}
