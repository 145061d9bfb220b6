import type { Browser } from 'playwright'
import { openProbe } from '../browser.ts'

const APPENDS = 8

/** Threads with their number of parts. */
export const cases = ['floor', 'ours', 'chatscope-raw', 'chatscope-dompurify'].flatMap((variant) => [`${variant} 50`, `${variant} 500`])

/** Measures a thread: CPU milliseconds of the main thread to mount it, and to show one more message. */
export async function measureThread(browser: Browser, url: string, name: string) {
  const [variant, parts] = name.split(' ')
  const probe = await openProbe(browser)
  try {
    await probe.page.goto(`${url}index.html?variant=${variant}&parts=${parts}`)
    await probe.page.waitForFunction(() => 'bench' in window)
    await probe.run('nothing', 5)
    const before = await probe.weight()
    const mount = await probe.run('mount')
    const after = await probe.weight()
    return { mount, append: (await probe.run('append', APPENDS)) / APPENDS, heap: after.heap - before.heap, nodes: after.nodes - before.nodes }
  } finally {
    await probe.close()
  }
}
