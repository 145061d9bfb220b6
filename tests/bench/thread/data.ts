/** Builds a long conversation, as the kit's route and as Intercom send it. */
import type { Conversation } from '@/kit/contracts/index'
import { intercomConversationSchema } from '@/kit/server/intercom/intercom-schemas'
import { normalizeConversation } from '@/kit/server/intercom/normalize-conversation'
import { addLongConversation, buildWorkspace, createIntercom, NOW } from '../../../mocks/index.ts'

/** A part with its original HTML. */
export interface RawPart {
  id: string
  body: string
  created_at: number
  author: { type: string; name: string | null }
}

/** A thread in both forms, with the same parts. */
export interface ThreadState {
  conversation: Conversation
  raw: RawPart[]
}

/** Builds a conversation with a number of parts. */
export async function buildLongThread(parts: number): Promise<ThreadState> {
  const workspace = buildWorkspace({ now: NOW })
  const { id } = addLongConversation(workspace, parts)
  const intercom = createIntercom({ workspace: () => workspace, token: 'bench' })
  const headers = { authorization: 'Bearer bench', 'intercom-version': '2.14' }
  const answer = await intercom.fetch(`https://api.intercom.io/conversations/${id}`, { headers })
  const sent = (await answer.json()) as { conversation_parts: { conversation_parts: RawPart[] } }
  return {
    conversation: normalizeConversation(intercomConversationSchema.parse(sent), new Map()),
    raw: sent.conversation_parts.conversation_parts.filter(({ body }) => body),
  }
}

/** Appends one message. */
export function withAnother({ conversation, raw }: ThreadState, number: number): ThreadState {
  const part = conversation.parts.findLast(({ kind }) => kind === 'message')!
  const id = `new${number}`
  return {
    conversation: { ...conversation, parts: [...conversation.parts, { ...part, id, created_at: NOW }] },
    raw: [...raw, { ...raw.at(-1)!, id, created_at: NOW }],
  }
}
