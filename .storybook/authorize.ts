/**
 * Stands for `src/lib/intercom/authorize.ts` in Storybook, as a developer's own file does in an app: it says who is
 * signed in, and that is whoever the story says.
 */
import type { Principal } from 'intercom-v0-kit/server'
import { ApiError } from '../src/kit/server/http/errors.ts'
import { world } from './world.ts'

/** Gives the person that the story's `intercom.signedInAs` names; nobody is null, and a stranger is refused. */
export async function authorize(): Promise<Principal | null> {
  switch (world.signedInAs) {
    case 'agent':
      return { kind: 'agent', adminId: world.adminId }
    case 'customer':
      return { kind: 'customer', userId: world.userId }
    case 'stranger':
      throw new ApiError('forbidden')
    case 'nobody':
      return null
  }
}
