import { Parser } from 'htmlparser2'

const BLOCKS = new Set([
  'p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'ul', 'ol', 'blockquote', 'pre', 'table', 'tr', 'hr', 'br',
])
const SILENT = new Set(['script', 'style', 'head', 'title', 'noscript', 'template'])

/**
 * The text of an HTML body, as `display_as=plaintext` gives it: a line for each block, `[Image "address"]` for a
 * picture, nothing of scripts and styles.
 */
export function plainText(html: string): string {
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

/** Writes text so that it reads the same as HTML. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Plain text as Intercom keeps it: a paragraph for each block of lines. */
export function textToHtml(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((block) => `<p>${escapeHtml(block).replaceAll('\n', '<br>')}</p>`)
    .join('\n')
}

const REFUSED = /<(script|style|form|input|textarea|select|button|object|embed)\b[\s\S]*?(<\/\1\s*>|$)/gi
const WRAPPERS = /<\/?(html|body|head)\b[^>]*>/gi

/**
 * A body as Intercom keeps what a teammate sent: without document wrappers and the elements that it drops on input,
 * and in a paragraph where it was bare text.
 */
export function cleanBody(html: string): string {
  const cleaned = html.replace(REFUSED, '').replace(WRAPPERS, '').trim()
  if (cleaned === '' || cleaned.startsWith('<')) return cleaned
  return `<p>${cleaned.replaceAll('\n', '<br>')}</p>`
}
