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
    /** Rows of the list at the first contentful paint, and its time in milliseconds. */
    firstPaint: { rows: number; at: number } | undefined
  }
}

/** The signed-in user, by the cookie that the developer's `authorize` reads. */
export type Session = 'agent' | 'customer' | 'nobody'

export interface VisitOptions {
  session: Session
  isBlocked?: boolean
  viewport?: { width: number; height: number }
  delay?: number
  /** @default true */
  javaScriptEnabled?: boolean
  timezoneId?: string
  scriptDelay?: number
}

/** A page with its problems. */
export interface Visit {
  page: Page
  problems: string[]
  /** Requests to the kit's routes: method and path with its query. */
  requests: string[]
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

/** Runs in the page, and counts the rows at the first contentful paint. */
function recordFirstPaint(): void {
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) {
      if (name !== 'first-contentful-paint') continue
      const rows = [...document.querySelectorAll<HTMLElement>('[data-slot="conversation-row"]')].filter((row) => {
        const { top, height } = row.getBoundingClientRect()
        return height > 0 && top < innerHeight && row.innerText.trim() !== ''
      })
      window.firstPaint = { rows: rows.length, at: startTime }
    }
  }).observe({ type: 'paint', buffered: true })
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
 * @param options.scriptDelay delay of the app's scripts in milliseconds
 */
export async function visit(
  browser: Browser,
  address: string,
  { session, isBlocked = false, viewport = { width: 1280, height: 800 }, delay = 0, scriptDelay = 0, ...options }: VisitOptions,
): Promise<Visit> {
  const context = await browser.newContext({ viewport, locale: 'en-GB', ...options })
  await context.addInitScript(recordShifts)
  await context.addInitScript(recordFirstPaint)
  for (const [pattern, milliseconds] of [['**/api/intercom/**', delay], ['**/_next/static/**/*.js', scriptDelay]] as const) {
    if (milliseconds === 0) continue
    await context.route(pattern, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, milliseconds))
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
  const requests: string[] = []
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url())
    if (pathname.startsWith('/api/intercom/')) requests.push(`${request.method()} ${pathname}${search}`)
  })
  page.on('pageerror', (error) => problems.push(error.stack ?? error.message))
  page.on('console', (message) => {
    const text = `${message.type()}: ${message.text()} ${message.location().url}`
    const isExpected = message.location().url.startsWith(WIDGET_ORIGIN) || harmless.test(text)
    if (/error|warning/.test(message.type()) && !isExpected) problems.push(text)
  })
  // The development server compiles a page when it first opens.
  await page.goto(address, { timeout: 180_000 })
  return { page, problems, requests, close: () => context.close() }
}
