import { Parser } from 'htmlparser2'

const BLOCKS = new Set([
  'p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'ul', 'ol', 'blockquote', 'pre', 'table', 'tr', 'hr', 'br',
])
const SILENT = new Set(['script', 'style', 'head', 'title', 'noscript', 'template'])

/** Converts HTML to text like `display_as=plaintext`: one line per block, and `[Image "url"]` for an image. */
export function toPlainText(html: string): string {
  let text = ''
  let silent = 0
  const line = () => {
    if (text !== '' && !text.endsWith('\n')) text += '\n'
  }
  const parser = new Parser({
    onopentag(name, attributes) {
      if (SILENT.has(name)) silent += 1
      if (BLOCKS.has(name)) line()
      if (name === 'img' && silent === 0) text += `[Image "${attributes.src ?? ''}"]`
    },
    ontext(part) {
      if (silent === 0) text += part
    },
    onclosetag(name) {
      if (SILENT.has(name)) silent -= 1
      if (BLOCKS.has(name)) line()
    },
  })
  parser.end(html)
  return text.trim()
}

/** Escapes text for HTML. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Converts plain text to paragraphs, as Intercom stores it. */
export function textToHtml(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((block) => `<p>${escapeHtml(block).replaceAll('\n', '<br>')}</p>`)
    .join('\n')
}

const REFUSED = /<(script|style|form|input|textarea|select|button|object|embed)\b[\s\S]*?(<\/\1\s*>|$)/gi
const WRAPPERS = /<\/?(html|body|head)\b[^>]*>/gi

/** Cleans an HTML body like Intercom does: removes unsafe elements and wrappers, and puts bare text in a paragraph. */
export function cleanBody(html: string): string {
  const cleaned = html.replace(REFUSED, '').replace(WRAPPERS, '').trim()
  if (cleaned === '' || cleaned.startsWith('<')) return cleaned
  return `<p>${cleaned.replaceAll('\n', '<br>')}</p>`
}
