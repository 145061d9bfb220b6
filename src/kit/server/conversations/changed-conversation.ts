/** What is answered after a conversation was changed. */
import type { ChangedConversation } from '../../contracts/index.ts'
import { conversationForCustomer } from './redact-for-customer.ts'
import type { IntercomConversation } from '../intercom/intercom-schemas.ts'
import { normalizeConversation } from '../intercom/normalize-conversation.ts'
import { DEADLINE } from '../intercom/intercom-client.ts'

/** More parts than are made while one request lasts. */
const MAX_PARTS = 20

/**
 * How a conversation stands after a change, with the parts of its last seconds: no more of them than a request may take,
 * so that those which the change has made are there, whatever a bot said after them. Nothing more is asked of Intercom
 * for it: what was done is done, and must not look as if it had failed.
 *
 * @param changed as Intercom answered
 * @param customer the contact that the customer is who changed it; null for an agent
 */
export function changedConversation(changed: IntercomConversation, customer: string | null): ChangedConversation {
  const whole = normalizeConversation(changed, new Map())
  const seen = customer ? conversationForCustomer(whole, customer) : whole
  const since = (seen.parts.at(-1)?.created_at ?? 0) - DEADLINE / 1000
  // The contract leaves the rest of the thread out.
  return { conversation: seen, parts: seen.parts.filter(({ created_at }) => created_at >= since).slice(-MAX_PARTS) }
}
