const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Cleans a typed message: removes control characters except tabs, trims, and turns line breaks into `\n`. */
export function normalizeMessageText(text: string): string {
  return text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[^\P{Cc}\t\n]/gu, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .trim()
}

/** Converts a typed message to HTML. Empty lines separate paragraphs. The text is escaped. */
export function toMessageHtml(text: string): string {
  const clean = normalizeMessageText(text)
  if (clean === '') return ''
  return clean
    .replace(/[&<>]/g, (character) => entities[character] ?? '')
    .split(/\n(?:[^\S\n]*\n)+/)
    .map((paragraph) => `<p>${paragraph.replaceAll('\n', '<br>')}</p>`)
    .join('')
}
