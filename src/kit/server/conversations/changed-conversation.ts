/** What is answered after a conversation was changed. */
import type { ChangedConversation } from '../../contracts/index.ts'
import { redactConversation, isForCustomer } from './redact-for-customer.ts'
import type { IntercomConversation } from '../intercom/intercom-schemas.ts'
import { normalizeConversation } from '../intercom/normalize-conversation.ts'
import { DEADLINE } from '../intercom/intercom-client.ts'

/** More parts than are made while one request lasts. */
const MAX_PARTS = 20

/**
 * Describes a conversation after a change, with the parts of the last seconds, so that those of the change are among them
 * even if a bot wrote after them. Nothing more is requested for it: what was done must not look as if it had failed.
 *
 * @param changed Intercom's response; `null` if the change was made, but the conversation can't be read
 * @param customer contact id of the customer who made the change; `null` for an agent
 */
export function toChangedConversation(changed: IntercomConversation | null, customer: string | null): ChangedConversation {
  if (!changed) return { conversation: null, parts: [] }
  const whole = normalizeConversation(changed, new Map(), customer ? isForCustomer : undefined)
  const seen = customer ? redactConversation(whole, customer) : whole
  const since = (seen.parts.at(-1)?.created_at ?? 0) - DEADLINE / 1000
  // The contract leaves the rest of the thread out.
  return { conversation: seen, parts: seen.parts.filter(({ created_at }) => created_at >= since).slice(-MAX_PARTS) }
}
