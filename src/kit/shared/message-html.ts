/** What somebody typed, as Intercom takes it: the HTML of an agent, the text of a customer. */

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/**
 * The text of a message without what nobody types and nobody sees: control characters other than tab and line break,
 * halves of characters, white space around it. Line breaks are `\n`.
 *
 * @param text as it was typed
 * @returns the text; empty where nothing is left
 */
export function messageText(text: string): string {
  return text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[^\P{Cc}\t\n]/gu, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .trim()
}

/**
 * Makes HTML of plain text: an empty line begins a paragraph, any other line a line. Nothing in the text is markup.
 *
 * @param text as it was typed
 * @returns a paragraph or more; empty for a text of nothing
 */
export function messageHtml(text: string): string {
  const clean = messageText(text)
  if (clean === '') return ''
  return clean
    .replace(/[&<>]/g, (character) => entities[character] ?? '')
    .split(/\n(?:[^\S\n]*\n)+/)
    .map((paragraph) => `<p>${paragraph.replaceAll('\n', '<br>')}</p>`)
    .join('')
}
