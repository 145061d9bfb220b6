import type { RichTextNode, RichTextTag } from '../contracts/index.ts'
import { readImage, readVideo } from './media.ts'
import { inlineTags } from './rich-text-to-plain.ts'
import type { HtmlAttributes, HtmlSink } from './html-reader.ts'
import { OpenElements, type RichTextParent } from './open-elements.ts'
import {
  blockTags, cells, headings, lists, ownLine, rowGroups, scopes, synonyms, tablePartParents, tableParts,
} from './tags.ts'
import { toSafeLink } from './safe-url.ts'

const maxDepth = 60

/** Maximum number of nodes that one tag adds. */
const nodesOfTag = 10

/** More line breaks in a row only add space. */
const maxBreaks = 3

const whiteSpace = /(?:^|;)\s*white-space(?:-collapse)?\s*:\s*([a-z-]+)/i

function readKeepsLines(style: string | undefined): boolean | undefined {
  const value = style && whiteSpace.exec(style.slice(0, 2000))?.[1]?.toLowerCase()
  return value ? value.startsWith('pre') || value === 'break-spaces' : undefined
}

const isInline = (name: string) => inlineTags.has(name) || name === 'a'

/** Builds a valid tree from tags and texts in any order. Each step only checks open elements, fewer than {@link maxDepth}. */
export class RichTextTree implements HtmlSink {
  readonly #tree: OpenElements
  /** Start tags that were too deep or misplaced, by name. Their end tags close nothing. */
  readonly #skipped = new Map<string, number>()
  #startTextOnly = false
  /** Content before the next character on its line, which decides whether white space counts. */
  #line: 'start' | 'space' | 'text' = 'start'
  #spaceWaits = false
  #breakWaits = false
  #breaks = 0
  #preStarts = false
  readonly #maxNodes: number

  /** Whether the style of the current tag keeps line breaks. */
  #keepsLines: boolean | undefined

  /** Beyond `maxNodes` nodes, only text is kept. In plain text, line breaks count. */
  constructor(maxNodes: number, isPlainText: boolean) {
    this.#maxNodes = maxNodes - nodesOfTag
    this.#tree = new OpenElements(isPlainText)
  }

  end(): RichTextNode[] {
    this.#tree.endText()
    return this.#tree.root
  }

