/**
 * Messages as data: `parseRichText()` turns HTML into a closed tree of allowed nodes on the server, and `checkRichText()`
 * checks links and images of such a tree again before a view renders it. No HTML string reaches the DOM.
 */
export {
  type CheckedElement, type CheckedImage, type CheckedLink, type CheckedNode, checkRichText,
} from './check-rich-text.ts'
export { parseRichText } from './parse-rich-text.ts'
export { toPlainText } from './rich-text-to-plain.ts'
export { getLinkHost, toSafeImageUrl, toSafeLink } from './safe-url.ts'
