/** Texts of Intercom that are not messages: names, titles, file names. They become plain text that disturbs nothing. */
import { cleanText } from '../../shared/clean-text.ts'
import { parseRichText, toPlainText } from '../../rich-text/index.ts'

/** The most characters of a name or a title. */
const MAX_LINE = 500

/** The most characters of an e-mail's subject. */
const MAX_SUBJECT = 200

/** The most characters of a list's preview: two lines of a narrow column, or one of a wide one. */
const MAX_PREVIEW = 100

/** The most characters of it under a title, which leaves it one line of a narrow column, or most of one in a wide one. */
const MAX_PREVIEW_UNDER_TITLE = 80

/** Characters of HTML to read for a beginning: first a few, then more, since an e-mail can begin with a long style sheet. */
const SHORT_SOURCE = 2000
const MAX_SOURCE = 20_000

/** Characters of text that the end of a cut source may spoil, such as half an entity. */
const SPOILED = 40

const toLine = (html: string) => toPlainText(parseRichText(html))

/** Intercom sends some names with HTML entities (`O&#39;Neill`). They hold no markup: a `<` is a `<`. */
function decodeEntities(text: string): string {
  return text.includes('&') ? toLine(text.replaceAll('<', '&lt;')) : text
}

/**
 * A name, a title, a file name.
 *
 * @param text as Intercom sends it
 * @returns one line without HTML entities, control and direction characters; null where nothing is left of it
 */
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

/**
 * The subject of an e-mail.
 *
 * @param html as Intercom sends it
 * @returns plain text of at most 200 characters; null where nothing is left of it
 */
export function normalizeSubject(html: string | null): string | null {
  return getPreview(html, MAX_SUBJECT) || null
}

/**
 * Reads the beginning of a message.
 *
 * @param isUnderTitle whether the row also has a title
 * @returns plain text of at most 100 characters; 80 under a title
 */
export function normalizePreview(html: string | null, isUnderTitle = false): string {
  return getPreview(html, isUnderTitle ? MAX_PREVIEW_UNDER_TITLE : MAX_PREVIEW)
}
