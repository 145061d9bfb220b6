/** Replaces `src/lib/intercom/authorize.ts` in Storybook. */
import type { Principal } from 'intercom-v0-kit/server'
import { ApiError } from '../src/kit/server/http/errors.ts'
import { world } from './world.ts'

/** Returns the user that the story signs in with `intercom.signedInAs`. */
export async function authorize(): Promise<Principal | null> {
  switch (world.signedInAs) {
    case 'agent':
      return { kind: 'agent', adminId: world.adminId }
    case 'customer':
      return { kind: 'customer', userId: world.userId, attributes: world.attributes }
    case 'stranger':
      throw new ApiError('forbidden')
    case 'nobody':
      return null
  }
}
