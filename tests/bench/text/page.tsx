import '../page.css'
import DOMPurify from 'dompurify'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import sanitizeHtml from 'sanitize-html'
import { RichText } from '@/components/intercom/rich-text'
import { parseRichText } from '@/kit/rich-text/parse-rich-text'
import { buildLargeWorkspace } from '../../../mocks/index.ts'

const messages = buildLargeWorkspace(300).conversations.map(({ source }) => source.body ?? '').filter(Boolean)
const trees = messages.map((html) => parseRichText(html))
const host = document.getElementById('root')!
const options = {
  allowedTags: ['p', 'div', 'br', 'b', 'strong', 'i', 'em', 'u', 's', 'code', 'pre', 'a', 'img', 'ul', 'ol', 'li', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'table', 'thead', 'tbody', 'tr', 'td', 'th'],
  allowedAttributes: { a: ['href'], img: ['src', 'alt', 'width', 'height'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
}

/** Renders all messages, or prepares them for rendering, by method. */
const ways: Record<string, () => void> = {
  'parse (server)': () => messages.forEach((html) => parseRichText(html)),
  'tree to the page': () => {
    const root = createRoot(host)
    flushSync(() => root.render(trees.map((nodes, index) => <RichText key={index} nodes={nodes} />)))
    flushSync(() => root.unmount())
  },
  'DOMPurify': () => messages.forEach((html) => DOMPurify.sanitize(html)),
  'DOMPurify to the page': () => fill((element, html) => void (element.innerHTML = DOMPurify.sanitize(html))),
  'sanitize-html': () => messages.forEach((html) => sanitizeHtml(html, options)),
  'sanitize-html to the page': () => fill((element, html) => void (element.innerHTML = sanitizeHtml(html, options))),
  'setHTML to the page': () => fill((element, html) => (element as unknown as { setHTML: (text: string) => void }).setHTML(html)),
}

function fill(put: (element: HTMLElement, html: string) => void): void {
  for (const html of messages) {
    const element = document.createElement('div')
    put(element, html)
    host.append(element)
  }
  host.replaceChildren()
}

const bench = {
  ways: () => Object.keys(ways).filter((name) => !name.startsWith('setHTML') || 'setHTML' in Element.prototype),
  messages: () => ({ count: messages.length, bytes: new Blob(messages).size / messages.length }),
  take(name: string, times: number) {
    for (let time = 0; time < times; time += 1) ways[name]!()
  },
}

Object.assign(window, { bench })
