import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { richTextNodeSchema, type RichTextNode } from '@/kit/contracts/index'
import { maxHtmlLength, parseRichText } from '@/kit/rich-text/parse-rich-text'
import { toPlainText } from '@/kit/rich-text/rich-text-to-plain'
import { vectors } from '../../../tests/xss/vectors.ts'

/** Formats a tree briefly: `p[a b[c]]`, with quoted text. */
function shape(nodes: RichTextNode[]): string {
  return nodes.map((node) => {
    if (node.type === 'text') return `"${node.text}"`
    if (node.type === 'image') return `image(${[node.src, node.alt, node.width, node.height].join(' ')})`
    return `${node.type === 'link' ? `link(${node.href})` : node.tag}[${shape(node.children)}]`
  }).join(' ')
}

const shapeOf = (html: string) => shape(parseRichText(html))
const getChildren = (node: RichTextNode) => ('children' in node ? node.children : [])
const depth = (nodes: RichTextNode[]): number => nodes.reduce((most, node) => Math.max(most, 1 + depth(getChildren(node))), 0)
const count = (nodes: RichTextNode[]): number => nodes.reduce((sum, node) => sum + 1 + count(getChildren(node)), 0)

const blocks = ['p', 'div', 'ul', 'ol', 'blockquote', 'pre', 'table', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']
const holds: Record<string, string[]> = {
  ul: ['li'], ol: ['li'], table: ['thead', 'tbody'], thead: ['tr'], tbody: ['tr'], tr: ['td', 'th'], br: [], hr: [],
}

/** Describes nodes in places that HTML does not allow. */
function misplaced(nodes: RichTextNode[], ancestors: string[] = []): string[] {
  const parent = ancestors.at(-1) ?? ''
  return nodes.flatMap((node) => {
    const name = node.type === 'element' ? node.tag : node.type
    const allowed = holds[parent]
    const faults: string[] = []
    if (allowed && !allowed.includes(name)) faults.push(`${name} in ${parent}`)
    if (ancestors.includes('p') && blocks.includes(name)) faults.push(`${name} within p`)
    if (ancestors.includes('link') && name === 'link') faults.push('link within link')
    const holders = Object.keys(holds).filter((holder) => holds[holder]!.includes(name))
    if (holders.length > 0 && !holders.includes(parent)) faults.push(`${name} outside ${holders.join(', ')}`)
    return [...faults, ...misplaced(getChildren(node), [...ancestors, name])]
  })
}

function expectClosed(nodes: RichTextNode[]): void {
  richTextNodeSchema.array().parse(nodes)
  expect(depth(nodes)).toBeLessThanOrEqual(60)
  expect(count(nodes)).toBeLessThanOrEqual(5000)
  expect(misplaced(nodes)).toEqual([])
}

describe('what Intercom sends', () => {
  it.each([
    ['plain text', 'Hello', '"Hello"'],
    ['a paragraph of an article', '<p class="no-margin">Body of the Article</p>', 'p["Body of the Article"]'],
    ['a deleted message', '<p><i>This message was deleted</i></p>', 'p[i["This message was deleted"]]'],
    ['a document', '<html> <body>  <h2>A List</h2>\n <ul>  <li>Coffee</li>\n <li>Tea</li> </ul> </body></html>', 'h2["A List"] ul[li["Coffee"] li["Tea"]]'],
    ['an attribute', '<p>Hi <attribute key="user.name" default="there"/>, welcome</p>', 'p["Hi there, welcome"]'],
    ['an attribute without a fallback', 'Hi <attribute key="user.name"/>!', '"Hi {user.name}!"'],
    ['an attribute with an empty fallback', 'Hi <attribute key="user.name" default=""></attribute>!', '"Hi {user.name}!"'],
    ['line breaks', '<p>one<br>two<br/> three</p>', 'p["one" br[] "two" br[] "three"]'],
    ['code', '<pre><code>if (a) {\n  b()\n}</code></pre>', 'pre[code["if (a) {\n  b()\n}"]]'],
    ['a button', '<div class="intercom-container"><a class="intercom-h2b-button" href="https://example.com/x">Go</a></div>', 'div[link(https://example.com/x)["Go"]]'],
    [
      'an image',
      '<img src="https://downloads.intercomcdn.com/a.png?expires=1&amp;signature=2" alt="A &amp; B" width="640" height="360px">',
      'image(https://downloads.intercomcdn.com/a.png?expires=1&signature=2 A & B 640 360)',
    ],
    ['a table', '<table><tr><th>A</th></tr><tr><td>1</td></tr></table>', 'table[tbody[tr[th["A"]] tr[td["1"]]]]'],
    ['a video', '<iframe src="https://www.youtube.com/embed/x?rel=0"></iframe>', 'link(https://www.youtube.com/embed/x?rel=0)["www.youtube.com/embed/x"]'],
    ['an emoji', 'Nice <img class="ic_emoji_img" src="https://js.intercomcdn.com/e.png" alt="👍🏽">', '"Nice 👍🏽"'],
    [
      'an e-mail',
      '<div>Thanks</div><div><span>On Jan 28, wrote:</span><blockquote><p>Hi</p></blockquote></div>',
      'div["Thanks"] div[span["On Jan 28, wrote:"] blockquote[p["Hi"]]]',
    ],
  ])('parses %s', (_, html, expected) => {
    expect(shapeOf(html)).toBe(expected)
  })

  it('returns an empty tree for non-strings', () => {
    for (const nothing of [null, undefined, '', '  \n', 5, {}, ['<p>x</p>'], () => 'x']) {
      expect(parseRichText(nothing as string)).toEqual([])
    }
  })
})

describe('white space', () => {
  it.each([
    ['<p> a  <b> b </b>\n c </p>', 'p["a " b["b"] " c"]'],
    ['<p>a</p>\n\n<p>b</p>', 'p["a"] p["b"]'],
    ['a <a href="https://x.example">b</a> c', '"a " link(https://x.example/)["b"] " c"'],
    ['<ul> <li> a </li> </ul>', 'ul[li["a"]]'],
    ['<table> <tr> <td> a </td> </tr> </table>', 'table[tbody[tr[td["a"]]]]'],
    ['<pre>\n a\r\n  b</pre>', 'pre[" a\n  b"]'],
    ['a&nbsp; b', '"a\u00A0 b"'],
    ['<br>a<br><br><br><br><br><br>b<br>', '"a" br[] br[] br[] "b"'],
    ['<p></p><p><br></p><div><b></b></div>', 'p[br[]]'],
    ['Order: 4711\nName: Ann', '"Order: 4711" br[] "Name: Ann"'],
    ['a\r\nb\rc &amp; d', '"a" br[] "b" br[] "c & d"'],
    ['1 < 2\n2 > 1', '"1 < 2" br[] "2 > 1"'],
    ['<p style="white-space: pre-wrap">Order: 4711\nName: <b>Ann\nLee</b></p>x\ny', 'p["Order: 4711" br[] "Name: " b["Ann" br[] "Lee"]] "x y"'],
    ['<div style="color:red;WHITE-SPACE:pre-line">a\n<p style="white-space:normal">b\nc</p>d\ne</div>', 'div["a" br[] p["b c"] "d" br[] "e"]'],
    ['<span style="white-space: break-spaces">a\nb</span>', 'span["a" br[] "b"]'],
    ['<p style="white-space: nowrap">a\nb</p>', 'p["a b"]'],
    ['<section>a</section><article>b</article>c', '"a" br[] "b" br[] "c"'],
  ])('collapses %s', (html, expected) => {
    expect(shapeOf(html)).toBe(expected)
  })
})

describe('invalid nesting', () => {
  it.each([
    ['<p>a<p>b', 'p["a"] p["b"]'],
    ['<p>a<div>b</div>c</p>', 'p["a"] div["b"] "c"'],
    ['<h1>a<h2>b</h1>c', 'h1["a"] h2["b"] "c"'],
    ['<ul>a<li>b<li>c<ul><li>d</ul></ul>e', 'ul[li["a"] li["b"] li["c" ul[li["d"]]]] "e"'],
    ['<li>a<li>b', '"a" br[] "b"'],
    ['<b>a<i>b</b>c</i>d', 'b["a" i["b"]] "cd"'],
    ['<table>a<tr><td>b<td>c<tfoot><tr><td>d</table>e', 'table[tbody[tr[td["a"]] tr[td["b"] td["c"]]] tbody[tr[td["d"]]]] "e"'],
    ['<table><caption>a</caption><tr><th></th><td></td></tr></table>', 'table[tbody[tr[td["a"]] tr[td[] td[]]]]'],
    ['<table><tr><td><table><tr><td>a</td><td>b</td></tr></table></td><td>c</td></tr></table>', 'div[table[tbody[tr[td["a"] td["b"]]]]] div["c"]'],
    ['<table><tr><td></td></tr></table>a', '"a"'],
    ['<td>a</td><tr>b', '"a" br[] "b"'],
    ['<a href="https://x.example">a<a href="https://y.example">b</a>c', 'link(https://x.example/)["a"] link(https://y.example/)["b"] "c"'],
    ['</p></div></table>a</b>', '"a"'],
    ['<del>9</del> <strike>8</strike> 7', 's["9"] " " s["8"] " 7"'],
    ['<x-y>a<font color=red>b</font></x-y>', '"ab"'],
  ])('repairs %s', (html, expected) => {
    expect(shapeOf(html)).toBe(expected)
  })
})

describe('removed content', () => {
  it.each([
    'script', 'style', 'title', 'textarea', 'noscript', 'iframe', 'object', 'svg', 'math', 'template', 'xmp', 'noembed',
    'noframes', 'select', 'form', 'audio', 'video',
  ])('drops %s with its content', (tag) => {
    expect(shapeOf(`a<${tag} x=y>secret</${tag}>b`).replace(' br[] ', '').replace('""', '')).toBe('"ab"')
    expect(shapeOf(`<p>a</p><${tag.toUpperCase()}><${tag}>secret</${tag}></${tag} ><p>b`)).not.toContain('<')
  })

  it('drops the head of a document, closed or not', () => {
    expect(shapeOf('<head><title>x</title><base href="https://x"></head><p>a')).toBe('p["a"]')
    expect(shapeOf('<html><head><meta><style>p{}</style><body>a')).toBe('"a"')
    expect(shapeOf('a<plaintext>b</plaintext>c')).toBe('"a"')
  })

  it('replaces unsafe links with their text', () => {
    for (const href of ['javascript:alert(1)', ' java\tscript:alert(1)', 'data:text/html,x', '//x.example', '/x', '', 'vbscript:x']) {
      expect(shapeOf(`<a href="${href}">a</a>`)).toBe('"a"')
    }
  })

  it('replaces unsafe images with their alternative text, and drops tracking pixels', () => {
    expect(shapeOf('<img src="http://x.example/a.png" alt="a">')).toBe('"a"')
    expect(shapeOf('<img src="data:image/png;base64,x" alt="a"> b')).toBe('"a b"')
    expect(shapeOf('a<img src="https://x.example/a.gif" width="1" height="1">')).toBe('"a"')
    expect(shapeOf('<img src="https://x.example/a.png" width="100%" height="99999999">')).toBe('image(https://x.example/a.png   10000)')
  })

  it('links to no frame from unknown hosts', () => {
    for (const host of ['evil.example', 'youtube.com.evil.example', 'notyoutube.com', 'youtube.com@evil.example']) {
      expect(shapeOf(`<iframe src="https://${host}/embed/x">x</iframe>`)).toBe('')
    }
  })
})

describe('limits', () => {
  it('keeps the text of nodes that are too deep', () => {
    const nodes = parseRichText(`${'<div>'.repeat(200)}deep${'</div>'.repeat(200)}<p>after</p>`)
    expectClosed(nodes)
    expect(depth(nodes)).toBe(60)
    expect(toPlainText(nodes)).toBe('deep after')
    expectClosed(parseRichText('<table><tr><td><ul><li>'.repeat(50)))
  })

  it('keeps the text of excess nodes', () => {
    const nodes = parseRichText('<p>a <b>b</b></p>'.repeat(4000))
    expectClosed(nodes)
    expect(count(nodes)).toBeGreaterThan(4900)
    expect(toPlainText(nodes)).toBe(Array(4000).fill('a b').join(' '))
    expect(nodes.at(-1)).toMatchObject({ type: 'text', text: expect.stringContaining('a b\na b\na b') })
  })

  it('keeps the text after the length limit, without scripts', () => {
    const nodes = parseRichText(`<p>${'x'.repeat(maxHtmlLength)}</p><p>the <b>end</b></p><script>no</script><br>bye`)
    expect(shape(nodes).slice(-25)).toBe('xxxxxxxxx"] "the end\nbye"')
  })

  it.each([
    ['nested blocks', '<div>'], ['nested inline elements', '<b>'], ['end tags of nothing', '<i></b></u>'], ['tables', '<table><tr><td>'],
    ['lists', '<ul><li>'], ['links', '<a href=https://x.example>'], ['references', '&amp;'], ['comments', '<!--'], ['attributes', '<a b=c '],
    ['less-than signs', '<'], ['dropped elements', '<svg>'], ['forms', '<form>'], ['line breaks', '<br>'],
  ])('parses a megabyte of %s', (_, piece) => {
    const html = `${piece.repeat(Math.ceil(1_000_000 / piece.length))}end`
    parseRichText(html.slice(0, 10_000))
    const milliseconds = [1, 2, 3, 4].map(() => {
      const start = process.cpuUsage()
      parseRichText(html)
      return process.cpuUsage(start).user / 1000
    })
    // Compares the fastest run, since other load slows single ones. Quadratic time would take seconds.
    expect(Math.min(...milliseconds)).toBeLessThan(1000)
  })
})

describe('any input', () => {
  const names = [
    'p', 'br', 'b', 'i', 'ul', 'ol', 'li', 'blockquote', 'pre', 'code', 'h1', 'h2', 'hr', 'table', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td',
    'div', 'span', 'a', 'img', 'svg', 'style', 'script', 'form', 'select', 'template', 'section', 'caption', 'iframe', 'x-y', 'head', 'body',
  ]
  const attribute = fc.constantFrom('', ' href="https://x.example"', ' src="https://x.example/a.png"', ' onclick=x', ' href="javascript:x"', ' a="')
  const piece = fc.oneof(
    fc.tuple(fc.constantFrom(...names), attribute).map(([name, rest]) => `<${name}${rest}>`),
    fc.constantFrom(...names).map((name) => `</${name}>`),
    fc.constantFrom('text', ' ', '\n', '&amp;', '&#0;', '&lt;p&gt;', '<!--', '-->', '<', '\u202E', '\uD800', ']]>', '<![CDATA['),
    fc.string({ unit: 'binary' }),
  )

  it('becomes a closed tree of limited size', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
        const nodes = parseRichText(pieces.join(''))
        expectClosed(nodes)
        expect(toPlainText(nodes)).not.toMatch(/[\0\u202D\u202E]|\s{2}|^\s|\s$/u)
      }),
      { numRuns: 2000 },
    )
  })

  it('stays the same tree when parsed from JSON', () => {
    fc.assert(fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const nodes = parseRichText(pieces.join(''))
      expect(JSON.parse(JSON.stringify(nodes))).toEqual(nodes)
    }))
  })

  it('becomes a closed tree for every vector', () => {
    for (const { html } of vectors) expectClosed(parseRichText(html))
  })
})
