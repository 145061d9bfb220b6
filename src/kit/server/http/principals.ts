/** Who is asking: what `authorize` said, checked. */
import { z } from 'zod'
import type { Authorize, Principal } from './principal.ts'
import { attributeValueSchema } from '../../contracts/index.ts'
import { isDevelopment } from '../environment.ts'
import { ApiError } from './errors.ts'

const principalSchema: z.ZodType<Principal> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('customer'),
    userId: z.string().min(1).max(255),
    email: z.email().optional(),
    attributes: z.record(z.string(), attributeValueSchema).optional(),
  }),
  z.object({ kind: z.literal('agent'), adminId: z.string().regex(/^[0-9]{1,20}$/) }),
])

/**
 * Identifies the caller of a request.
 *
 * @throws ApiError `unauthorized` for nobody, `internal` where `authorize` gave something else than a principal
 */
export async function identify(request: Request, authorize: Authorize): Promise<Principal> {
  const principal = await authorize(request)
  if (principal === null) {
    throw new ApiError('unauthorized', isDevelopment() ? {
      message:
        'Nobody is signed in, as far as lib/intercom/authorize.ts can tell. As it is shipped it lets nobody in: ' +
        'edit it, so that it says who makes a request.',
    } : {})
  }
  const result = principalSchema.safeParse(principal)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const reason = `authorize() gave something else than a Principal: ${issue?.path.join('.') ?? ''} ${issue?.message}`
  throw new ApiError('internal', { reason })
}

/** Whether somebody is of a kind that may ask. */
export function isAllowed<Kind extends Principal['kind']>(
  principal: Principal,
  allow: readonly Kind[],
): principal is Extract<Principal, { kind: Kind }> {
  return (allow as readonly string[]).includes(principal.kind)
}

/** A name for somebody, the same in each request, and nobody else's. */
export function principalId(principal: Principal): string {
  return principal.kind === 'agent' ? `agent:${principal.adminId}` : `customer:${principal.userId}`
}