  startTextOnly(): void {
    if (this.#startTextOnly) return
    const inBlock = this.#tree.find((name) => name !== '' && !isInline(name), () => false) >= 0
    this.#tree.popTo(0)
    if (inBlock) this.#startLine()
    this.#startTextOnly = true
  }

  open(tag: string, attributes: HtmlAttributes): void {
    const name = synonyms.get(tag) ?? tag
    this.#preStarts = false
    this.#keepsLines = readKeepsLines(attributes.get('style'))
    if (this.#tree.nodes > this.#maxNodes) this.startTextOnly()
    if (name === 'br') this.#addLineBreak()
    else if (name === 'img') this.#addImage(attributes)
    else if (name === 'attribute') this.#addAttribute(attributes)
    else if (this.#startTextOnly) this.#endLine(name)
    else if (name === 'a') this.#openLink(toSafeLink(attributes.get('href')))
    else if (name === 'iframe') this.#addVideo(attributes)
    else if (inlineTags.has(name)) this.#openInline(name as RichTextTag)
    else if (blockTags.has(name)) this.#openBlock(name as RichTextTag)
    else if (name === 'li') this.#openItem()
    else if (tableParts.has(name)) this.#openTablePart(name as RichTextTag)
    else this.#endLine(name)
  }

  close(tag: string): void {
    const name = synonyms.get(tag) ?? tag
    if (name === 'br') return this.#addLineBreak()
    const skipped = this.#skipped.get(name) ?? 0
    if (skipped > 0) this.#skipped.set(name, skipped - 1)
    const index = skipped > 0 || this.#startTextOnly ? -1 : this.#findToClose(name)
    if (index < 0) return this.#endLine(name)
    this.#tree.popTo(index)
    if (!isInline(name)) this.#startLine()
  }

  addText(text: string): void {
    if (this.#tree.has('pre')) return this.#writePreformatted(text)
    if (!this.#tree.keepsLines) return this.#writeCollapsed(text)
    for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
      if (index > 0) this.#addLineBreak()
      this.#writeCollapsed(line)
    }
  }

  #writeCollapsed(text: string): void {
    const collapsed = text.replace(/[ \t\n\f\r]+/g, ' ')
    if (collapsed.startsWith(' ') && this.#line === 'text') this.#spaceWaits = true
    const words = collapsed.slice(collapsed.startsWith(' ') ? 1 : 0, collapsed.endsWith(' ') ? -1 : undefined)
    if (!words) return
    this.#write(words)
    this.#spaceWaits = collapsed.endsWith(' ')
  }

  #writePreformatted(text: string): void {
    const lines = text.replace(/\r\n?/g, '\n')
    // HTML ignores a line break right after the tag.
    const kept = this.#preStarts && lines.startsWith('\n') ? lines.slice(1) : lines
    this.#preStarts = false
    if (kept) this.#write(kept)
  }

  #write(text: string): void {
    this.#prepareInline()
    this.#tree.write(text)
    this.#line = 'text'
  }

  /** Placeholder for an attribute of the contact. Sent messages only have the fallback. */
  #addAttribute(attributes: HtmlAttributes): void {
    const key = attributes.get('key')
    this.addText(attributes.get('default') || (key ? `{${key}}` : ''))
  }

  #addLineBreak(): void {
    this.#spaceWaits = false
    this.#breakWaits = false
    this.#line = 'start'
    this.#breaks += 1
    if (this.#breaks > maxBreaks) return
    if (this.#startTextOnly) return this.#tree.write('\n')
    this.#fillIn()
    this.#tree.append({ type: 'element', tag: 'br', children: [] })
  }

  #addImage(attributes: HtmlAttributes): void {
    const image = readImage(attributes)
    if (typeof image === 'string') return this.addText(image)
    if (this.#startTextOnly) return this.addText(image.alt)
    this.#prepareInline()
    this.#tree.append(image)
    this.#line = 'text'
  }

  #openInline(tag: RichTextTag): void {
    if (this.#tree.depth + 1 >= maxDepth) return this.#skip(tag)
    this.#prepareInline()
    this.#push(tag)
  }

  #openLink(href: string | null): void {
    const open = this.#tree.find((name) => name === 'a', scopes.cell)
    if (open >= 0) this.#tree.popTo(open)
    if (!href || this.#tree.has('a')) return
    if (this.#tree.depth + 1 >= maxDepth) return this.#skip('a')
    this.#prepareInline()
    this.#push('a', { type: 'link', href, children: [] })
  }

  #addVideo(attributes: HtmlAttributes): void {
    const video = readVideo(attributes)
    if (!video) return
    this.#endLine('iframe')
    this.#openLink(video.href)
    this.addText(video.text)
    this.close('a')
    this.#endLine('iframe')
  }

  #openBlock(tag: RichTextTag): void {
    this.#endParagraph(headings.has(tag))
    const room = tag === 'table' ? 4 : lists.has(tag) ? 2 : 1
    if (this.#tree.depth + room >= maxDepth) return this.#skip(tag)
    this.#fillIn()
    this.#startLine()
    if (tag === 'hr') return this.#tree.append({ type: 'element', tag, children: [] })
    this.#push(tag)
    this.#preStarts = tag === 'pre'
  }

  #endParagraph(orHeading: boolean): void {
    const endsHere = (name: string) => name === 'p' || (orHeading && headings.has(name))
    const index = this.#tree.find(endsHere, (name) => !isInline(name))
    if (index < 0) return
    this.#tree.popTo(index)
    this.#startLine()
  }

  #openItem(): void {
    const list = this.#tree.find((name) => lists.has(name), scopes.list)
    if (list < 0) return this.#skip('li')
    this.#tree.popTo(list + 1)
    this.#startLine()
    this.#push('li')
  }

  #openTablePart(tag: RichTextTag): void {
    const parent = this.#tree.find((name) => tablePartParents[tag]!.has(name), scopes.table)
    if (parent < 0) return this.#skip(tag)
    this.#tree.popTo(parent + 1)
    this.#startLine()
    const parentName = this.#tree.getName()
    if (!rowGroups.has(tag) && parentName === 'table') this.#push('tbody')
    if (cells.has(tag) && parentName !== 'tr') this.#push('tr')
    this.#push(tag)
  }

  /** Adds the item or cell that a list or table needs around other content. */
  #fillIn(): void {
    const name = this.#tree.getName()
    if (lists.has(name)) this.#openItem()
    else if (tablePartParents['td']?.has(name)) this.#openTablePart('td')
  }

  #findToClose(name: string): number {
    if (headings.has(name)) return this.#tree.find((open) => headings.has(open), scopes.cell)
    const scope = name === 'table' || tableParts.has(name) ? scopes.table : name === 'li' ? scopes.item : scopes.cell
    return this.#tree.find((open) => open === name, scope)
  }

  /** Ends the line at the edge of a block that is not in the tree. */
  #endLine(name: string): void {
    if (ownLine.has(name) && this.#line !== 'start') this.#breakWaits = true
  }

  #skip(name: string): void {
    if (name !== 'hr') this.#skipped.set(name, (this.#skipped.get(name) ?? 0) + 1)
    this.#endLine(name)
  }

  #startLine(): void {
    this.#line = 'start'
    this.#spaceWaits = false
    this.#breakWaits = false
    this.#breaks = 0
  }

  #prepareInline(): void {
    this.#fillIn()
    if (this.#breakWaits) this.#addLineBreak()
    this.#breaks = 0
    if (!this.#spaceWaits) return
    this.#tree.write(' ')
    this.#spaceWaits = false
    this.#line = 'space'
  }

  #push(tag: string, node?: RichTextParent): void {
    this.#tree.push(node ?? { type: 'element', tag: tag as RichTextTag, children: [] }, tag, this.#keepsLines)
    this.#keepsLines = undefined
  }
}
