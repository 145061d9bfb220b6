/** What a file is, in a few characters. Pure, and through Intl. */
import type { Attachment } from '@/lib/intercom/contracts'

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

/**
 * The type of a file, short: `PDF`, `PNG`. From what the sender's program said it is, else from its name.
 *
 * @returns at most 8 letters and digits; null where nothing short is known
 */
export function fileType({ content_type, name }: Pick<Attachment, 'content_type' | 'name'>): string | null {
  const subtype = content_type?.toLowerCase().split(';')[0]?.trim().split('/')[1]?.replace(/^x-|\+xml$/g, '')
  const extension = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]
  const short = subtype && subtype !== 'plain' && /^[a-z0-9]{2,5}$/.test(subtype) ? subtype : extension
  return short ? short.toUpperCase() : null
}

/** Whether a file can be shown as a picture here. An SVG can hold a program and is not one. */
export function isPicture({ content_type }: Pick<Attachment, 'content_type'>): boolean {
  return /^image\/(png|jpe?g|gif|webp|avif)$/i.test(content_type?.split(';')[0]?.trim() ?? '')
}
