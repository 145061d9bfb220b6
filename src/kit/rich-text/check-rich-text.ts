import type { RichTextNode, RichTextTag } from '../contracts/index.ts'
import { cleanBody } from '../shared/clean-text.ts'
import { toPlainText } from './rich-text-to-plain.ts'
import { getLinkHost, getHostToShow, toSafeImageUrl, toSafeLink } from './safe-url.ts'

/** Node that is safe to render. Its `key` is unique among its siblings. */
export type CheckedNode =
  | string
  | CheckedElement
  | CheckedLink
  | CheckedImage
  | { type: 'group'; key: string; children: CheckedNode[] }

/** Allowed element, without attributes. */
export interface CheckedElement {
  type: 'element'
  key: string
  tag: RichTextTag
  /** Always empty for `br` and `hr`. */
  children: CheckedNode[]
  /** `auto` for outermost blocks. Blocks inside a list, quote or table inherit the direction. */
  dir: 'auto' | undefined
  /** Whether further indentation would leave no room for text. */
  isDeep: boolean
  isInPre: boolean
  /** Whether it is a long quote that starts folded. A message that only has a quote is not folded. */
  isFolded: boolean
}

/** Link that is safe to follow. */
export interface CheckedLink {
  type: 'link'
  key: string
  href: string
  /** Host, email address or phone number of the link. */
  host: string
  /** Same as `host` if the text of the link names another place; otherwise `null`. */
  place: string | null
  children: CheckedNode[]
}

/** Image that is safe to load. */
export interface CheckedImage {
  type: 'image'
  key: string
  src: string
  host: string
  alt: string
  /** Intrinsic size in pixels, if known and plausible. */
  width: number | undefined
  height: number | undefined
}

/** More than `parseRichText` returns. The rest of a larger tree becomes plain text. */
const MAX_DEPTH = 64
const MAX_NODES = 6000

const MAX_INDENTS = 6

/** Pixels. Larger sizes are ignored. */
const MAX_SIDE = 10_000

/** Characters from which a quote is folded. */
const LONG_QUOTE = 280

const tags: Record<RichTextTag, 'inline' | 'block' | 'part' | 'void'> = {
  b: 'inline', strong: 'inline', i: 'inline', em: 'inline', u: 'inline', s: 'inline', code: 'inline', span: 'inline',
  p: 'block', div: 'block', h1: 'block', h2: 'block', h3: 'block', h4: 'block', h5: 'block', h6: 'block', ul: 'block',
  ol: 'block', pre: 'block', table: 'block', blockquote: 'block', li: 'part', thead: 'part', tbody: 'part', tr: 'part',
  th: 'part', td: 'part', br: 'void', hr: 'void',
}

/** Elements that only hold elements. React warns about white space in them. */
const structures: ReadonlySet<unknown> = new Set(['ul', 'ol', 'table', 'thead', 'tbody', 'tr'])

interface Place {
  depth: number
  indents: number
  isGrouped?: true
  isInLink?: true
  isInPre?: true
  isInQuote?: true
}

type Fields = Record<string, unknown>
const getFields = (node: unknown): Fields => (typeof node === 'object' && node !== null ? (node as Fields) : {})
const toArray = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const toSize = (value: unknown) => (typeof value === 'number' && value >= 1 && value <= MAX_SIDE ? value : undefined)
const toText = (value: unknown) => (typeof value === 'string' ? cleanBody(value) : '')
const getPlainText = (nodes: readonly unknown[]) => toPlainText(nodes as RichTextNode[])
const isTag = (tag: unknown): tag is RichTextTag => typeof tag === 'string' && Object.hasOwn(tags, tag)

function isInline(node: unknown): boolean {
  const { type, tag } = getFields(node)
  return type !== 'element' || tag === 'br' || (isTag(tag) && tags[tag] === 'inline')
}

/** Links can't contain the buttons of images. */
function findImages(nodes: readonly unknown[], depth = 0): unknown[] {
  if (depth > MAX_DEPTH) return []
  return nodes.flatMap((node) => {
    const { type, children } = getFields(node)
    return type === 'image' ? [node] : findImages(toArray(children), depth + 1)
  })
}

