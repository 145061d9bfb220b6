/**
 * Asks the kit's own routes what they are, and on the mocked Intercom for what a preview shows. Loaded by `record.ts`
 * alone.
 */
import { buildIntercomRoutes, createIntercomRoutes, listRoutes } from '@/kit/server/index'
import { createIntercom, NOW } from '../../../mocks/index.ts'
import type { RouteLine } from '../../skill/skill.ts'

/** Conversations that a preview has: enough to scroll, and small enough to read. */
const CONVERSATIONS = 12

interface Listed {
  conversations: { id: string; contact: { id: string } | null }[]
}

/** What `record.ts` prints. */
export interface Recorded {
  /** Answers by their path; the list of all conversations under `/api/intercom/conversations`. */
  answers: Record<string, unknown>
  routes: RouteLine[]
}

/** The table of all routes, for a text. */
function describe(): RouteLine[] {
  return listRoutes(buildIntercomRoutes()).map(({ method, path, summary = '', allow }) => ({
    method,
    path,
    summary,
    allow: allow === 'signature' ? 'Intercom, by its signature' : allow.map((kind) => `${kind}s`).join(' and '),
  }))
}

/** Records answers, and describes the routes. */
export async function record(): Promise<Recorded> {
  const intercom = createIntercom({ now: () => NOW })
  globalThis.fetch = intercom.fetch
  process.env.INTERCOM_ACCESS_TOKEN = 'the-mocked-intercom-takes-any'
  const adminId = intercom.workspace.admins[0]!.id
  const { GET } = createIntercomRoutes({ authorize: () => ({ kind: 'agent', adminId }) })
  const answers: Record<string, unknown> = {}
  const ask = async <Answer>(path: string): Promise<Answer> => {
    const response = await GET(new Request(`http://localhost${path}`), { params: Promise.resolve({}) })
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
    const answer = await response.json()
    answers[path.split('?')[0]!] = answer
    return answer
  }
  const { conversations } = await ask<Listed>(`/api/intercom/conversations?state=all&limit=${CONVERSATIONS}`)
  await ask('/api/intercom/admins')
  for (const { id } of conversations) await ask(`/api/intercom/conversations/${id}`)
  for (const contactId of new Set(conversations.flatMap(({ contact }) => contact?.id ?? []))) {
    await ask(`/api/intercom/contacts/${contactId}`)
  }
  return { answers, routes: describe() }
}
