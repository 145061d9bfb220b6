import type { RichTextNode } from '../contracts/index.ts'
import { cleanText } from '../shared/clean-text.ts'
import type { HtmlAttributes } from './html-reader.ts'
import { getLinkHost, toSafeImageUrl, toSafeLink } from './safe-url.ts'

export type RichTextImage = Extract<RichTextNode, { type: 'image' }>

const videoDomains = [
  'youtube.com', 'youtube-nocookie.com', 'youtu.be', 'wistia.com', 'wistia.net', 'vimeo.com', 'loom.com', 'vidyard.com',
  'streamio.com',
]

/** Flags consist of regional indicators, which are components too. */
const emoji = /^[\p{Extended_Pictographic}\p{Regional_Indicator}][\p{Emoji_Component}\p{Extended_Pictographic}]*$/u

/** Pixels. Larger sizes would break the page. */
const maxSide = 10_000

/** Pixels. Images this thin track users or add space. */
const pixel = 2

function parseSide(value: string | undefined): number | undefined {
  const digits = value === undefined ? null : /^\s*(\d{1,9})(?:px)?\s*$/.exec(value)
  return digits ? Math.min(Number(digits[1]), maxSide) : undefined
}

/** Returns an image, its alternative text if it is an emoji or unsafe, or an empty string for a tracking pixel. */
export function readImage(attributes: HtmlAttributes): RichTextImage | string {
  const width = parseSide(attributes.get('width'))
  const height = parseSide(attributes.get('height'))
  if ((width ?? maxSide) <= pixel || (height ?? maxSide) <= pixel) return ''
  const alt = cleanText(attributes.get('alt'), 200)
  const src = toSafeImageUrl(attributes.get('src'))
  if (!src || (alt.length <= 40 && emoji.test(alt))) return alt
  return { type: 'image', src, alt, ...(width && { width }), ...(height && { height }) }
}

/** Returns the address and label of a video; `null` for anything else. */
export function readVideo(attributes: HtmlAttributes): { href: string; text: string } | null {
  const href = toSafeLink(attributes.get('src'))
  if (!href?.startsWith('https:')) return null
  const host = getLinkHost(href)
  if (!videoDomains.some((domain) => host === domain || host.endsWith(`.${domain}`))) return null
  return { href, text: host + new URL(href).pathname }
}
