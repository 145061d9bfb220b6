import * as React from 'react'
import { cleanBody, type richTextMessages, type Translate } from 'intercom-v0-kit/strings'
import { RichTextImage } from '@/components/intercom/rich-text-image'
import { RichTextLink } from '@/components/intercom/rich-text-link'
import { RichTextQuote } from '@/components/intercom/rich-text-quote'
import { RichTextScroll } from '@/components/intercom/rich-text-scroll'
import type { RichTextNode } from 'intercom-v0-kit/contracts'
import { inlineTags, plainText, safeImage, safeLink } from 'intercom-v0-kit/rich-text'
import { cn } from '@/lib/utils'

/** What the elements of a message need to know beside its tree. */
export interface RichTextView {
  /** The words of `RichText`. */
  t: Translate<typeof richTextMessages>
  headingLevel: number
  imageHosts: readonly string[] | undefined
  onImageError: ((src: string) => void) | undefined
}

/** Where a node stands. */
interface Place {
  depth: number
  /** In a list, a quote or a table, which has the reading direction of its first words. */
  grouped?: boolean
  inLink?: boolean
  inPre?: boolean
  inQuote?: boolean
  /** How many lists and quotes it is in. */
  indents?: number
}

/** More than `parseRichText` gives: a tree from the network may be larger, and ends as plain text then. */
const maxDepth = 64
const maxNodes = 6000

/** Lists and quotes in each other beyond this are not indented further: no room would be left for their text. */
const maxIndents = 6

/** Pixels: an image that claims to be larger is shown as one of unknown size. */
const maxSide = 10_000

/** Characters from which a quote is folded: more than a sentence or two that somebody answers to. */
const longQuote = 280

const classNames: Record<string, string> = {
  b: 'font-semibold',
  strong: 'font-semibold',
  code: 'rounded-sm bg-current/8 px-1 py-0.5 font-mono text-[0.9em]',
  p: 'not-first:mt-2 not-last:mb-2',
  ul: 'list-disc space-y-0.5 not-first:mt-2 not-last:mb-2',
  ol: 'list-decimal space-y-0.5 not-first:mt-2 not-last:mb-2',
  hr: 'my-3 border-current/20',
  h1: 'text-base font-semibold not-first:mt-3 not-last:mb-1',
  h2: 'text-[0.9375rem] font-semibold not-first:mt-3 not-last:mb-1',
  pre: 'w-max min-w-full px-3 py-2 font-mono text-xs leading-relaxed whitespace-pre',
  table: 'border-collapse whitespace-pre-line wrap-break-word',
  th: 'border border-current/20 bg-current/8 px-2 py-1 text-start align-top font-medium',
  td: 'border border-current/20 px-2 py-1 text-start align-top',
}
const heading = 'font-semibold not-first:mt-3 not-last:mb-1'

/** Hold elements and no text; what text there is would be white space, and React warns of it. */
const structures: ReadonlySet<unknown> = new Set(['ul', 'ol', 'table', 'thead', 'tbody', 'tr'])

type Fields = Record<string, unknown>
const fieldsOf = (node: unknown): Fields => (typeof node === 'object' && node !== null ? (node as Fields) : {})
const arrayOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const sizeOf = (value: unknown) => (typeof value === 'number' && value >= 1 && value <= maxSide ? value : undefined)
const stringOf = (value: unknown) => (typeof value === 'string' ? cleanBody(value) : '')
const textOf = (nodes: readonly unknown[]) => plainText(nodes as RichTextNode[])

function isInline(node: unknown): boolean {
  const { type, tag } = fieldsOf(node)
  return type !== 'element' || tag === 'br' || (typeof tag === 'string' && inlineTags.has(tag))
}

const hasRoom = ({ indents = 0 }: Place) => indents < maxIndents
const indented = (place: Place): Place => ({ ...place, indents: (place.indents ?? 0) + 1 })

/** The images among nodes, however deep: a link cannot hold their buttons. */
function imagesOf(nodes: readonly unknown[], depth = 0): unknown[] {
  if (depth > maxDepth) return []
  return nodes.flatMap((node) =>
    fieldsOf(node).type === 'image' ? [node] : imagesOf(arrayOf(fieldsOf(node).children), depth + 1),
  )
}

/**
 * Turns the tree of a message into React elements, believing nothing of it: unknown elements give their children,
 * malformed nodes nothing, addresses that may not be followed no link, what is too deep or too much plain text.
 *
 * @param nodes what should be a tree of `RichTextNode`
 * @param view words and settings
 */
