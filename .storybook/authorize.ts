/** Replaces `src/lib/intercom/authorize.ts` in Storybook. */
import type { Principal } from 'intercom-v0-kit/server'
import { ApiError } from '../src/kit/server/http/errors.ts'
import { world } from './world.ts'

/** Returns the user that the story signs in with `intercom.signedInAs`, or that a request of its test names. */
export async function authorize(request: Request): Promise<Principal | null> {
  switch (request.headers.get('x-story-user') ?? world.signedInAs) {
    case 'agent':
      return { kind: 'agent', adminId: world.adminId }
    case 'customer':
      return { kind: 'customer', userId: world.userId, attributes: world.attributes }
    case 'stranger':
      throw new ApiError('forbidden')
    default:
      return null
  }
}
