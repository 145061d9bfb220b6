/** What is answered after a conversation was changed. */
import type { ChangedConversation } from '@/lib/intercom/contracts'
import { conversationForCustomer } from '@/lib/intercom/customer-view'
import type { IntercomConversation } from '@/lib/intercom/intercom-schemas'
import { normalizeConversation } from '@/lib/intercom/normalize-conversation'

/** More parts than one change makes. */
const MAX_PARTS = 6

/**
 * How a conversation stands after a change, with the parts of its last second: those that the change has made. Nothing
 * more is asked of Intercom for it: what was done is done, and must not look as if it had failed.
 *
 * @param changed as Intercom answered
 * @param customer the contact that the customer is who changed it; null for an agent
 */
export function changedConversation(changed: IntercomConversation, customer: string | null): ChangedConversation {
  const whole = normalizeConversation(changed, new Map())
  const seen = customer ? conversationForCustomer(whole, customer) : whole
  const last = seen.parts.at(-1)?.created_at
  // The contract leaves the rest of the thread out.
  return { conversation: seen, parts: seen.parts.filter(({ created_at }) => created_at === last).slice(-MAX_PARTS) }
}
