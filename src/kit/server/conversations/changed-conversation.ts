import type { ChangedConversation } from '../../contracts/index.ts'
import { redactConversation, isForCustomer } from './redact-for-customer.ts'
import type { IntercomConversation } from '../intercom/intercom-schemas.ts'
import { normalizeConversation } from '../intercom/normalize-conversation.ts'
import { DEADLINE } from '../intercom/intercom-client.ts'

/** More parts than one request creates. */
const MAX_PARTS = 20

/**
 * Converts a changed conversation without another request, whose failure would hide that the change succeeded. Keeps the parts
 * of the last seconds, because a bot may write after the change. `customer` is the contact id of a customer; `null` for an
 * agent.
 */
export function toChangedConversation(changed: IntercomConversation | null, customer: string | null): ChangedConversation {
  if (!changed) return { conversation: null, parts: [] }
  const whole = normalizeConversation(changed, new Map(), customer ? isForCustomer : undefined)
  const seen = customer ? redactConversation(whole, customer) : whole
  const since = (seen.parts.at(-1)?.created_at ?? 0) - DEADLINE / 1000
  return { conversation: seen, parts: seen.parts.filter(({ created_at }) => created_at >= since).slice(-MAX_PARTS) }
}
