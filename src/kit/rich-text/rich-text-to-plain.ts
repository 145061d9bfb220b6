import type { RichTextNode } from '../contracts/index.ts'

/** Elements within a line. All others start and end a line. */
export const inlineTags: ReadonlySet<string> = new Set(['b', 'strong', 'i', 'em', 'u', 's', 'code', 'span'])

/** More than in a parsed message. A tree from the network may be endless. */
const maxNodes = 50_000

/** Returns the text of a message in one line, with the alternative text of images. Ignores malformed nodes. */
export function toPlainText(nodes: readonly RichTextNode[]): string {
  const parts: string[] = []
  const waiting: unknown[] = []
  // One by one, last first: spreading a huge array would overflow the stack.
  const pushAll = (list: unknown) => {
    if (Array.isArray(list)) for (let i = list.length - 1; i >= 0; i -= 1) waiting.push(list[i])
  }
  pushAll(nodes)
  for (let visited = 0; waiting.length > 0 && visited < maxNodes; visited += 1) {
    const next = waiting.pop()
    if (typeof next === 'string') parts.push(next)
    if (typeof next !== 'object' || next === null) continue
    const { type, text, alt, tag, children } = next as Record<string, unknown>
    if (type === 'text' && typeof text === 'string') parts.push(text)
    if (type === 'image' && typeof alt === 'string') parts.push(alt)
    if (type !== 'element' && type !== 'link') continue
    const inline = type === 'link' || (typeof tag === 'string' && inlineTags.has(tag))
    if (!inline) {
      parts.push(' ')
      waiting.push(' ')
    }
    pushAll(children)
  }
  const text = parts.join('')
  // Most texts only have single spaces, which is quick to check.
  return (/\s\s|[^\S ]/u.test(text) ? text.replace(/\s+/gu, ' ') : text).trim()
}
