import { z } from 'zod'
import type { Authorize, Principal } from './principal.ts'
import { contactBodySchema } from '../../contracts/index.ts'
import { countAnonymous } from './anonymous-limit.ts'
import { isDevelopment } from '../environment.ts'
import { ApiError } from './errors.ts'
import { log } from '../log.ts'

const principalSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('customer'), userId: z.string().min(1).max(255), email: z.unknown().optional(), attributes: z.unknown().optional() }),
  z.object({ kind: z.literal('agent'), adminId: z.string().regex(/^[0-9]{1,20}$/) }),
])

const { email: emailSchema } = contactBodySchema.shape
const attributesSchema = contactBodySchema.shape.custom_attributes

const told = new Set<string>()

/** Logs an ignored field once. An invalid field must not lock the user out. */
function tellIgnored(field: string): void {
  if (told.has(field)) return
  told.add(field)
  const reason = `authorize() gave ${field} that Intercom does not take. It is ignored`
  log({ request_id: crypto.randomUUID(), method: 'GET', route: 'authorize', status: 500, duration: 0, code: 'internal', reason })
}

function readEmail(email: unknown): string | undefined {
  if (email === undefined || email === null) return undefined
  const result = emailSchema.safeParse(email)
  if (!result.success) tellIgnored('an email')
  return result.data
}

function readAttributes(attributes: unknown): z.infer<typeof attributesSchema> {
  if (attributes === undefined || attributes === null) return undefined
  const isRecord = typeof attributes === 'object' && !Array.isArray(attributes)
  const entries = isRecord ? Object.entries(attributes) : []
  const valid = entries.filter(([name, value]) => attributesSchema.safeParse({ [name]: value }).success).slice(0, 100)
  if (!isRecord || valid.length < entries.length) tellIgnored('attributes')
  return isRecord ? Object.fromEntries(valid) : undefined
}

/** Throws `unauthorized` if no one is signed in, `internal` if `authorize` returned something other than a principal. */
export async function identify(request: Request, authorize: Authorize): Promise<Principal> {
  const principal: unknown = await authorize(request)
  if (principal === null) {
    await countAnonymous(request)
    throw new ApiError('unauthorized', isDevelopment() ? {
      message:
        'Nobody is signed in, as far as lib/intercom/authorize.ts can tell. As it is shipped it lets nobody in: ' +
        'edit it, so that it says who makes a request.',
    } : {})
  }
  const result = principalSchema.safeParse(principal)
  if (!result.success) {
    const [issue] = result.error.issues
    const reason = `authorize() gave something else than a Principal: ${issue?.path.join('.') ?? ''} ${issue?.message}`
    throw new ApiError('internal', { reason })
  }
  if (result.data.kind === 'agent') return result.data
  const { kind, userId, email: givenEmail, attributes: givenAttributes } = result.data
  const email = readEmail(givenEmail)
  const attributes = readAttributes(givenAttributes)
  return { kind, userId, ...(email && { email }), ...(attributes && { attributes }) }
}

export function isAllowed<Kind extends Principal['kind']>(
  principal: Principal,
  allow: readonly Kind[],
): principal is Extract<Principal, { kind: Kind }> {
  return (allow as readonly string[]).includes(principal.kind)
}

/** Returns an id that is unique among all principals. */
export function getPrincipalId(principal: Principal): string {
  return principal.kind === 'agent' ? `agent:${principal.adminId}` : `customer:${principal.userId}`
}
