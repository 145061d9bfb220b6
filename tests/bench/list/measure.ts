import type { Browser } from 'playwright'
import { openProbe } from '../browser.ts'

/** Number of rows by list. Lists of one length don't depend on it, or take minutes. */
export const cases: Record<string, number[]> = {
  floor: [10_000],
  twenty: [10_000],
  'twenty-kit': [10_000],
  ours: [100, 1_000, 10_000, 50_000],
  virtua: [100, 1_000, 10_000, 50_000],
  tanstack: [100, 1_000, 10_000, 50_000],
  virtuoso: [100, 1_000, 10_000, 50_000],
  chatscope: [100, 1_000, 10_000],
}

/** Measures a list: CPU milliseconds of the main thread for a change with its frame, megabytes, and nodes. */
export async function measureList(browser: Browser, url: string, name: string) {
  const [variant, rows] = name.split(' ') as [string, string]
  const probe = await openProbe(browser)
  try {
    await probe.page.goto(`${url}index.html?variant=${variant}&rows=${rows}`)
    await probe.page.waitForFunction(() => 'bench' in window)
    await probe.run('nothing', 5)
    const before = await probe.weight()
    const mount = await probe.run('mount')
    const after = await probe.weight()
    const isSlow = variant === 'chatscope' && Number(rows) > 1_000
    const each = async (method: string, times: number) => (await probe.run(method, times)) / times
    const scroll = await each('scroll', isSlow ? 8 : 40)
    await probe.run('top')
    const times = isSlow ? 2 : 8
    const nothing = await each('nothing', times)
    return {
      mount, scroll, nothing,
      select: await each('select', times),
      update: await each('update', times),
      prepend: await each('prepend', times),
      heap: after.heap - before.heap,
      nodes: after.nodes - before.nodes,
    }
  } finally {
    await probe.close()
  }
}
