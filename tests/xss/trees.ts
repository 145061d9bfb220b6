/** Trees that the parser never produces, as a compromised server could send them. */

const text = { type: 'text', text: 'x' }
const script = 'javascript:(self.__xss||parent.__xss)(0)'

/** Values of other types for string properties. */
const notStrings: unknown[] = [
  null, undefined, 0, 1, NaN, true, [], ['a'], {}, { toString: () => script }, { toString: 1, valueOf: 1 }, { __html: '<img src=x onerror=__xss(0)>' },
  { $$typeof: Symbol.for('react.transitional.element'), type: 'script', props: { children: '__xss(0)' }, key: null, ref: null },
  () => script,
]

/** Unknown names of elements, and names of Object.prototype. */
const otherTags: unknown[] = [
  'script', 'SCRIPT', 'style', 'iframe', 'svg', 'math', 'form', 'input', 'button', 'object', 'embed', 'link', 'meta',
  'base', 'template', 'portal', 'a', 'img', 'video', 'textarea', 'x-element', '', ' p', 'p ', 'p onclick', 'constructor',
  '__proto__', 'toString', 'hasOwnProperty', 'h7', 'h0', 'P',
]

/** Properties with a meaning for React or the DOM. */
const extras = {
  dangerouslySetInnerHTML: { __html: '<img src=x onerror="(self.__xss||parent.__xss)(0)">' },
  onClick: script, onclick: script, style: { background: 'url(https://egress.invalid/)' }, className: 'fixed inset-0 pwned',
  id: 'pwned', ref: 'pwned', key: 'pwned', is: 'pwned', srcDoc: '<script>__xss(0)</script>', props: { href: script },
  attributes: { onclick: script }, $$typeof: Symbol.for('react.transitional.element'),
}

const element = (tag: unknown, ...children: unknown[]) => ({ type: 'element', tag, children })

function nested(depth: number): unknown {
  let node: unknown = element('script', text)
  for (let level = 0; level < depth; level += 1) node = element('div', node)
  return node
}

function endless(): unknown {
  const node = element('div')
  node.children.push(node, text)
  return node
}

/** Values for the `nodes` prop of `RichText`. */
export const hostileTrees: unknown[] = [
  ...notStrings,
  ...notStrings.map((value) => [value]),
  ...notStrings.map((value) => [{ type: 'text', text: value }]),
  ...notStrings.map((value) => [{ type: 'link', href: value, children: [text] }]),
  ...notStrings.map((value) => [{ type: 'image', src: value, alt: value, width: value, height: value }]),
  ...notStrings.map((value) => [{ type: 'image', src: 'https://egress.invalid/a.png', alt: value, width: value, height: 9 }]),
  ...notStrings.map((value) => [{ type: 'element', tag: value, children: [text] }]),
  ...notStrings.map((value) => [{ type: 'element', tag: 'p', children: value }]),
  ...notStrings.map((value) => [{ type: value, tag: 'script', text: 'x', href: script, src: script, children: [text] }]),
  ...otherTags.map((tag) => [element(tag, text)]),
  ...['p', 'div', 'td', 'br', 'hr', 'pre', 'blockquote', 'table', 'h1'].map((tag) => [{ ...extras, ...element(tag, text) }]),
  [{ ...extras, type: 'text', text: '<script>__xss(0)</script>' }],
  [{ ...extras, type: 'link', href: script, target: '_self', children: [text] }],
  [{ ...extras, type: 'link', href: 'https://example.com', target: '_self', rel: 'opener', children: [text] }],
  [{ ...extras, type: 'image', src: 'https://egress.invalid/a.png', srcSet: 'https://egress.invalid/b.png', alt: 'x' }],
  [{ type: 'image', src: 'https://user:pass@egress.invalid/a.png', alt: 'x' }],
  [{ type: 'image', src: 'https://egress.invalid/a.png', alt: 'x', width: 1e308, height: 1 }],
  [{ type: 'image', src: 'https://egress.invalid/a.png', alt: 'x', width: '1;background:url(https://egress.invalid)', height: 1 }],
  [{ type: 'link', href: 'https://a.example', children: [{ type: 'link', href: 'https://b.example', children: [text] }] }],
  [{ type: 'link', href: 'https://a.example', children: [{ type: 'image', src: 'https://egress.invalid/a.png', alt: '' }] }],
  [{ type: 'link', href: 'https://a.example', children: [element('blockquote', { type: 'text', text: 'x'.repeat(999) })] }, text],
  [element('br', element('script', text)), element('hr', text)],
  [element('table', text, element('p', text)), element('ul', text, element('p', text)), element('tr', element('div'))],
  [element('p', element('p', element('div', element('table', text))))],
  [nested(50)], [nested(100)], [nested(5000)], [nested(100_000)],
  [endless()],
  Array.from({ length: 20_000 }, () => element('b', text)),
  Object.assign([text], { dangerouslySetInnerHTML: extras.dangerouslySetInnerHTML }),
]
