/** Texts of Intercom that are not messages: names, titles, file names. They become plain text that disturbs nothing. */
import { cleanText } from '@/lib/intercom/plain-text'
import { lineOf } from '@/lib/intercom/rich-text-line'

/** The most characters of a name or a title. */
const MAX_LINE = 500

/** The most characters of an e-mail's subject. */
const MAX_SUBJECT = 200

/** The most characters of a list's preview: two lines of a narrow column. */
const MAX_PREVIEW = 120

/** Code units of text that hold as many characters: an emoji takes several. */
const UNITS_PER_CHARACTER = 20

/** Characters of HTML that are looked at for them: an e-mail can begin with a long style sheet, and go on for pages. */
const MAX_SOURCE = 20_000

/** Intercom sends some names with HTML entities (`O&#39;Neill`). They hold no markup: a `<` is a `<`. */
function decodeEntities(text: string): string {
  return text.includes('&') ? lineOf(text.replaceAll('<', '&lt;')) : text
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

function beginning(html: string | null, max: number): string {
  if (!html) return ''
  const source = html.slice(0, MAX_SOURCE)
  const enough = 2 * max
  const line = lineOf(source, enough)
  const text = cleanText(line, max - 1)
  // Where characters take many code units, or many of them are not to be seen, it takes more.
  const isAll = line.length < enough / 2
  return isAll || text.endsWith('…') ? text : cleanText(lineOf(source, max * UNITS_PER_CHARACTER), max - 1)
}

/**
 * The subject of an e-mail.
 *
 * @param html as Intercom sends it
 * @returns plain text of at most 200 characters; null where nothing is left of it
 */
export function normalizeSubject(html: string | null): string | null {
  return beginning(html, MAX_SUBJECT) || null
}

/**
 * The beginning of a message.
 *
 * @param html as Intercom sends it
 * @returns plain text of at most 120 characters
 */
export function normalizePreview(html: string | null): string {
  return beginning(html, MAX_PREVIEW)
}
