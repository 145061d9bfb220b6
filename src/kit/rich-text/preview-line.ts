import { parseRichText, plainText } from './parse-rich-text.ts'

/** Characters that nearly every entity in a message stands for. */
const entities = new Map([
  ['amp', '&'], ['lt', '<'], ['gt', '>'], ['quot', '"'], ['apos', "'"], ['#39', "'"], ['nbsp', '\u00A0'], ['euro', '€'],
  ['hellip', '…'], ['ndash', '–'], ['mdash', '—'], ['lsquo', '‘'], ['rsquo', '’'], ['ldquo', '“'], ['rdquo', '”'],
])

/** What each element puts between the words before and after it. A table is for the parser: it holds no more than it may. */
const separators = new Map<string, '' | ' '>()
for (const tag of ['p', 'div', 'br', 'hr', 'ul', 'ol', 'li', 'pre', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']) {
  separators.set(tag, ' ')
}
for (const tag of ['a', 'b', 'strong', 'i', 'em', 'u', 's', 'code', 'span', 'img']) separators.set(tag, '')

const voidTags = new Set(['br', 'hr', 'img'])

const special = /[<&]/g
const startTag = /<([a-z][a-z0-9]*)((?:\s+[a-z][\w-]*="[^"<>]*")*)\s*(\/?)>/iy
const endTag = /<\/([a-z][a-z0-9]*)\s*>/iy
const entity = /&(?:(#39|[a-z]+);|(?=\s))/y
const alternative = /\salt=/i

/** Characters that the parser takes away (see `cleanBody`): an element that holds nothing else is empty, and parts nothing. */
const removed = /[\u0000\u202D\u202E]/

/** White space that is not one space. */
const wideSpace = /[^\S ]\s*| \s+/gu

function matchAt(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index
  return pattern.exec(text)
}

/**
 * The text of a message that holds what nearly all of them hold: well-nested elements of a few kinds and common
 * entities. Everything else is for the parser to judge.
 *
 * @returns null where there is anything else before there is enough
 */
function ordinaryLine(html: string, enough: number): string | null {
  if (removed.test(html)) return null
  const open: { tag: string; contents: number }[] = []
  let contents = 0
  let text = ''
  let end = 0
  for (let full = enough; end < html.length; ) {
    if (text.length >= full) {
      text = text.replace(wideSpace, ' ')
      if (text.length >= enough) break
      // Not after each piece, or a page of white space would be gone through as often as it has pieces.
      full = text.length + enough
    }
    special.lastIndex = end
    const start = special.exec(html)?.index ?? html.length
    const piece = html.slice(end, start)
    text += piece
    if (piece.trim()) contents += 1
    end = start
    if (end === html.length) break
    if (html[end] === '&') {
      const match = matchAt(entity, html, end)
      const character = match && entities.get(match[1] ?? 'amp')
      if (!match || !character) return null
      text += character
      contents += 1
      end += match[0].length
      continue
    }
    const opening = matchAt(startTag, html, end)
    const match = opening ?? matchAt(endTag, html, end)
    const tag = match?.[1]?.toLowerCase() ?? ''
    const separator = separators.get(tag)
    if (!match || separator === undefined) return null
    if (!voidTags.has(tag)) {
      if (opening?.[3]) return null
      const closed = opening ? undefined : open.pop()
      if (opening) open.push({ tag, contents })
      // Elements without contents are not in the tree, and part nothing.
      else if (closed?.tag !== tag || closed.contents === contents) return null
    } else if (!opening || alternative.test(opening[2] ?? '')) return null
    else if (tag !== 'img') contents += 1
    if (!text.endsWith(' ')) text += separator
    end += match[0].length
  }
  return text.replace(wideSpace, ' ').trim()
}

/**
 * The text of a message in one line, as `plainText(parseRichText(html))` gives it, at a fraction of its cost for an
 * ordinary message: a list has fifty of them.
 *
 * @param html as Intercom sends it
 * @param enough how many characters of it are wanted; there may be more, or all of them
 */
export function lineOf(html: string, enough = Infinity): string {
  // A space may be lost at each end.
  return ordinaryLine(html, enough + 2) ?? plainText(parseRichText(html))
}
