/**
 * A frame that records which scripts run, which addresses load and whether it navigates. Scripts may run in it, so that
 * the test can see them, but nothing may load.
 */

import { egressHost } from './family.ts'

/** Events in an arena. */
export interface Findings {
  /** Numbers passed to `__xss`, and names of opened dialogs. */
  executed: string[]
  /** Whether the frame has navigated to another document. */
  navigated: boolean
  /** Addresses that it tried to load. */
  loaded: string[]
}

/** A frame with the log of its page. The log survives navigation. */
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

/** Picks elements from both ends of a message, which may have thousands. */
function some(place: HTMLElement): HTMLElement[] {
  const all = [...place.querySelectorAll<HTMLElement>('*')]
  return all.length > 400 ? [...all.slice(0, 200), ...all.slice(-200)] : all
}

export class Arena {
  readonly #frame: LoggingFrame

  private constructor(frame: LoggingFrame) {
    this.#frame = frame
  }

  /** Opens a page with an element for each message, parsed like HTML from a server. */
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

  /** Elements of the messages. Throws if the frame has navigated. */
  get places(): HTMLElement[] {
    return [...this.#frame.contentDocument!.querySelectorAll<HTMLElement>('[data-message]')]
  }

  /** Sends each element the pointer and keyboard events of a user. */
  touch(): void {
    try {
      for (const element of this.places.flatMap(some)) {
        for (const type of ['pointerenter', 'mouseover', 'focus', 'copy']) element.dispatchEvent(new Event(type, { bubbles: true }))
        element.focus?.()
        element.click?.()
        element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
      }
    } catch {
      // The frame has navigated, which the findings report.
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
