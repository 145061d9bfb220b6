/**
 * The HTML of a message, as data. A customer may write anything: what comes out is a tree of the few nodes that
 * `contracts.ts` allows, so that no string of theirs is ever parsed by a browser. Runs on the server; the browser gets
 * the tree as JSON and needs no parser.
 */
import type { RichTextNode } from '../contracts/index.ts'
import { readHtml } from './html-reader.ts'
import { tidyTree } from './tidy.ts'
import { RichTextTree } from './build-tree.ts'

export { toPlainText } from './rich-text-to-plain.ts'

/** Characters of HTML that keep their form. What follows becomes plain text. */
export const maxHtmlLength = 100_000

/** Nodes of a message. */
const MAX_NODES = 5000

const tagStart = /<[a-z!/?]/i

/** Options of {@link parseRichText}. */
export interface ParseOptions {
  /**
   * Nodes of the tree. What follows becomes plain text.
   * @default 5000
   */
  maxNodes?: number
}

/**
 * Parses the body of a message, a note or an e-mail into a closed tree of allowed nodes.
 *
 * Elements that are not allowed give their children; scripts, styles, forms and embedded documents are dropped with their
 * content. Links and images keep only a safe address. Beyond 60 levels, `maxNodes` nodes or 100,000 characters the rest is
 * plain text with its line breaks. Takes linear time and never throws.
 *
 * @param html the `body` of Intercom's API: a fragment, a whole document, or plain text
 * @returns the tree; empty for anything but a string
 * @see https://html.spec.whatwg.org/multipage/parsing.html
 */
export function parseRichText(html: string | null | undefined, { maxNodes = MAX_NODES }: ParseOptions = {}): RichTextNode[] {
  if (typeof html !== 'string') return []
  const tree = new RichTextTree(Math.min(maxNodes, MAX_NODES), !tagStart.test(html))
  readHtml(html, tree, maxHtmlLength)
  return tidyTree(tree.end())
}
