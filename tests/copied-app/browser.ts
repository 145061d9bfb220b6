/** Opens pages of a copied app with the mocked Messenger at Intercom's address, and records every problem. */
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'
import type { Browser, Page } from 'playwright'
import type { MessengerMock } from '../../mocks/messenger/index.ts'
import { WIDGET_ORIGIN } from '../../mocks/messenger/script.ts'

declare global {
  interface Window {
    messengerMock: MessengerMock
  }
}

/** The signed-in user, by the cookie that the developer's `authorize` reads. */
export type Session = 'agent' | 'customer' | 'nobody'

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

/** Next.js warns in development because intercepted requests disable the browser's cache. */
const harmless = /is rendering with server caches disabled/

/**
 * Opens a page of an app.
 * @param options.isBlocked whether an ad blocker stops the Messenger
 */
export async function visit(
  browser: Browser,
  address: string,
  { session, isBlocked = false }: { session: Session; isBlocked?: boolean },
): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' })
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
