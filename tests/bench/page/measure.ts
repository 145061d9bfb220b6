import type { Browser } from 'playwright'

/** Pages with the slow-down of the processor. */
export const cases = ['empty 1', 'inbox 1', 'empty 4', 'inbox 4']

/** Milliseconds without a long task after which a page has settled, at full speed. */
const QUIET = 2000

interface Vitals {
  fcp: number
  lcp: number
  cls: number
  /** Tasks above 50 ms, as start and duration. */
  tasks: [number, number][]
}

declare global {
  interface Window {
    vitals: Vitals
  }
}

/** Runs in the page, and records what users notice: https://web.dev/articles/vitals. */
export function recordVitals(): void {
  const vitals: Vitals = (window.vitals = { fcp: 0, lcp: 0, cls: 0, tasks: [] })
  const observe = <Entry extends PerformanceEntry>(type: string, note: (entry: Entry) => void) =>
    new PerformanceObserver((list) => (list.getEntries() as Entry[]).forEach(note)).observe({ type, buffered: true })
  observe('paint', ({ name, startTime }) => name === 'first-contentful-paint' && (vitals.fcp = startTime))
  observe('largest-contentful-paint', ({ startTime }) => (vitals.lcp = startTime))
  observe<PerformanceEntry & { value: number; hadRecentInput: boolean }>('layout-shift', ({ value, hadRecentInput }) => {
    if (!hadRecentInput) vitals.cls += value
  })
  observe('longtask', ({ startTime, duration }) => vitals.tasks.push([startTime, duration]))
}

/** Sums up the total blocking time in milliseconds: https://web.dev/articles/tbt. */
export function sumBlockingTime({ fcp, tasks }: Pick<Vitals, 'fcp' | 'tasks'>): number {
  return tasks.reduce((sum, [start, duration]) => sum + (start + duration > fcp ? Math.max(0, duration - 50) : 0), 0)
}

/** Loads a page with an empty cache. Figures are in milliseconds and kilobytes. */
export async function measurePage(browser: Browser, origin: string, name: string) {
  const [page = '', slowDown = ''] = name.split(' ')
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
  try {
    await context.addCookies([{ name: 'session', value: 'agent', url: origin }])
    await context.addInitScript(recordVitals)
    const tab = await context.newPage()
    const session = await context.newCDPSession(tab)
    await session.send('Emulation.setCPUThrottlingRate', { rate: Number(slowDown) })
    await tab.goto(`${origin}/${page}`, { waitUntil: 'load', timeout: 120_000 })
    const ready = page === 'inbox' ? '[data-slot="conversation-row"]' : 'h1'
    const found = await tab.waitForFunction((selector) => {
      if (!document.querySelector(selector)) return null
      const scripts = (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).filter(({ name: url }) => /\.js(\?|$)/.test(url))
      return { at: performance.now(), bytes: scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) }
    }, ready, { polling: 'raf', timeout: 120_000 })
    const { at, bytes } = (await found.jsonValue())!
    await tab.waitForTimeout(QUIET * Number(slowDown))
    const { fcp, lcp, cls, tasks } = await tab.evaluate(() => window.vitals)
    return { fcp, lcp, ready: at, cls, tbt: sumBlockingTime({ fcp, tasks }), bytes: bytes / 1000 }
  } finally {
    await context.close()
  }
}
