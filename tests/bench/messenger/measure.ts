import type { Browser } from 'playwright'
import { gzipSync } from 'node:zlib'
import { messengerScript, WIDGET_ORIGIN } from '../../../mocks/messenger/script.ts'
import { openProbe } from '../browser.ts'
import { recordVitals, sumBlockingTime } from '../page/measure.ts'

/** Ways to load the Messenger. The first loads none. */
export const cases = ['none', 'ours, idle', 'ours, on intent', 'ours, at once', 'react-use-intercom', 'messenger-js-sdk']

/** Milliseconds to watch after the page has loaded, enough for a Messenger that loads when idle. */
const WATCHED = 2_500

/** Slow-down of the processor for the blocking time, as of a phone. */
export const SLOW_DOWN = 4

/** Builds a script with the size and the main-thread work of Intercom's. */
function buildHeavyScript(): string {
  let seed = 42
  const random = () => (seed = (seed * 1103515245 + 12345) % 2147483648)
  const functions = Array.from({ length: 9_000 }, (_, index) => {
    const [a, b, c] = [random().toString(36), random().toString(36), random() % 997]
    return `function f${index}(x){var ${a.replace(/^\d*/, 'v')}="${a}${b}${(random() * 977).toString(36)}";return x*${c}+${a.replace(/^\d*/, 'v')}.length}`
  })
  const calls = `var sum=0,turns=0;for(;turns<400;turns++){${Array.from({ length: 300 }, (_, index) => `sum+=f${index * 30}(turns);`).join('')}}`
  return `(function(){${functions.join('\n')}\n${calls}\nwindow.fakeWork=sum;for(var end=0,i=0;i<9000000;i++)end=(end*31+i)|0;window.fakeEnd=end})();`
}

const script = buildHeavyScript() + messengerScript()

/** Kilobytes of the replacement for Intercom's script, gzipped. */
export const scriptWeight = gzipSync(script).length / 1000

/** Loads the page and watches it. Counts its requests and their bytes, after gzip. */
async function load(browser: Browser, url: string, variant: string, slowDown: number) {
  const probe = await openProbe(browser)
  try {
    let requests = 0
    let bytes = 0
    await probe.page.addInitScript(recordVitals)
    await probe.page.route(`${WIDGET_ORIGIN}**`, (route) => {
      bytes += scriptWeight * 1000
      return route.fulfill({ contentType: 'text/javascript', body: script })
    })
    probe.page.on('requestfinished', async (request) => {
      requests += 1
      if (request.url().startsWith(url)) bytes += gzipSync((await (await request.response())?.body().catch(() => null)) ?? '').length
    })
    const session = await probe.page.context().newCDPSession(probe.page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowDown })
    await probe.page.goto(`${url}index.html?variant=${encodeURIComponent(variant)}`, { waitUntil: 'load' })
    await probe.page.waitForTimeout(WATCHED * Math.sqrt(slowDown))
    const { fcp, tasks } = await probe.page.evaluate(() => window.vitals)
    return { cpu: await probe.cpu(), tbt: sumBlockingTime({ fcp, tasks }), requests, bytes: bytes / 1000 }
  } finally {
    await probe.close()
  }
}

/** Measures the first seconds of a page: CPU, requests and kilobytes at full speed, blocking time on a slower processor. */
export async function measureMessenger(browser: Browser, url: string, variant: string) {
  const { cpu, requests, bytes } = await load(browser, url, variant, 1)
  const { tbt } = await load(browser, url, variant, SLOW_DOWN)
  return { cpu, tbt, requests, bytes }
}
