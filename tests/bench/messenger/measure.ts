import type { Browser } from 'playwright'
import { gzipSync } from 'node:zlib'
import { messengerScript, WIDGET_ORIGIN } from '../../../mocks/messenger/script.ts'
import { openProbe } from '../browser.ts'

/** Ways to load the Messenger. The first loads none. */
export const cases = ['none', 'ours, on intent', 'ours, idle', 'ours, at once', 'react-use-intercom', 'messenger-js-sdk']

/** Milliseconds to watch after the page has loaded, enough for a Messenger that loads when idle. */
const WATCHED = 2_500

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

/** Measures the first seconds of a page: CPU of the main thread, and requests for the script. */
export async function measureMessenger(browser: Browser, url: string, variant: string) {
  const probe = await openProbe(browser)
  try {
    let requests = 0
    await probe.page.route(`${WIDGET_ORIGIN}**`, (route) => {
      requests += 1
      return route.fulfill({ contentType: 'text/javascript', body: script })
    })
    await probe.page.goto(`${url}index.html?variant=${encodeURIComponent(variant)}`, { waitUntil: 'load' })
    await probe.page.waitForTimeout(WATCHED)
    return { cpu: await probe.cpu(), requests }
  } finally {
    await probe.close()
  }
}
