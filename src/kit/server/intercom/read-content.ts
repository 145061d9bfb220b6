import { MAX_MESSAGE } from '../../contracts/index.ts'
import { parseRichText, toPlainText, toSafeLink } from '../../rich-text/index.ts'
import { normalizeMessageText } from '../../shared/message-html.ts'
import { type JsonObject, readId, readList, readObject, readText } from './intercom-readers.ts'
import { normalizeLine } from './normalize-text.ts'

const MAX_HTML = 100_000
const MAX_SEARCHED = 2000

const toText = (html: string, max: number) => toPlainText(parseRichText(html.slice(0, max)))

/** Returns the text of a macro, or `null` without one, as in long lists. In HTML, placeholders are elements, which would get lost. */
function readMacroText(macro: JsonObject): string | null {
  const text = readText(macro.body_text)
  const html = readText(macro.body)?.replace(
    /<attribute key="([^"<>]*)"(?: default="([^"<>]*)")?\s*\/?>/g,
    (_, key: string, fallback?: string) => (fallback === undefined ? `{{${key}}}` : `{{${key}|fallback:"${fallback}"}}`),
  )
  if (text === null && html === undefined) return null
  return normalizeMessageText(text ?? toText(html ?? '', MAX_HTML)).slice(0, MAX_MESSAGE)
}

/** Reads a macro, with its audience. */
export function readMacro(macro: JsonObject) {
  const id = readId(macro.id)
  const title = normalizeLine(readText(macro.name))
  const body = readMacroText(macro)
  if (id === null || title === null || body === '') return null
  const teams = Array.isArray(macro.visible_to_team_ids) ? macro.visible_to_team_ids.map(String) : []
  return {
    reply: { id, title, body },
    isInInbox: !Array.isArray(macro.available_on) || macro.available_on.includes('inbox'),
    /** `null` if every teammate may use the macro. Unknown audiences have no team. */
    teams: macro.visible_to === 'everyone' ? null : macro.visible_to === 'specific_teams' ? teams : [],
  }
}

const readCursor = (list: JsonObject) => readText(readObject(readObject(list.pages)?.next)?.starting_after)

/** Reads a page of macros. `null` without a list. */
export function readMacros(list: JsonObject) {
  return Array.isArray(list.data) ? { macros: readList(list.data, readMacro), next: readCursor(list) } : null
}

function readArticle(article: JsonObject) {
  const id = readId(article.id)
  const title = normalizeLine(readText(article.title))
  const url = toSafeLink(article.url)
  // Without an address, an article is in no Help Center.
  if (id === null || title === null || article.state !== 'published' || !url || !/^https?:/.test(url)) return null
  return { id, title, url, internal: false }
}

function readInternalArticle(article: JsonObject) {
  const id = readId(article.id)
  const title = normalizeLine(readText(article.title))
  if (id === null || title === null) return null
  return { article: { id, title, url: null, internal: true }, text: `${title} ${toText(readText(article.body) ?? '', MAX_SEARCHED)}` }
}

/** Reads the result of a search of articles. `null` without a list. */
export function readArticles({ data }: JsonObject) {
  const articles = readObject(data)?.articles
  return Array.isArray(articles) ? readList(articles, readArticle) : null
}

/** Reads a page of internal articles, with the text to search. `null` without a list. */
export function readInternalArticles(list: JsonObject) {
  const articles = readObject(list.data)?.internal_articles
  return Array.isArray(articles) ? { articles: readList(articles, readInternalArticle), next: readCursor(list) } : null
}
