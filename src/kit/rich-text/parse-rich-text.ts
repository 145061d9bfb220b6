/**
 * The HTML of a message, as data. A customer may write anything: what comes out is a tree of the few nodes that
 * `contracts.ts` allows, so that no string of theirs is ever parsed by a browser. Runs on the server; the browser gets
 * the tree as JSON and needs no parser.
 */
import type { RichTextNode } from '../contracts/index.ts'
import { readHtml } from './html-reader.ts'
import { tidy } from './tidy.ts'
import { RichTextTree } from './build-tree.ts'

export { plainText } from './rich-text-to-plain.ts'

/** How much of a message keeps its form, in characters of HTML. What comes after it is kept as plain text. */
export const maxHtmlLength = 100_000

/**
 * Parses the body of a message, a note, or an e-mail that somebody else wrote.
 *
 * Elements that are not allowed give their children; those whose content is not meant to be read (scripts, styles,
 * forms, embedded documents) are dropped with it. Links and images keep only an address that may be followed. Beyond 60
 * levels, 5,000 nodes or {@link maxHtmlLength} characters the rest is plain text, with its line breaks. The time it
 * takes grows with the length of the text and nothing else.
 *
 * @param html the `body` of Intercom's API: a fragment, a whole document, plain text, or nothing
 * @returns the tree; empty for nothing and for what is not a string. It never throws
 * @see https://html.spec.whatwg.org/multipage/parsing.html
 */
export function parseRichText(html: string | null | undefined): RichTextNode[] {
  if (typeof html !== 'string') return []
  const tree = new RichTextTree()
  readHtml(html, tree, maxHtmlLength)
  return tidy(tree.end())
}
