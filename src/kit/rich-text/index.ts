/** Safe messages: `parseRichText()` parses HTML on the server, and `checkRichText()` checks its tree before it renders. */
export {
  type CheckedElement, type CheckedImage, type CheckedLink, type CheckedNode, checkRichText,
} from './check-rich-text.ts'
export { parseRichText } from './parse-rich-text.ts'
export { toPlainText } from './rich-text-to-plain.ts'
export { getLinkHost, toSafeImageUrl, toSafeLink } from './safe-url.ts'
