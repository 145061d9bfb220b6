import type { Article, InternalArticle, Macro } from '../types.ts'
import type { Workspace } from '../workspace.ts'
import { type Call, type Endpoint, ok } from './endpoint.ts'
import { invalid, notFound } from './errors.ts'
import { toPlainText } from './html.ts'
import { type Order, pageSizes, paginate } from './paging.ts'

const newestFirst: Order<Article | InternalArticle> = { value: ({ updated_at }) => updated_at, descending: true }
const newestMacroFirst: Order<Macro> = { value: ({ updated_at }) => Date.parse(updated_at) / 1000, descending: true }

/** Whether an article has every word of a phrase. Intercom also finds similar words. */
const hasPhrase = ({ title, body }: Article, phrase: string) =>
  phrase.toLowerCase().split(/\s+/).every((word) => `${title} ${toPlainText(body)}`.toLowerCase().includes(word))

function listMacros({ workspace, query }: Call) {
  const since = query.get('updated_since')
  if (since !== null && !/^\d+$/.test(since)) throw invalid('Invalid updated_since timestamp')
  const macros = workspace.macros.filter(({ updated_at }) => Date.parse(updated_at) / 1000 >= Number(since))
  const { items, pages } = paginate(macros, newestMacroFirst, Object.fromEntries(query), pageSizes.macros)
  const next = pages.next && { starting_after: pages.next.starting_after }
  return ok({ type: 'list', data: items, pages: { type: 'pages', per_page: pages.per_page, next: next ?? null } })
}

/** Whether the admin of the access token sees a macro. */
function isVisible({ admins, viewer_id }: Workspace, { visible_to, visible_to_team_ids }: Macro): boolean {
  const teams = admins.find(({ id }) => id === viewer_id)?.team_ids.map(String)
  return visible_to === 'everyone' || visible_to_team_ids.some((id) => teams?.includes(id))
}

/** One page: the searches have no parameters for others. */
function toSearchResponse(name: 'articles' | 'internal_articles', all: (Article | InternalArticle)[], more: object = {}) {
  const { items, ...page } = paginate(all, newestFirst, {}, pageSizes.articles)
  return ok({ type: 'list', ...page, data: { [name]: items, ...more } })
}

/** Endpoints for saved replies, and for searches of articles. */
export const contentEndpoints: Endpoint[] = [
  { method: 'GET', path: '/macros', since: '2.16', respond: listMacros },
  {
    method: 'GET',
    path: '/macros/{id}',
    since: '2.16',
    respond({ workspace, params }) {
      const macro = workspace.macros.find(({ id }) => id === params.id)
      if (!macro || !isVisible(workspace, macro)) throw notFound('Macro not found')
      return ok(macro)
    },
  },
  {
    method: 'GET',
    path: '/articles/search',
    respond({ workspace, query }) {
      const state = query.get('state') ?? 'all'
      const isWanted = (one: Article) => (state === 'all' || one.state === state) && hasPhrase(one, query.get('phrase') ?? '')
      return toSearchResponse('articles', workspace.articles.filter(isWanted), { highlights: [] })
    },
  },
  {
    method: 'GET',
    path: '/internal_articles/search',
    since: '2.14',
    respond({ workspace, query }) {
      // The mock has no folders.
      return toSearchResponse('internal_articles', query.has('folder_id') ? [] : workspace.internal_articles)
    },
  },
]
