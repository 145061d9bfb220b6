/** Texts of Intercom that are not messages: names, titles, file names. They become plain text that disturbs nothing. */
import { cleanText } from '@/lib/intercom/plain-text'
import { parseRichText, plainText } from '@/lib/intercom/rich-text'

/** The most characters of a name or a title. */
const MAX_LINE = 500

/** The most characters of a list's preview. */
const MAX_PREVIEW = 200

/** Characters of HTML that are looked at for it: an e-mail can begin with a long style sheet, and go on for pages. */
const MAX_PREVIEW_SOURCE = 20_000

/** Intercom sends some names with HTML entities (`O&#39;Neill`). They hold no markup: a `<` is a `<`. */
function decodeEntities(text: string): string {
  return text.includes('&') ? plainText(parseRichText(text.replaceAll('<', '&lt;'))) : text
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

/**
 * The beginning of a message.
 *
 * @param html as Intercom sends it
 * @returns plain text of at most 200 characters
 */
export function normalizePreview(html: string | null): string {
  return html ? cleanText(plainText(parseRichText(html.slice(0, MAX_PREVIEW_SOURCE))), MAX_PREVIEW - 1) : ''
}
