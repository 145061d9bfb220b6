/** What an agent typed, as the HTML that Intercom takes. */

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/**
 * Makes HTML of plain text: an empty line begins a paragraph, any other line a line. Nothing in the text is markup.
 *
 * @param text as it was typed
 */
export function messageHtml(text: string): string {
  const paragraphs = text.replace(/\r\n?/g, '\n').trim().split(/\n{2,}/)
  return paragraphs
    .map((paragraph) => paragraph.replace(/[&<>"']/g, (character) => entities[character] ?? ''))
    .map((paragraph) => `<p>${paragraph.replaceAll('\n', '<br>')}</p>`)
    .join('')
}
