import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RichTextNode } from '@/kit/contracts/index'
import { toMessageHtml, normalizeMessageText } from '@/kit/shared/message-html'
import { maxHtmlLength, parseRichText } from '@/kit/rich-text/parse-rich-text'

/** Converts a tree to text, with an empty line between paragraphs. */
function textOf(nodes: readonly RichTextNode[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.text
      if (node.type !== 'element') throw new Error(`a ${node.type}`)
      if (node.tag === 'br') return '\n'
      if (node.tag !== 'p') throw new Error(`a <${node.tag}>`)
      return `${textOf(node.children)}\n\n`
    })
    .join('')
}

/** Normalises differences that HTML and the cleaned text don't keep. */
function seen(text: string): string {
  return text
    .replace(/[\u0000\u202D\u202E]/g, '')
    .replace(/(\p{M}{4})\p{M}+/gu, '$1')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{2,}/g, '\n\n')
    .trim()
}

const markup = fc.constantFrom(
  '<', '>', '&', '"', "'", '&lt;', '&amp;', '&#60;', '<b>', '</p>', '<br>', '<script>', '<!--', '-->', '<![CDATA[', '<img src=x onerror=alert(1)>',
  '<a href="javascript:alert(1)">', '\n', '\n\n', '\r\n', '\r', ' \n \n', '\t', '\u2028', '\u0000', '\u0007', '\u202E', '\uD83D', '\uDE00', '😀', 'e\u0301', 'مرحبا',
)
const typed = fc.array(fc.oneof(markup, fc.string({ unit: 'binary', maxLength: 8 }), fc.lorem()), { maxLength: 60 }).map((pieces) => pieces.join(''))

describe('toMessageHtml', () => {
  test.each([
    ['Hello', '<p>Hello</p>'],
    ['one\ntwo', '<p>one<br>two</p>'],
    ['one\r\n\r\ntwo\rthree', '<p>one</p><p>two<br>three</p>'],
    ['one\n \t\n\n\ntwo', '<p>one</p><p>two</p>'],
    ['\n\n  one  \n\n', '<p>one</p>'],
    ['soft\u000Bbreak\u2028again', '<p>soft<br>break<br>again</p>'],
    ['1 < 2 && "x" > \'y\'', '<p>1 &lt; 2 &amp;&amp; "x" &gt; \'y\'</p>'],
    ['<script>alert(1)</script>', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>'],
    ['&lt;b&gt;', '<p>&amp;lt;b&amp;gt;</p>'],
    ['a\u0000b\u0007c', '<p>abc</p>'],
    ['half \uD83D of one', '<p>half \uFFFD of one</p>'],
    ['whole 😀', '<p>whole 😀</p>'],
    ['', ''],
    [' \r\n\t\u0000', ''],
  ])('converts %j', (text, html) => {
    expect(toMessageHtml(text)).toBe(html)
  })

  test('parses back to the typed text, with paragraphs and line breaks only', () => {
    fc.assert(fc.property(typed, (text) => {
      expect(seen(textOf(parseRichText(toMessageHtml(text))))).toBe(seen(normalizeMessageText(text)))
    }), { numRuns: 3000 })
  })

  test('contains no other tags, and no misplaced ones', () => {
    fc.assert(fc.property(typed, (text) => {
      const html = toMessageHtml(text)
      expect(html).toMatch(/^(<p>([^<>]|<br>)+<\/p>)*$/)
      expect(html.replace(/&(amp|lt|gt);/g, '')).not.toContain('&')
    }), { numRuns: 3000 })
  })

  test.each([
    ['words', 'All work and no play. '.repeat(1000).slice(0, 20_000)],
    ['quotation marks', '"'.repeat(20_000)],
    ['tags', '<b>'.repeat(6_666)],
    ['emoji', '😀'.repeat(10_000)],
  ])('parses 20,000 characters of %s back', (_, text) => {
    const html = toMessageHtml(text)
    expect(html.length).toBeLessThan(maxHtmlLength)
    expect(seen(textOf(parseRichText(html)))).toBe(seen(text))
  })

  test.each(['&', 'a\n', 'a\n\n', '\n', '\u0301', '\uD83D', ' '])('keeps 20,000 characters of %j free of markup', (piece) => {
    const html = toMessageHtml(piece.repeat(20_000).slice(0, 20_000))
    expect(html).toMatch(/^(<p>([^<>]|<br>)+<\/p>)*$/)
    expect(JSON.stringify(parseRichText(html))).not.toMatch(/&amp;|<br>|<p>/)
  })
})

describe('messageText', () => {
  test('is idempotent', () => {
    fc.assert(fc.property(typed, (text) => {
      const once = normalizeMessageText(text)
      expect(normalizeMessageText(once)).toBe(once)
      expect(once).not.toMatch(/[^\P{Cc}\t\n]|\p{Surrogate}/u)
      expect(once).toBe(once.trim())
    }), { numRuns: 2000 })
  })
})
