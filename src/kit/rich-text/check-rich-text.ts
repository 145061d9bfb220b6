import type { RichTextNode, RichTextTag } from '../contracts/index.ts'
import { cleanBody } from '../shared/clean-text.ts'
import { toPlainText } from './rich-text-to-plain.ts'
import { getLinkHost, getHostToShow, toSafeImageUrl, toSafeLink } from './safe-url.ts'

/** A node that is safe to render. Nodes have a `key` that is unique among their siblings; strings need none. */
export type CheckedNode =
  | string
  | CheckedElement
  | CheckedLink
  | CheckedImage
  | { type: 'group'; key: string; children: CheckedNode[] }

/** An element of a message: one of the allowed tags, without attributes. */
export interface CheckedElement {
  type: 'element'
  key: string
  tag: RichTextTag
  /** Empty for `br` and `hr`. */
  children: CheckedNode[]
  /** `auto` for an outermost block. Blocks inside a list, quote or table follow the direction of their container. */
  dir: 'auto' | undefined
  /** Whether it is nested in so many lists and quotes that further indentation would leave no room for text. */
  isDeep: boolean
  /** Whether it is inside a `pre`. */
  isInPre: boolean
  /** Whether it is a long quote that starts folded. A message that is nothing but a quote is not folded. */
  isFolded: boolean
}

/** A link that may be followed. */
export interface CheckedLink {
  type: 'link'
  key: string
  href: string
  /** Host, e-mail address or phone number that the link leads to. */
  host: string
  /** The same, if the link's text names another place; otherwise `null`. */
  place: string | null
  children: CheckedNode[]
}

/** An image that may be loaded. */
export interface CheckedImage {
  type: 'image'
  key: string
  src: string
  host: string
  /** Alternative text; may be empty. */
  alt: string
  /** Intrinsic width in pixels, if known and plausible. */
  width: number | undefined
  /** Intrinsic height in pixels, if known and plausible. */
  height: number | undefined
}

/** More than `parseRichText` returns. A larger tree ends as plain text. */
const MAX_DEPTH = 64
const MAX_NODES = 6000

const MAX_INDENTS = 6

/** Pixels. A larger image is treated as one of unknown size. */
const MAX_SIDE = 10_000

/** Characters from which a quote is folded: more than a sentence or two. */
const LONG_QUOTE = 280

const tags: Record<RichTextTag, 'inline' | 'block' | 'part' | 'void'> = {
  b: 'inline', strong: 'inline', i: 'inline', em: 'inline', u: 'inline', s: 'inline', code: 'inline', span: 'inline',
  p: 'block', div: 'block', h1: 'block', h2: 'block', h3: 'block', h4: 'block', h5: 'block', h6: 'block', ul: 'block',
  ol: 'block', pre: 'block', table: 'block', blockquote: 'block', li: 'part', thead: 'part', tbody: 'part', tr: 'part',
  th: 'part', td: 'part', br: 'void', hr: 'void',
}

/** Hold elements only. Text in them would be white space, and React warns about it. */
const structures: ReadonlySet<unknown> = new Set(['ul', 'ol', 'table', 'thead', 'tbody', 'tr'])

/** The surroundings of a node. */
interface Place {
  depth: number
  /** Lists and quotes around the node. */
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

/** Collects the images among nodes at any depth: a link can't hold their buttons. */
function findImages(nodes: readonly unknown[], depth = 0): unknown[] {
  if (depth > MAX_DEPTH) return []
  return nodes.flatMap((node) => {
    const { type, children } = getFields(node)
    return type === 'image' ? [node] : findImages(toArray(children), depth + 1)
  })
}

/** Gathers inline nodes between blocks into arrays, so that loose text gets a reading direction like blocks do. */
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
 * Checks a tree that came over the network before it is rendered, and trusts nothing in it: unknown elements become
 * their children, malformed nodes disappear, a link or image with an unsafe address becomes its text, and the part of a
 * tree that is too deep or too large becomes plain text.
 *
 * @param nodes the tree, expected to be `RichTextNode[]`
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
      // A renewed signature is still the same image: once loaded, it stays.
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