export function buildRichText(nodes: unknown, view: RichTextView): React.ReactNode {
  const { t } = view
  let left = maxNodes
  let length: number | undefined

  function build(list: unknown, place: Place): React.ReactNode[] {
    const siblings = arrayOf(list)
    const built: React.ReactNode[] = []
    for (const [index, node] of siblings.entries()) {
      left -= 1
      if (left < 0 || place.depth > maxDepth) return [...built, textOf(siblings.slice(index))]
      built.push(buildNode(node, { ...place, depth: place.depth + 1 }, index))
    }
    return built
  }

  function buildNode(node: unknown, place: Place, key: number): React.ReactNode {
    const { type, text, tag, href, alt, children } = fieldsOf(node)
    if (type === 'text') return typeof text === 'string' ? cleanBody(text) : null
    if (type === 'image') return place.inLink ? stringOf(alt) : buildImage(fieldsOf(node), key)
    if (type === 'link') return buildLink(href, arrayOf(children), place, key)
    if (type === 'element') return buildElement(tag, arrayOf(children), place, key)
    return null
  }

  function buildImage({ src, alt, width, height }: Fields, key: number): React.ReactNode {
    const address = safeImage(src)
    if (!address) return stringOf(alt)
    return (
      <RichTextImage
        // A signed address that was renewed is still the same image: once loaded, it stays.
        key={`${key} ${address.split(/[?#]/, 1)[0]}`}
        src={address}
        alt={stringOf(alt)}
        width={sizeOf(width)}
        height={sizeOf(height)}
        trustedHosts={view.imageHosts}
        onFailure={view.onImageError}
        t={t}
      />
    )
  }

  function buildLink(href: unknown, children: readonly unknown[], place: Place, key: number): React.ReactNode {
    const address = place.inLink ? null : safeLink(href)
    if (!address) return <React.Fragment key={key}>{build(children, place)}</React.Fragment>
    const images = imagesOf(children)
    return (
      <React.Fragment key={key}>
        <RichTextLink href={address} text={textOf(children)}>
          {build(children, { ...place, inLink: true })}
        </RichTextLink>
        {images.length > 0 && [' ', ...build(images, place)]}
      </React.Fragment>
    )
  }

  function buildElement(tag: unknown, all: readonly unknown[], place: Place, key: number): React.ReactNode {
    const children = structures.has(tag) ? all.filter((node) => fieldsOf(node).type !== 'text') : all
    const dir = place.grouped ? undefined : 'auto'
    switch (tag) {
      case 'br':
      case 'hr':
        return React.createElement(tag, { key, className: classNames[tag] })
      case 'b': case 'strong': case 'i': case 'em': case 'u': case 's': case 'span':
        return React.createElement(tag, { key, className: classNames[tag] }, build(children, place))
      case 'code':
        return <code key={key} className={place.inPre ? undefined : classNames.code}>{build(children, place)}</code>
      case 'p': case 'div':
        return React.createElement(tag, { key, dir, className: classNames[tag] }, build(children, place))
      case 'h1': case 'h2': case 'h3': case 'h4': case 'h5': case 'h6': {
        const className = classNames[tag] ?? heading
        return React.createElement(`h${view.headingLevel}`, { key, dir, className }, build(children, place))
      }
      case 'ul': case 'ol': {
        const className = hasRoom(place) ? `${classNames[tag]} ps-5.5` : cn(classNames[tag], 'list-none')
        return React.createElement(tag, { key, dir, className }, build(children, { ...indented(place), grouped: true }))
      }
      case 'li': case 'thead': case 'tbody': case 'tr': case 'th': case 'td':
        return React.createElement(tag, { key, className: classNames[tag] }, build(children, place))
      case 'pre':
        return (
          <RichTextScroll key={key} dir={dir} label={t('code')} className="rounded-md border border-current/15 bg-current/5">
            <pre className={classNames.pre}>{build(children, { ...place, grouped: true, inPre: true })}</pre>
          </RichTextScroll>
        )
      case 'table':
        return (
          <RichTextScroll key={key} dir={dir} label={t('table')}>
            <table className={classNames.table}>{build(children, { ...place, grouped: true })}</table>
          </RichTextScroll>
        )
      case 'blockquote':
        return buildQuote(children, place, key)
      default:
        return <React.Fragment key={key}>{build(children, place)}</React.Fragment>
    }
  }

  function buildQuote(children: readonly unknown[], place: Place, key: number): React.ReactNode {
    const quoted = place.inQuote || place.inLink ? 0 : textOf(children).length
    return (
      <RichTextQuote
        key={key}
        // A message that is nothing but a quote would be an empty one.
        folded={quoted > longQuote && quoted < (length ??= textOf(arrayOf(nodes)).length)}
        showLabel={t('showQuote')}
        hideLabel={t('hideQuote')}
        dir={place.grouped ? undefined : 'auto'}
        className={hasRoom(place) ? undefined : 'border-s-0 ps-0'}
      >
        {build(children, { ...indented(place), grouped: true, inQuote: true })}
      </RichTextQuote>
    )
  }

  return looseTextInBlocks(arrayOf(nodes)).map((block, index) =>
    Array.isArray(block) ? (
      <div key={index} dir="auto">{build(block, { depth: 0 })}</div>
    ) : (
      build([block], { depth: 0 })
    ),
  )
}

/** Gathers what stands between the blocks of a message, so that it gets a reading direction as they do. */
function looseTextInBlocks(nodes: readonly unknown[]): unknown[] {
  const blocks: unknown[] = []
  for (const node of nodes) {
    const last = blocks.at(-1)
    if (!isInline(node)) blocks.push(node)
    else if (Array.isArray(last)) last.push(node)
    else blocks.push([node])
  }
  return blocks
}
