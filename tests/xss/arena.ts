/**
 * A page of its own for messages: a frame that counts what runs, what is loaded and where it is taken. It may run
 * scripts, so that it can show that one has run; it may load nothing.
 */

import { egressHost } from './family.ts'

/** What happened in an arena. */
export interface Findings {
  /** Numbers that `__xss` was called with, and dialogs by name. */
  executed: string[]
  /** Whether the frame is another document now. */
  navigated: boolean
  /** Addresses that it tried to load. */
  loaded: string[]
}

/** A frame with the log that its page writes into; it outlives the page. */
interface LoggingFrame extends HTMLIFrameElement {
  log: { executed: string[]; loaded: string[] }
}

const policy = "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; style-src 'unsafe-inline'; form-action 'none'"

const probe = `
  const { log } = frameElement
  window.__xss = (id) => { log.executed.push('call ' + id) }
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) window[name] = () => { log.executed.push(name) }
  document.addEventListener('securitypolicyviolation', (event) => log.loaded.push(event.blockedURI), true)
  window.probed = true
`

/** What is in a message. Of thousands of elements, what hides among them is at one of the ends. */
function some(place: HTMLElement): HTMLElement[] {
  const all = [...place.querySelectorAll<HTMLElement>('*')]
  return all.length > 400 ? [...all.slice(0, 200), ...all.slice(-200)] : all
}

/** A page, and what it does. */
export class Arena {
  readonly #frame: LoggingFrame

  private constructor(frame: LoggingFrame) {
    this.#frame = frame
  }

  /** Opens a page with a place for each message, its HTML parsed as a server's answer is. */
  static open(messages: string[]): Promise<Arena> {
    const frame = Object.assign(document.createElement('iframe'), { log: { executed: [], loaded: [] } })
    frame.sandbox.add('allow-scripts', 'allow-same-origin', 'allow-forms', 'allow-modals')
    frame.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}">
      <base href="https://${egressHost}/"><script>${probe}</script><body>${messages.map((html) => `<div data-message>${html}</div>`).join('')}`
    return new Promise((resolve) => {
      frame.addEventListener('load', () => resolve(new Arena(frame)), { once: true })
      document.body.append(frame)
    })
  }

  /** The elements that the messages are in. Throws where the frame shows another page by now. */
  get places(): HTMLElement[] {
    return [...this.#frame.contentDocument!.querySelectorAll<HTMLElement>('[data-message]')]
  }

  /** Does to every element what a reader's pointer and keyboard would. */
  touch(): void {
    try {
      for (const element of this.places.flatMap(some)) {
        for (const type of ['pointerenter', 'mouseover', 'focus', 'copy']) element.dispatchEvent(new Event(type, { bubbles: true }))
        element.focus?.()
        element.click?.()
        element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
      }
    } catch {
      // It has gone elsewhere, and the findings say so.
    }
  }

  findings(): Findings {
    const { executed, loaded } = this.#frame.log
    return { executed: [...executed], navigated: this.#navigated(), loaded: [...loaded, ...this.#resources()] }
  }

  #navigated(): boolean {
    try {
      const page = this.#frame.contentWindow as Window & { probed?: boolean }
      return page.location.href !== 'about:srcdoc' || !page.probed
    } catch {
      return true
    }
  }

  #resources(): string[] {
    if (this.#navigated()) return []
    return this.#frame.contentWindow!.performance.getEntriesByType('resource').map(({ name }) => name)
  }

  close(): void {
    this.#frame.remove()
  }
}
