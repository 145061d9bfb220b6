/** Texts of Intercom that are not messages: names, titles, file names. They become plain text that disturbs nothing. */
import { cleanText } from '../../shared/clean-text.ts'
import { lineOf } from '../../rich-text/index.ts'

/** The most characters of a name or a title. */
const MAX_LINE = 500

/** The most characters of an e-mail's subject. */
const MAX_SUBJECT = 200

/** The most characters of a list's preview: two lines of a narrow column, or one of a wide one. */
const MAX_PREVIEW = 100

/** The most characters of it under a title, which leaves it one line of a narrow column, or most of one in a wide one. */
const MAX_PREVIEW_UNDER_TITLE = 80

/** Code units of text that hold as many characters: an emoji takes several. */
const UNITS_PER_CHARACTER = 20

/** Characters of HTML that are looked at for them: an e-mail can begin with a long style sheet, and go on for pages. */
const MAX_SOURCE = 20_000

/** How many openings of messages are remembered, and of how many characters: a list is fetched again and again. */
const MAX_OPENINGS = 1000
const MAX_OPENING = 4000

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
  const enough = Math.ceil(1.25 * max)
  const line = lineOf(source, enough)
  const text = cleanText(line, max - 1)
  // Where characters take many code units, or many of them are not to be seen, it takes more.
  const isAll = line.length < enough
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

/** Remembers what became of the texts that came last: it depends on nothing but the text. */
function remembering(make: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    if (text.length > MAX_OPENING) return make(text)
    const found = known.get(text)
    if (found !== undefined) return found
    const made = make(text)
    const [oldest] = known.keys()
    if (oldest !== undefined && known.size >= MAX_OPENINGS) known.delete(oldest)
    known.set(text, made)
    return made
  }
}

const preview = remembering((html) => beginning(html, MAX_PREVIEW))
const previewUnderTitle = remembering((html) => beginning(html, MAX_PREVIEW_UNDER_TITLE))

/**
 * The beginning of a message.
 *
 * @param html as Intercom sends it
 * @param isUnderTitle whether it stands under a title
 * @returns plain text of at most 100 characters; 80 under a title
 */
export function normalizePreview(html: string | null, isUnderTitle = false): string {
  if (!html) return ''
  return isUnderTitle ? previewUnderTitle(html) : preview(html)
}
