export { parseRichText } from './parse-rich-text.ts'
export { lineOf } from './preview-line.ts'
export { inlineTags, plainText } from './rich-text-to-plain.ts'
export { linkHost, placeToShow, safeImage, safeLink } from './safe-url.ts'
