/** The parts of a browser page that the Messenger's store and engine use, for tests in Node. */
import { vi } from 'vitest'

/** A script element that was added to the page. */
export interface FakeScript {
  src: string
  crossOrigin?: string
  onerror?: (reason: unknown) => void
}

function createStorage(): object {
  const hide = (value: unknown) => ({ value, enumerable: false })
  const storage: Record<string, string> = {}
  return Object.defineProperties(storage, {
    getItem: hide((key: string) => storage[key] ?? null),
    setItem: hide((key: string, value: string) => void (storage[key] = value)),
    removeItem: hide((key: string) => void delete storage[key]),
  })
}

function createElement(): object {
  const root = { replaceChildren() {}, querySelector: () => null }
  return { style: {}, classList: { toggle() {} }, remove() {}, append() {}, setAttribute() {}, attachShadow: () => root }
}

/**
 * Makes the globals of a page. Call it before the modules under test are imported.
 *
 * @param onScript called with each script that is added
 */
export function installFakePage(onScript: (script: FakeScript) => void): void {
  const target = new EventTarget()
  const events = {
    addEventListener: target.addEventListener.bind(target),
    removeEventListener: target.removeEventListener.bind(target),
    dispatchEvent: target.dispatchEvent.bind(target),
  }
  vi.stubGlobal('window', globalThis)
  // Node's own would connect the tests of a file.
  vi.stubGlobal('BroadcastChannel', undefined)
  for (const [name, value] of Object.entries(events)) vi.stubGlobal(name, value)
  vi.stubGlobal('location', { pathname: '/', search: '' })
  vi.stubGlobal('sessionStorage', createStorage())
  vi.stubGlobal('document', { ...events, createElement, visibilityState: 'visible', head: { append: onScript }, querySelectorAll: () => [] })
}

/** An element that React can render a component into that renders nothing. */
export function createFakeContainer(): Element {
  vi.stubGlobal('HTMLIFrameElement', Map)
  const ownerDocument = Object.assign(document, { nodeType: 9, defaultView: globalThis, activeElement: null })
  const namespaceURI = 'http://www.w3.org/1999/xhtml'
  const container = { nodeType: 1, tagName: 'DIV', namespaceURI, ownerDocument, textContent: '', addEventListener() {}, removeEventListener() {} }
  return container as unknown as Element
}