/** Wraps inline nodes between blocks, so that loose text gets a direction too. */
function collectLooseText(nodes: readonly unknown[]): unknown[] {
  const blocks: unknown[] = []
  for (const node of nodes) {
    const last = blocks.at(-1)
    if (!isInline(node)) blocks.push(node)
    else if (Array.isArray(last)) last.push(node)
    else blocks.push([node])
  }
  return blocks
}

/**
 * Checks a tree from the network before it renders, and trusts nothing in it. Unknown elements become their children, unsafe
 * links and images become text, malformed nodes disappear, and a tree that is too deep or large ends as plain text.
 */
export function checkRichText(nodes: unknown): CheckedNode[] {
  let left = MAX_NODES
  let length: number | undefined

  function getLength(): number {
    length ??= getPlainText(toArray(nodes)).length
    return length
  }

  function checkAll(list: unknown, place: Place, firstKey = 0): CheckedNode[] {
    const siblings = toArray(list)
    const checked: CheckedNode[] = []
    const inner = { ...place, depth: place.depth + 1 }
    for (const [index, node] of siblings.entries()) {
      left -= 1
      if (left < 0 || place.depth > MAX_DEPTH) {
        checked.push(getPlainText(siblings.slice(index)))
        break
      }
      checked.push(check(getFields(node), inner, String(firstKey + index)))
    }
    return checked
  }

  function check(node: Fields, place: Place, key: string): CheckedNode {
    const { type, text, tag, href, alt, children } = node
    if (type === 'text') return toText(text)
    if (type === 'image') return place.isInLink ? toText(alt) : checkImage(node, key)
    if (type === 'link') return checkLink(href, toArray(children), place, key)
    if (type === 'element' && isTag(tag)) return checkElement(tag, toArray(children), place, key)
    return type === 'element' ? { type: 'group', key, children: checkAll(children, place) } : ''
  }

  function checkImage({ src, alt, width, height }: Fields, key: string): CheckedNode {
    const address = toSafeImageUrl(src)
    if (!address) return toText(alt)
    return {
      type: 'image',
      // A renewed signature is the same image, which stays loaded.
      key: `${key} ${address.split(/[?#]/, 1)[0]}`,
      src: address,
      host: getLinkHost(address),
      alt: toText(alt),
      width: toSize(width),
      height: toSize(height),
    }
  }

  function checkLink(href: unknown, children: readonly unknown[], place: Place, key: string): CheckedNode {
    const address = place.isInLink ? null : toSafeLink(href)
    if (!address) return { type: 'group', key, children: checkAll(children, place) }
    const text = getPlainText(children)
    const host = getLinkHost(address)
    const link: CheckedLink = {
      type: 'link',
      key,
      href: address,
      host,
      place: text ? getHostToShow(text, address) : null,
      children: text ? checkAll(children, { ...place, isInLink: true }) : [host],
    }
    const images = findImages(children)
    if (images.length === 0) return link
    const after: CheckedNode = { type: 'group', key: 'images', children: checkAll(images, place) }
    return { type: 'group', key, children: [link, ' ', after] }
  }

  function checkElement(tag: RichTextTag, all: readonly unknown[], place: Place, key: string): CheckedElement {
    const children = structures.has(tag) ? all.filter((node) => getFields(node)['type'] !== 'text') : all
    const isQuote = tag === 'blockquote'
    const quoted = isQuote && !place.isInQuote && !place.isInLink ? getPlainText(children).length : 0
    const inner = { ...place }
    if (isQuote || tag === 'ul' || tag === 'ol') inner.indents += 1
    if (isQuote) inner.isInQuote = true
    if (tag === 'pre') inner.isInPre = true
    if (inner.indents > place.indents || tag === 'pre' || tag === 'table') inner.isGrouped = true
    return {
      type: 'element',
      key,
      tag,
      children: tags[tag] === 'void' ? [] : checkAll(children, inner),
      dir: tags[tag] === 'block' && !place.isGrouped ? 'auto' : undefined,
      isDeep: place.indents >= MAX_INDENTS,
      isInPre: place.isInPre === true,
      isFolded: quoted > LONG_QUOTE && quoted < getLength(),
    }
  }

  const root: Place = { depth: 0, indents: 0 }
  return collectLooseText(toArray(nodes)).flatMap((block, index) =>
    Array.isArray(block) ? checkElement('div', block, root, String(index)) : checkAll([block], root, index),
  )
}
