/** Replaces `src/lib/intercom/authorize.ts` outside Storybook: the case chooses the signed-in user. */
import type { Principal } from 'intercom-v0-kit/server'

/** The signed-in user, or `null`. */
export const door: { principal: Principal | null } = { principal: null }

/** Returns the principal of {@link door}. */
export async function authorize(): Promise<Principal | null> {
  return door.principal
}
