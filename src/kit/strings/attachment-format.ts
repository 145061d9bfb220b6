import type { Attachment } from '../contracts/index.ts'

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** Formats a number of bytes: `84 kB`, `2.4 MB`. A kilobyte is 1,000 bytes. */
export function formatFileSize(bytes: number, locale: string): string {
  let value = bytes
  let step = 0
  // Otherwise 999.95 kB would become "1,000 kB".
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

type Described = Pick<Attachment, 'content_type' | 'name'>

function getFileExtension(name: string): string | undefined {
  return /\.(?=\d*[a-z])([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase()
}

/** Returns the type of a file, such as `PDF`, from its extension or content type. `null` if unknown. */
export function getFileType({ content_type, name }: Described): string | null {
  const subtype = content_type?.toLowerCase().split(';')[0]?.trim().split('/')[1]?.replace(/^x-|\+xml$/g, '')
  const short = getFileExtension(name) ?? (subtype !== 'plain' && /^[a-z0-9]{2,5}$/.exec(subtype ?? '')?.[0])
  return short ? short.toUpperCase() : null
}

/** Kind of a file. Each kind has an icon. */
export type FileKind = 'image' | 'video' | 'audio' | 'text' | 'archive'

const kinds: [FileKind, type: RegExp, extension: RegExp][] = [
  ['image', /^image\//i, /^(?:png|jpe?g|gif|webp|avif|svg|heic|bmp|tiff?)$/],
  ['video', /^video\//i, /^(?:mp4|m4v|mov|webm|avi|mkv)$/],
  ['audio', /^audio\//i, /^(?:mp3|m4a|wav|ogg|flac|aac)$/],
  ['text', /^text\/|pdf|word|document|json/i, /^(?:pdf|txt|log|md|rtf|csv|json|xml|html?|docx?|xlsx?|pptx?|od[tsp])$/],
  ['archive', /zip|tar|compressed|archive/i, /^(?:zip|gz|tgz|tar|rar|7z)$/],
]

/** Returns the kind of a file. `null` if unknown, or if name and content type disagree. */
export function getFileKind({ content_type, name }: Described): FileKind | null {
  const extension = getFileExtension(name)
  const byName = kinds.find(([, , pattern]) => extension && pattern.test(extension))?.[0]
  const byType = kinds.find(([, pattern]) => content_type && pattern.test(content_type))?.[0]
  if (!extension || !content_type) return byType ?? byName ?? null
  return byName === byType ? (byName ?? null) : null
}

/** Returns whether the browser may show a file as an image. SVG is excluded, because it can contain scripts. */
export function isPicture({ content_type }: Pick<Attachment, 'content_type'>): boolean {
  return /^image\/(png|jpe?g|gif|webp|avif)$/i.test(content_type?.split(';')[0]?.trim() ?? '')
}
