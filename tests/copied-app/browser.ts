/** Opens pages of a copied app with the mocked Messenger at Intercom's address, and records every problem. */
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'
import type { Browser, Page } from 'playwright'
import type { MessengerMock } from '../../mocks/messenger/index.ts'
import { WIDGET_ORIGIN } from '../../mocks/messenger/script.ts'

/** A layout shift, with the moved elements. */
export interface Shift {
  value: number
  moved: string[]
}

declare global {
  interface Window {
    messengerMock: MessengerMock
    shifts: Shift[]
  }
}

/** The signed-in user, by the cookie that the developer's `authorize` reads. */
export type Session = 'agent' | 'customer' | 'nobody'

export interface VisitOptions {
  session: Session
  isBlocked?: boolean
  viewport?: { width: number; height: number }
  delay?: number
}

/** A page with its problems. */
export interface Visit {
  page: Page
  problems: string[]
  close: () => Promise<void>
}

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Builds the mocked Messenger as the script that Intercom would send. */
function widget(): string {
  const code = `import { createMessengerMock } from './mocks/messenger/messenger.ts'
    window.messengerMock = createMessengerMock()
    window.messengerMock.install()`
  const { outputFiles } = buildSync({ stdin: { contents: code, resolveDir: root }, bundle: true, format: 'iife', write: false })
  return outputFiles[0]!.text
}

const script = widget()

/** Runs in the page, and records the shifts that its users don't expect: https://web.dev/articles/cls. */
function recordShifts(): void {
  window.shifts = []
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean; sources: LayoutShiftSource[] })[]) {
      if (entry.hadRecentInput) continue
      const moved = entry.sources.map(({ node, previousRect, currentRect }) => {
        const element = node instanceof Element ? node : node?.parentElement
        const name = element?.closest('[data-slot]')?.getAttribute('data-slot') ?? element?.tagName
        return `${name} (${element?.className.toString().slice(0, 60)}): ${JSON.stringify(previousRect)} to ${JSON.stringify(currentRect)}`
      })
      window.shifts.push({ value: entry.value, moved })
    }
  })
  observer.observe({ type: 'layout-shift', buffered: true })
}

interface LayoutShiftSource {
  node: Node | null
  previousRect: DOMRectReadOnly
  currentRect: DOMRectReadOnly
}

/** Next.js warns in development because intercepted requests disable the browser's cache. */
const harmless = /is rendering with server caches disabled/

/**
 * Opens a page of an app.
 * @param options.isBlocked whether an ad blocker stops the Messenger
 * @param options.viewport size of the window in CSS pixels
 * @param options.delay delay of the responses of the app's routes in milliseconds
 */
export async function visit(
  browser: Browser,
  address: string,
  { session, isBlocked = false, viewport = { width: 1280, height: 800 }, delay = 0 }: VisitOptions,
): Promise<Visit> {
  const context = await browser.newContext({ viewport, locale: 'en-GB' })
  await context.addInitScript(recordShifts)
  if (delay > 0) {
    await context.route('**/api/intercom/**', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, delay))
      await route.continue().catch(() => {})
    })
  }
  const { origin } = new URL(address)
  if (session !== 'nobody') await context.addCookies([{ name: 'session', value: session, url: origin }])
  const problems: string[] = []
  await context.route(
    // The mocked Intercom serves images and files on localhost.
    (url) => !['localhost', '127.0.0.1'].includes(url.hostname) && !url.protocol.startsWith('data'),
    async (route) => {
      const url = route.request().url()
      if (url.startsWith(WIDGET_ORIGIN)) {
        return isBlocked ? route.abort('blockedbyclient') : route.fulfill({ contentType: 'text/javascript', body: script })
      }
      problems.push(`The page asks ${url}.`)
      return route.abort()
    },
  )
  const page = await context.newPage()
  page.on('pageerror', (error) => problems.push(error.stack ?? error.message))
  page.on('console', (message) => {
    const text = `${message.type()}: ${message.text()} ${message.location().url}`
    const isExpected = message.location().url.startsWith(WIDGET_ORIGIN) || harmless.test(text)
    if (/error|warning/.test(message.type()) && !isExpected) problems.push(text)
  })
  // The development server compiles a page when it first opens.
  await page.goto(address, { timeout: 180_000 })
  return { page, problems, close: () => context.close() }
}
