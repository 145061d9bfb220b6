/** Lists the allowed content of a rendered message, independent of the code that renders it. */
import { marker } from './family.ts'

const elements = new Set([
  'a', 'b', 'bdi', 'blockquote', 'br', 'button', 'code', 'details', 'div', 'em', 'h3', 'hr', 'i', 'img', 'li', 'ol', 'p',
  'pre', 's', 'span', 'strong', 'summary', 'table', 'tbody', 'td', 'th', 'thead', 'tr', 'u', 'ul',
  // Elements of icons.
  'svg', 'path', 'rect', 'circle', 'line', 'polyline',
])

const anywhere = new Set(['class', 'dir', 'data-slot', 'data-state'])
const iconAttributes = new Set([
  'xmlns', 'width', 'height', 'viewBox', 'fill', 'stroke', 'stroke-width', 'stroke-linecap', 'stroke-linejoin',
  'aria-hidden', 'd', 'x', 'y', 'rx', 'ry', 'cx', 'cy', 'r', 'x1', 'x2', 'y1', 'y2', 'points',
])
const attributesOf: Record<string, Set<string>> = {
  a: new Set(['href', 'target', 'rel', 'title']),
  img: new Set(['src', 'alt', 'width', 'height', 'referrerpolicy', 'loading', 'decoding']),
  button: new Set(['type', 'id', 'aria-labelledby', 'aria-disabled']),
  span: new Set(['id', 'role', 'style', 'aria-busy']),
  div: new Set(['role', 'tabindex', 'aria-label']),
  details: new Set(['open']),
}

const generatedId = /^_?[\w«»:]+-(?:what|load)$/
const reserved = /^(?:(?:width|aspect-ratio):\s*[\d.]+(?:px)?(?:\s*\/\s*1)?;?\s*)+$/

// Called on the prototype, because fields of a hostile form can shadow `attributes` and others.
const { getAttribute, getAttributeNames } = Element.prototype

function attributeFault(element: Element, name: string): string | null {
  const value = getAttribute.call(element, name)!
  const tag = element.localName
  const isIcon = element.closest('svg') !== null
  if (!anywhere.has(name) && !(isIcon ? iconAttributes : attributesOf[tag])?.has(name)) return `${tag}[${name}]`
  if (value.includes(marker) && !['href', 'src', 'title', 'alt'].includes(name)) return `${tag}[${name}] has the sender's word`
  if (name === 'href' && !/^(?:https?:\/\/[^@/]+(?:\/|$)|mailto:|tel:[+\d])/.test(value)) return `${tag}[href=${value}]`
  if (name === 'src' && !/^https:\/\/[^@/]+\//.test(value)) return `${tag}[src=${value}]`
  if (name === 'id' && !generatedId.test(value)) return `${tag}[id=${value}]`
  if (name === 'style' && !reserved.test(value)) return `${tag}[style=${value}]`
  if (name === 'target' && value !== '_blank') return `a[target=${value}]`
  return null
}

/**
 * Checks every element and attribute below a root.
 * @returns forbidden elements and attributes
 */
export function audit(root: Element): string[] {
  const faults: string[] = []
  for (const element of root.querySelectorAll('*')) {
    const tag = element.localName
    if (!elements.has(tag)) faults.push(`<${tag}>`)
    for (const name of getAttributeNames.call(element)) {
      const fault = attributeFault(element, name)
      if (fault) faults.push(fault)
    }
    if (tag === 'a' && element.getAttribute('rel') !== 'noopener noreferrer nofollow ugc') faults.push('a without rel')
    if (tag === 'a' && element.querySelector('a, button, summary')) faults.push('a holds a control')
    if (tag === 'img' && element.getAttribute('referrerpolicy') !== 'no-referrer') faults.push('img sends a referrer')
  }
  if (/[\u0000\u202D\u202E]/.test(root.textContent ?? '')) faults.push('a forced reading direction')
  return faults
}
