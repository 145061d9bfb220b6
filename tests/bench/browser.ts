/** Builds pages for production and measures the CPU time of their main thread. */
import tailwindcss from '@tailwindcss/vite'
import { chromium, type Browser, type CDPSession, type Page } from 'playwright'
import { build, defaultClientConditions } from 'vite'
import { chromiumArgs, ensureChromium } from '../chromium.ts'
import { serveFolder } from '../look/serve.ts'
import { benchFolder, root, getWorkFolder } from './places.ts'

/**
 * Builds a page from a module of this folder, with a chunk for each dynamic import.
 * @returns its address, and a function that stops the server
 */
export async function buildPage(name: string): Promise<{ url: string; close: () => void }> {
  const folder = getWorkFolder(`${name}-page`)
  await build({
    root: `${benchFolder}/${name}`,
    configFile: false,
    logLevel: 'error',
    base: './',
    define: { 'process.env.NODE_ENV': '"production"', 'process.env.NEXT_PUBLIC_INTERCOM_APP_ID': '"abc12345"' },
    resolve: { alias: { '@': `${root}/src` }, conditions: ['source', ...defaultClientConditions], dedupe: ['react', 'react-dom'] },
    plugins: [tailwindcss()],
    build: { outDir: folder, emptyOutDir: true, target: 'es2023', chunkSizeWarningLimit: 5000 },
  })
  return serveFolder(folder)
}

/** Starts a Chromium for measurements. */
export async function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: await ensureChromium(), args: [...chromiumArgs, '--js-flags=--expose-gc'] })
}

/** A page with a meter of its main thread. */
export interface Probe {
  page: Page
  /** Returns the CPU time of the main thread so far, in milliseconds. */
  cpu: () => Promise<number>
  /** Awaits `window.bench[method](...args)` and returns its CPU time, in milliseconds. */
  run: (method: string, ...args: unknown[]) => Promise<number>
  /** Returns the size after garbage collection: megabytes of JavaScript heap, and number of DOM nodes. */
  weight: () => Promise<{ heap: number; nodes: number }>
  close: () => Promise<void>
}

async function metrics(session: CDPSession): Promise<Map<string, number>> {
  const { metrics: list } = await session.send('Performance.getMetrics')
  return new Map(list.map(({ name, value }) => [name, value]))
}

/** Opens a blank page in its own process. */
export async function openProbe(browser: Browser): Promise<Probe> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB', timezoneId: 'UTC' })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const cpu = async () => 1000 * ((await metrics(session)).get('TaskDuration') ?? Number.NaN)
  return {
    page,
    cpu,
    async run(method, ...args) {
      const before = await cpu()
      await page.evaluate(
        ([name, values]) => (window as unknown as { bench: Record<string, (...all: unknown[]) => unknown> }).bench[name]!(...values),
        [method, args] as const,
      )
      return (await cpu()) - before
    },
    async weight() {
      await session.send('HeapProfiler.collectGarbage')
      const now = await metrics(session)
      return { heap: now.get('JSHeapUsedSize')! / 1e6, nodes: now.get('Nodes')! }
    },
    close: () => context.close(),
  }
}
