import { describe, expect, it } from 'vitest'
import type { RichTextNode } from '@/kit/contracts/index'
import { parseRichText } from '@/kit/rich-text/parse-rich-text'
import { toPlainText } from '@/kit/rich-text/rich-text-to-plain'

describe('plainText', () => {
  it.each([
    ['<p>a</p><p>b <b>c</b>d</p>', 'a b cd'],
    ['a<br>b', 'a b'],
    ['<ul><li>a</li><li>b</li></ul><table><tr><td>c</td><td>d</td></tr></table>', 'a b c d'],
    ['<p>a <a href="https://x.example">b</a></p><img src="https://x.example/c.png" alt="c">', 'a b c'],
    ['<pre>a\n  b</pre>', 'a b'],
  ])('converts %s', (html, expected) => {
    expect(toPlainText(parseRichText(html))).toBe(expected)
  })

  it('skips malformed nodes, and ends', () => {
    const endless: { type: string; tag: string; children: unknown[] } = { type: 'element', tag: 'p', children: ['x'] }
    endless.children.push(endless)
    const odd = [null, 5, 'x', { type: 'text', text: 5 }, { type: 'element', tag: { toString: 1 }, children: 'abc' }, endless]
    expect(toPlainText(odd as RichTextNode[])).not.toContain('abc')
    expect(toPlainText(null as unknown as RichTextNode[])).toBe('')
    expect(toPlainText(Array.from({ length: 100_000 }, (): RichTextNode => ({ type: 'text', text: 'a' }))).length).toBeGreaterThan(10_000)
  })
})
