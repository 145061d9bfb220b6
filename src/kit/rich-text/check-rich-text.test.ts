import { describe, expect, it } from 'vitest'
import { richTextTags, type RichTextNode } from '@/kit/contracts/index'
import { type CheckedElement, type CheckedImage, type CheckedNode, checkRichText } from '@/kit/rich-text/check-rich-text'

const text = (value: string): RichTextNode => ({ type: 'text', text: value })
const element = (tag: string, ...children: unknown[]) => ({ type: 'element', tag, children })
const image = (fields: object = {}) => ({ type: 'image', src: 'https://cdn.example/a.png', alt: 'A chart', ...fields })

/** Reduces a tree to tags with children, and strings. */
function outline(nodes: readonly CheckedNode[]): unknown[] {
  return nodes.map((node) => {
    if (typeof node === 'string') return node
    if (node.type === 'image') return `image ${node.src}`
    const name = node.type === 'element' ? node.tag : node.type
    return [name, ...outline(node.children)]
  })
}

/** Finds the first element with a tag. */
function find(nodes: readonly CheckedNode[], tag: string): CheckedElement | undefined {
  for (const node of nodes) {
    if (typeof node === 'string' || node.type === 'image') continue
    if (node.type === 'element' && node.tag === tag) return node
    const found = find(node.children, tag)
    if (found) return found
  }
  return undefined
}

describe('checkRichText', () => {
  it.each(richTextTags)('keeps %s', (tag) => {
    expect(find(checkRichText([element(tag)]), tag)).toBeDefined()
  })

  it.each(['script', 'iframe', 'svg', 'form', 'P', 'constructor', '__proto__', 7, null])('turns an element %s into its children', (tag) => {
    expect(outline(checkRichText([{ type: 'element', tag, children: [text('kept')] }]))).toEqual([['group', 'kept']])
  })

  it.each([[null], ['text'], [[7, null, 'x', {}, { type: 'text', text: 7 }]], [{ length: 3 }]])('renders nothing for %j', (nodes) => {
    expect(outline(checkRichText(nodes)).flat(9).join('')).toMatch(/^(div)?$/)
  })

  it('gathers loose text between blocks, with a direction of its own', () => {
    const nodes = checkRichText([text('a'), element('b', text('c')), element('p', text('d')), text('e')])
    expect(outline(nodes)).toEqual([['div', 'a', ['b', 'c']], ['p', 'd'], ['div', 'e']])
    expect(nodes.map((node) => (node as CheckedElement).dir)).toEqual(['auto', 'auto', 'auto'])
    expect(new Set(nodes.map((node) => (node as CheckedElement).key)).size).toBe(3)
  })

  it('gives blocks in a list the direction of the list', () => {
    const nodes = checkRichText([element('ul', element('li', element('p', text('a'))))])
    expect([find(nodes, 'ul')?.dir, find(nodes, 'p')?.dir]).toEqual(['auto', undefined])
  })

  it('removes white space between the items of a list and the rows of a table', () => {
    expect(outline(checkRichText([element('ul', text('\n'), element('li'), text(' '))]))).toEqual([['ul', ['li']]])
  })

  it.each(['javascript:alert(1)', '//evil.example', '/path', 'data:text/html,x', 7])('turns a link to %s into its text', (href) => {
    expect(outline(checkRichText([{ type: 'link', href, children: [text('here')] }]))).toEqual([['div', ['group', 'here']]])
  })

  it('says where a link leads if its text names another place', () => {
    const link = (label: string) => checkRichText([{ type: 'link', href: 'https://evil.example/x', children: [text(label)] }])
    expect(link('bank.example')).toMatchObject([{ children: [{ host: 'evil.example', place: 'evil.example' }] }])
    expect(link('here')).toMatchObject([{ children: [{ host: 'evil.example', place: null }] }])
    expect(link('')).toMatchObject([{ children: [{ children: ['evil.example'] }] }])
  })

  it('puts the images of a link after it, and unwraps a link in a link', () => {
    const inner = { type: 'link', href: 'https://b.example', children: [text('b')] }
    const nodes = checkRichText([{ type: 'link', href: 'https://a.example', children: [image(), inner] }])
    const images = ['group', 'image https://cdn.example/a.png']
    expect(outline(nodes)).toEqual([['div', ['group', ['link', 'A chart', ['group', 'b']], ' ', images]]])
  })

  it.each(['http://cdn.example/a.png', 'data:image/png;base64,AA', 'https://u:p@cdn.example/a.png'])('shows the alternative text of an image at %s', (src) => {
    expect(outline(checkRichText([image({ src })]))).toEqual([['div', 'A chart']])
  })

  it('keeps the key of an image whose signature is renewed, and forgets implausible sizes', () => {
    const check = (signature: number) => {
      const src = `https://cdn.example/a.png?signature=${signature}`
      return find(checkRichText([image({ src, width: 400, height: 1e9 })]), 'div')?.children[0] as CheckedImage
    }
    expect(check(1)).toMatchObject({ width: 400, height: undefined, host: 'cdn.example' })
    expect(check(2).key).toBe(check(1).key)
  })

  it('folds a long quote, unless the message is nothing else', () => {
    const quote = element('blockquote', text('word '.repeat(80)))
    expect(find(checkRichText([element('p', text('Yes.')), quote]), 'blockquote')?.isFolded).toBe(true)
    expect(find(checkRichText([quote]), 'blockquote')?.isFolded).toBe(false)
    expect(find(checkRichText([text('Yes.'), element('blockquote', text('No?'))]), 'blockquote')?.isFolded).toBe(false)
  })

  it('marks the seventh list in a list as deep, and code in a pre', () => {
    let list = element('ol')
    for (let depth = 0; depth < 6; depth += 1) list = element('ul', element('li', list))
    const nodes = checkRichText([list, element('pre', element('code', text('x')))])
    expect([find(nodes, 'ul')?.isDeep, find(nodes, 'ol')?.isDeep]).toEqual([false, true])
    expect(find(nodes, 'code')?.isInPre).toBe(true)
  })

  it('ends a tree that is too deep or too large as plain text', () => {
    let deep: unknown = text('end')
    for (let depth = 0; depth < 500; depth += 1) deep = element('b', deep)
    expect(JSON.stringify(checkRichText([deep]))).toContain('"end"')
    const many = checkRichText(Array.from({ length: 20_000 }, () => element('b', text('x'))))
    expect(JSON.stringify(many).match(/"tag":"b"/g)?.length).toBeLessThan(6000)
    expect(outline(many).flat(9).join('').replace(/[^x]/g, '').length).toBe(20_000)
  })
})
