import type { RichTextNode } from 'intercom-v0-kit/contracts'

const text = (words: string): RichTextNode => ({ type: 'text', text: words })
const element = (tag: 'p' | 'b' | 'ul' | 'li' | 'code', ...children: RichTextNode[]): RichTextNode => ({ type: 'element', tag, children })

/** A message in the format of `parseRichText()`. */
export const hello: RichTextNode[] = [
  element('p', text('Every export since Tuesday '), element('b', text('ends early')), text('. The log says '), element('code', text('ERR_ROW_LIMIT')), text('.')),
  element('ul', element('li', text('one week works')), element('li', text('one month does not'))),
  element('p', { type: 'link', href: 'https://docs.example.com/exports', children: [text('The documentation')] }, text(' names no limit.')),
]
