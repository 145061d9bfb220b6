import type { RichTextNode } from '../contracts/index.ts'
import { readHtml } from './html-reader.ts'
import { tidyTree } from './tidy.ts'
import { RichTextTree } from './build-tree.ts'

/** Characters of HTML. The rest becomes plain text. */
export const maxHtmlLength = 100_000

const MAX_NODES = 5000

const tagStart = /<[a-z!/?]/i

interface ParseOptions {
  /** Maximum number of nodes. The rest becomes plain text. @default 5000 */
  maxNodes?: number
}

/**
 * Parses a message's HTML or plain text into a closed tree, so that no browser parses a customer's HTML. Drops scripts,
 * styles, forms and embeds, unwraps other unknown elements, and keeps only safe addresses. Beyond 60 levels, `maxNodes` nodes
 * or 100,000 characters, only text is kept. Takes linear time and never throws.
 */
export function parseRichText(html: string | null | undefined, { maxNodes = MAX_NODES }: ParseOptions = {}): RichTextNode[] {
  if (typeof html !== 'string') return []
  const tree = new RichTextTree(Math.min(maxNodes, MAX_NODES), !tagStart.test(html))
  readHtml(html, tree, maxHtmlLength)
  return tidyTree(tree.end())
}
