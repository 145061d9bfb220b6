import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalizePreview } from '@/kit/server/intercom/normalize-text'
import { cleanText } from '@/kit/shared/clean-text'
import { parseRichText, toPlainText } from '@/kit/rich-text/index'

const whole = (html: string, max = 100) => cleanText(toPlainText(parseRichText(html)), max - 1)

describe('normalizePreview', () => {
  it('reads only as much as it needs', () => {
    const words = fc.constantFrom('word ', '👩‍👩‍👧', '\u200B\u200B\u200B', 'e\u0301\u0302', '<b>b</b>', '<p>p</p>', '&eacute;', 'نص ', '\n')
    fc.assert(fc.property(fc.array(words, { maxLength: 400 }), (parts) => {
      const html = parts.join('')
      expect(normalizePreview(html)).toBe(whole(html))
      expect(normalizePreview(html, true)).toBe(whole(html, 80))
    }))
  })

  it('returns the same for more texts than it caches', () => {
    const texts = Array.from({ length: 2500 }, (_, index) => `<p>${index} ${'word '.repeat(index % 40)}</p>`)
    for (const text of [...texts, ...texts]) expect(normalizePreview(text)).toBe(whole(text))
  })

  it('ignores invisible characters', () => {
    const html = `<p>${'\u200B'.repeat(1000)}Seen</p>`
    expect(normalizePreview(html)).toBe('Seen')
    expect(normalizePreview(`<p>${'👩‍👩‍👧'.repeat(200)}</p>`)).toBe(`${'👩‍👩‍👧'.repeat(99)}…`)
  })
})
