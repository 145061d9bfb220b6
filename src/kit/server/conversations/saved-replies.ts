import type { z } from 'zod'
import type { ArticlesResponse, SavedRepliesResponse, SavedReplyResponse } from '../../contracts/index.ts'
import { ApiError } from '../http/errors.ts'
import { hasAbility } from '../intercom/api-versions.ts'
import type { IntercomClient } from '../intercom/intercom-client.ts'
import {
  intercomArticlesSchema, intercomInternalArticlesSchema, intercomMacroSchema, intercomMacrosSchema, intercomTeamListSchema,
} from '../intercom/intercom-schemas.ts'

const MAX_PAGES = 5
const PER_PAGE = '150'

/** Characters of all replies together. */
const MAX_TEXTS = 1_000_000

const getReason = (thrown: unknown) => {
  if (!(thrown instanceof ApiError)) throw thrown
  return thrown.code === 'upstream_forbidden' ? 'permission' as const : 'failure' as const
}

/** Returns the ids of an admin's teams, or the reason why they can't be read. */
async function readTeams(intercom: IntercomClient, adminId: string) {
  try {
    const { teams } = await intercom.get(['teams'], intercomTeamListSchema)
    return teams.filter(({ admin_ids }) => admin_ids.includes(adminId)).map(({ id }) => id)
  } catch (thrown) {
    return getReason(thrown)
  }
}

type Macro = z.output<typeof intercomMacroSchema>

const isVisible = ({ isInInbox, teams }: Macro, own: readonly string[]) => isInInbox && (teams === null || teams.some((id) => own.includes(id)))

async function readAllMacros(intercom: IntercomClient) {
  const all = []
  let cursor: string | null = null
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const query: Record<string, string> = { per_page: PER_PAGE, ...(cursor && { starting_after: cursor }) }
    const { macros, next } = await intercom.get(['macros'], intercomMacrosSchema, query)
    all.push(...macros)
    cursor = next
    if (!cursor) break
  }
  return { macros: all, isComplete: !cursor }
}

/** Lists the macros that an agent may use in the inbox. Intercom knows only the admin of the access token, so teams are checked here. */
export async function listSavedReplies(intercom: IntercomClient, adminId: string): Promise<SavedRepliesResponse> {
  if (!hasAbility(intercom.version, 'macros')) return { replies: null }
  const [{ macros, isComplete }, teams] = await Promise.all([readAllMacros(intercom), readTeams(intercom, adminId)])
  const visible = macros.filter((macro) => isVisible(macro, Array.isArray(teams) ? teams : []))
  let left = MAX_TEXTS
  const replies = visible.map(({ reply }) => reply).filter(({ title, body }) => (left -= title.length + (body?.length ?? 0)) >= 0)
  const isTruncated = !isComplete || replies.length < visible.length
  return { replies, ...(!Array.isArray(teams) && { missing: teams }), ...(isTruncated && { truncated: true }) }
}

/** Reads a macro that the agent may use in the inbox. */
export async function getSavedReply(intercom: IntercomClient, adminId: string, id: string): Promise<SavedReplyResponse> {
  if (!hasAbility(intercom.version, 'macros')) throw new ApiError('not_found')
  const [macro, teams] = await Promise.all([intercom.get(['macros', id], intercomMacroSchema), readTeams(intercom, adminId)])
  const { body, ...reply } = macro.reply
  if (body === null || !isVisible(macro, Array.isArray(teams) ? teams : [])) throw new ApiError('not_found')
  return { ...reply, body }
}

const MAX_FOUND = 10

/** Pages of internal articles per search. */
const MAX_INTERNAL_PAGES = 3

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Finds internal articles with all words. Intercom's search takes no phrase. */
async function findInternalArticles(intercom: IntercomClient, q: string): Promise<ArticlesResponse['articles']> {
  const words = fold(q).split(/\s+/)
  const found = []
  let cursor: string | null = null
  for (let page = 0; page < MAX_INTERNAL_PAGES; page += 1) {
    const query: Record<string, string> = cursor ? { starting_after: cursor } : {}
    const { articles, next } = await intercom.get(['internal_articles', 'search'], intercomInternalArticlesSchema, query)
    found.push(...articles.filter(({ text }) => words.every((word) => fold(text).includes(word))).map(({ article }) => article))
    cursor = next
    if (!cursor) break
  }
  return found.slice(0, MAX_FOUND)
}

/** Finds published and internal articles. Throws only if neither can be searched. */
export async function findArticles(intercom: IntercomClient, q: string): Promise<ArticlesResponse> {
  const query = { phrase: q, state: 'published' }
  const [articles, internal] = await Promise.allSettled([
    intercom.get(['articles', 'search'], intercomArticlesSchema, query),
    hasAbility(intercom.version, 'internalArticles') ? findInternalArticles(intercom, q) : null,
  ])
  if (articles.status === 'rejected' && (internal.status === 'rejected' || internal.value === null)) throw articles.reason
  const missing = {
    ...(articles.status === 'rejected' && { articles: getReason(articles.reason) }),
    ...(internal.status === 'rejected' && { internal_articles: getReason(internal.reason) }),
  }
  return {
    articles: [
      ...(articles.status === 'fulfilled' ? articles.value.slice(0, MAX_FOUND) : []),
      ...(internal.status === 'fulfilled' ? (internal.value ?? []) : []),
    ],
    ...(Object.keys(missing).length > 0 && { missing }),
  }
}
