/** What a file is, in a few characters. Pure, and through Intl. */
import type { Attachment } from '../contracts/index.ts'

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/**
 * The size of a file: `84 kB`, `2.4 MB`. A kilobyte is 1,000 bytes, as in the International System of Units.
 *
 * @param bytes at least 0
 * @param locale a BCP 47 tag
 */
export function fileSize(bytes: number, locale: string): string {
  let value = bytes
  let step = 0
  // 999.95 kB would be written "1,000 kB".
  while (value >= 999.5 && step < units.length - 1) {
    value /= 1000
    step += 1
  }
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[step],
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: step > 0 && value < 10 ? 1 : 0,
  }).format(value)
}

/** What tells what a file is: what the sender's program said, and its name. Either can be anything. */
type Described = Pick<Attachment, 'content_type' | 'name'>

function extensionOf(name: string): string | undefined {
  return /\.(?=\d*[a-z])([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase()
}

/**
 * The type of a file, short: `PDF`, `MP3`. From the end of its name, by which the reader's computer will open it; else
 * from what the sender's program said it is.
 *
 * @returns at most 8 letters and digits; null where nothing short is known
 */
export function fileType({ content_type, name }: Described): string | null {
  const subtype = content_type?.toLowerCase().split(';')[0]?.trim().split('/')[1]?.replace(/^x-|\+xml$/g, '')
  const short = extensionOf(name) ?? (subtype !== 'plain' && /^[a-z0-9]{2,5}$/.exec(subtype ?? '')?.[0])
  return short ? short.toUpperCase() : null
}

/** What kinds of files have a picture of their own. */
export type FileKind = 'image' | 'video' | 'audio' | 'text' | 'archive'

const kinds: [FileKind, type: RegExp, extension: RegExp][] = [
  ['image', /^image\//i, /^(?:png|jpe?g|gif|webp|avif|svg|heic|bmp|tiff?)$/],
  ['video', /^video\//i, /^(?:mp4|m4v|mov|webm|avi|mkv)$/],
  ['audio', /^audio\//i, /^(?:mp3|m4a|wav|ogg|flac|aac)$/],
  ['text', /^text\/|pdf|word|document|json/i, /^(?:pdf|txt|log|md|rtf|csv|json|xml|html?|docx?|xlsx?|pptx?|od[tsp])$/],
  ['archive', /zip|tar|compressed|archive/i, /^(?:zip|gz|tgz|tar|rar|7z)$/],
]

/** What kind of file it is; null where that is not known, or where its name and what was said of it are at odds. */
export function fileKind({ content_type, name }: Described): FileKind | null {
  const extension = extensionOf(name)
  const byName = kinds.find(([, , pattern]) => extension && pattern.test(extension))?.[0]
  const byType = kinds.find(([, pattern]) => content_type && pattern.test(content_type))?.[0]
  if (!extension || !content_type) return byType ?? byName ?? null
  return byName === byType ? (byName ?? null) : null
}

/** Whether a file can be shown as a picture here. An SVG can hold a program and is not one. */
export function isPicture({ content_type }: Pick<Attachment, 'content_type'>): boolean {
  return /^image\/(png|jpe?g|gif|webp|avif)$/i.test(content_type?.split(';')[0]?.trim() ?? '')
}
