/** Replaces `src/lib/intercom/authorize.ts` in the instances: an agent is always signed in. */
import type { Principal } from 'intercom-v0-kit/server'

/** Returns the first admin of the mocked workspace. */
export async function authorize(): Promise<Principal | null> {
  return { kind: 'agent', adminId: '7042001' }
}
