/** How the browser asks one of our routes to change a conversation. */
import { requestJson } from '../../shared/api-client.ts'
import type { ChangedConversation, ConversationAction, MessageBody } from '../../contracts/index.ts'

/** Milliseconds after which an answer is not waited for any more. The routes give up on Intercom long before. */
const PATIENCE = 30_000

/**
 * Posts a change.
 *
 * @param url of the route
 * @param body as its contract has it
 * @param key the `Idempotency-Key`: the same in every try of the same thing
 * @returns how the conversation stands now
 * @throws RequestError
 */
export function postChange(
  url: string,
  body: ConversationAction | MessageBody,
  key: string,
): Promise<ChangedConversation> {
  return requestJson<ChangedConversation>(
    url,
    (answer) => Array.isArray(answer.parts) && (answer.conversation === null || typeof answer.conversation?.id === 'string'),
    {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE),
    },
  )
}
