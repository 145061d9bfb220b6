import { expect, it } from 'vitest'
import { cleanBody, toPlainText, textToHtml } from './html.ts'

it.each([
  ['<p>one</p><p>two</p>', 'one\ntwo'],
  ['<ul><li>a</li><li>b &amp; c</li></ul>', 'a\nb & c'],
  ['a<br>b', 'a\nb'],
  ['<p>see <img src="https://x.example/a.png?b=1&amp;c=2"></p>', 'see [Image "https://x.example/a.png?b=1&c=2"]'],
  ['<style>p{}</style><script>alert(1)</script><p>x</p>', 'x'],
  ['', ''],
])('converts %s to text', (html, text) => {
  expect(toPlainText(html)).toBe(text)
})

it('converts text to escaped paragraphs', () => {
  expect(textToHtml('a < b\nc\n\nd')).toBe('<p>a &lt; b<br>c</p>\n<p>d</p>')
})

it.each([
  ['Hello', '<p>Hello</p>'],
  ['<html> <body><p>x</p></body></html>', '<p>x</p>'],
  ['<p>a</p><script>alert(1)</script><form><input></form>', '<p>a</p>'],
  ['', ''],
])('cleans %s like Intercom does', (sent, kept) => {
  expect(cleanBody(sent)).toBe(kept)
})
