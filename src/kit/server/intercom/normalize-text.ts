import { cleanText } from '../../shared/clean-text.ts'
import { parseRichText, toPlainText } from '../../rich-text/index.ts'

const MAX_LINE = 500
const MAX_SUBJECT = 200
const MAX_PREVIEW = 100
const MAX_PREVIEW_UNDER_TITLE = 80

/** Characters of HTML to parse for a preview. Emails can start with a long style sheet, hence the second try. */
const SHORT_SOURCE = 2000
const MAX_SOURCE = 20_000

/** Characters that a cut at the end can spoil, such as half an entity. */
const SPOILED = 40

const toLine = (html: string) => toPlainText(parseRichText(html))

/** Decodes HTML entities (`O&#39;Neill`). Names have no markup, so `<` stays `<`. */
function decodeEntities(text: string): string {
  return text.includes('&') ? toLine(text.replaceAll('<', '&lt;')) : text
}

export function normalizeLine(text: string | null): string | null {
  return (text && cleanText(decodeEntities(text), MAX_LINE)) || null
}

function getPreview(html: string | null, max: number): string {
  if (!html) return ''
  const line = toLine(html.slice(0, SHORT_SOURCE))
  const text = cleanText(line, max - 1)
  const isEnough = html.length <= SHORT_SOURCE || (text.endsWith('…') && line.length > max + SPOILED)
  return isEnough ? text : cleanText(toLine(html.slice(0, MAX_SOURCE)), max - 1)
}

export function normalizeSubject(html: string | null): string | null {
  return getPreview(html, MAX_SUBJECT) || null
}

export function normalizePreview(html: string | null, isUnderTitle = false): string {
  return getPreview(html, isUnderTitle ? MAX_PREVIEW_UNDER_TITLE : MAX_PREVIEW)
}
