import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText } from '@/kit/shared/clean-text'
import { parseRichText, plainText } from '@/kit/rich-text/parse-rich-text'
import { lineOf } from '@/kit/rich-text/preview-line'

const expectSame = (html: string) => {
  expect(cleanText(lineOf(html))).toBe(cleanText(plainText(parseRichText(html))))
}

const pieces = [
  'a', 'B c', ' ', '\n', '\u00A0', 'é', '🚀', 'نص', '\u202E', '&amp;', '&lt;b&gt;', '&#39;', '&nbsp;', '&eacute;', '&hellip;', '&constructor;', '&', 'AT&T', '& ',
  '<', '1 < 2', '>', '"', '<br>', '<br/>', '<hr>', '<hr />', '<!-- x -->', '<script>s</script>', '<img src="https://x.example/a.png" width="1">', '<img src="https://x.example/a.png">', '</img>', '<img src="https://x.example/a.png" alt="b">',
  '<style>p{}</style>', '<table><tr><td>a</td><td>b</td></tr></table>', '<p/>', '</p>', '</b>', '<B CLASS="x">', '</B>', '<p title="a>b">',
  '<a href="javascript:alert(1)">', '</a>', '<p', '<b x', "<i class='y'>",
]
const names = ['p', 'div', 'ul', 'ol', 'li', 'pre', 'blockquote', 'h1', 'h3', 'a', 'b', 'em', 'u', 's', 'code', 'span', 'table', 'tr',
  'td', 'section']

const nested = fc.letrec<{ html: string }>((tie) => ({
  html: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom(...pieces),
    fc.array(tie('html'), { maxLength: 4 }).map((parts) => parts.join('')),
    fc.tuple(fc.constantFrom(...names), fc.constantFrom('', ' class="x"', ' href="https://x.example" rel="a b"'), tie('html'))
      .map(([name, attributes, content]) => `<${name}${attributes}>${content}</${name}>`),
  ),
})).html

describe('lineOf', () => {
  it('equals the first line of the parsed text for any HTML', () => {
    fc.assert(fc.property(nested, expectSame), { numRuns: 5000 })
    const tags = names.flatMap((name) => [`<${name}>`, `</${name}>`])
    const soup = fc.array(fc.constantFrom(...pieces, ...tags), { maxLength: 12 }).map((parts) => parts.join(''))
    fc.assert(fc.property(soup, expectSame), { numRuns: 5000 })
    fc.assert(fc.property(fc.string({ unit: 'binary' }), expectSame))
  })

  it('treats an element with removed content as empty', () => {
    expectSame('<li>a<p>\u202E</p>a</li>')
    expectSame('<li>a<p>\0\u202D</p>a</li>')
  })

  it('stops early, with the same beginning', () => {
    fc.assert(fc.property(nested, fc.nat(20), (html, enough) => {
      // Invisible characters count towards the length until they are removed.
      fc.pre(!html.includes('\u202E'))
      const start = lineOf(html, enough)
      expect(cleanText(lineOf(html)).startsWith(cleanText(start))).toBe(true)
      expect(start.length).toBeGreaterThanOrEqual(Math.min(enough, lineOf(html).length))
    }))
  })

  it('skips white space', () => {
    expect(lineOf(`<p>a</p>${' '.repeat(100)}<p>b</p>`, 20)).toBe('a b')
    const long = `${'<b> </b>\n'.repeat(50_000)}<p>b</p>`
    expect(lineOf(`<p>a</p>${long}`, 20)).toBe('a b')
  })

  it('takes linear time for unclosed tags', () => {
    const html = `<p${' class="x"'.repeat(2000)}${' '.repeat(20_000)}`
    expect(lineOf(html)).toBe('')
    expect(lineOf('<b>'.repeat(5000) + 'x')).toBe('x')
  })
})
