/** Checks that the stories of the built Storybook load their data when served as plain files, at any path. */
import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumArgs, ensureChromium } from '../chromium.ts'
import { serveFolder } from '../look/serve.ts'

const folder = 'storybook-static'

let browser: Browser
beforeAll(async () => {
  if (!existsSync(`${folder}/index.json`)) throw new Error('Storybook is not built. Run npm run build-storybook first.')
  browser = await chromium.launch({ executablePath: await ensureChromium(), args: chromiumArgs })
})
afterAll(() => browser?.close())

/** Runs in the page, and breaks what Safari lacks: a stream can't be sent to a service worker. */
function refuseStreams(): void {
  const { postMessage } = MessagePort.prototype
  MessagePort.prototype.postMessage = function (message: unknown, transfer?: unknown) {
    if (Array.isArray(transfer) && transfer.some((each) => each instanceof ReadableStream)) throw new DOMException('', 'DataCloneError')
    Reflect.apply(postMessage, this, [message, transfer ?? []])
  }
}

it('shows live updates where a service worker gets no streams, as in Safari', async () => {
  const server = await serveFolder(folder)
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await page.addInitScript(refuseStreams)
  await page.goto(`${server.url}iframe.html?id=inbox-supportinbox-live-updates--message-in-the-open-thread&viewMode=story`)
  await page.locator('[data-slot="connection-state"][data-state="live"]').waitFor({ state: 'attached', timeout: 30_000 })
  await page.locator('[data-slot="thread-log"] p', { hasText: 'The import does the same, by the way.' }).first().waitFor({ timeout: 30_000 })
  await page.close()
  server.close()
})

describe.each(['/', '/review/kit/'])('served below %s', (base) => {
  it('shows the inbox with its data and a selected conversation', async () => {
    const server = await serveFolder(folder, base)
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    const problems: string[] = []
    page.on('pageerror', (error) => problems.push(error.message))
    await page.goto(`${server.url}iframe.html?id=inbox-supportinbox--default&viewMode=story`)

    const rows = page.locator('[data-slot="conversation-row"]')
    await rows.nth(3).waitFor({ timeout: 30_000 })
    await rows.nth(1).getByRole('button').first().click()
    await page.locator('[role="log"] article').first().waitFor({ timeout: 30_000 })
    await page.locator('[data-slot="customer-card"] h3, [data-slot="customer-card"] h2').first().waitFor({ timeout: 30_000 })

    expect(problems).toEqual([])
    await page.close()
    server.close()
  })
})

it('shows hover and focus in the sheet of interaction states', async () => {
  const server = await serveFolder(folder, '/')
  const page = await browser.newPage()
  await page.goto(`${server.url}iframe.html?id=foundations-interaction-states--default&viewMode=story`)
  const button = (variant: string, state: string) => page.locator(`[data-variant="${variant}"][data-sheet="${state}"]`)
  const read = (variant: string, state: string, property: 'backgroundColor' | 'outlineStyle') =>
    button(variant, state).evaluate((element, name) => getComputedStyle(element)[name as 'outlineStyle'], property)
  await button('outline', 'Default').waitFor({ timeout: 30_000 })
  await expect.poll(() => read('outline', 'Hover', 'backgroundColor'), { timeout: 30_000 }).not.toBe(await read('outline', 'Default', 'backgroundColor'))
  expect(await read('default', 'Focus', 'outlineStyle')).not.toBe(await read('default', 'Default', 'outlineStyle'))
  await page.close()
  server.close()
})

it('shows "All states" without the mocked network and its neighbours, and loads what the pointer is over', async () => {
  const server = await serveFolder(folder, '/')
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  // Notes when the page appears in the preview.
  await page.addInitScript(() => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector('main ul a')) return
      Reflect.set(window, 'shownAt', performance.now())
      observer.disconnect()
    })
    // A frame begins with an empty document.
    addEventListener('DOMContentLoaded', () => observer.observe(document, { childList: true, subtree: true }))
  })
  await page.goto(`${server.url}?path=/story/all-states--all-states`)
  await page.frameLocator('#storybook-preview-iframe').getByRole('link', { name: 'ConversationList, Loading' }).waitFor({ timeout: 60_000 })
  const preview = page.frame('storybook-preview-iframe')!
  const listScripts = () => preview.evaluate(() => {
    const shownAt: number = Reflect.get(window, 'shownAt')
    return performance.getEntriesByType('resource').map(({ name, startTime }) => ({ name, isLater: startTime >= shownAt }))
  })
  // A component loads before the click on it.
  await page.waitForTimeout(2000)
  expect((await listScripts()).filter(({ name }) => name.includes('/pages.stories-'))).toEqual([])
  await page.getByRole('button', { name: 'Pages' }).hover()
  await expect.poll(async () => (await listScripts()).some(({ name }) => name.includes('/pages.stories-')), { timeout: 60_000 }).toBe(true)
  const scripts = await listScripts()
  expect(scripts.filter(({ name, isLater }) => !isLater && /\/all-states\.stories-/.test(name))).toHaveLength(1)
  expect(scripts.filter(({ name, isLater }) => !isLater && /\/(?:worker|browser|blocks|pages\.stories)-|mockServiceWorker/.test(name))).toEqual([])
  await page.close()
  server.close()
})

it('renders a story before the toolbar, which needs its messages', async () => {
  const server = await serveFolder(folder, '/')
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/help-button.stories-*.js', async (route) => {
    await released
    await route.continue()
  })
  await page.addInitScript(() => {
    addEventListener('message', ({ data }) => {
      if (String(data).includes('"setGlobals"')) Reflect.set(window, 'hasMessage', true)
    })
  })
  await page.goto(`${server.url}?path=/story/messenger-helpbutton--default`)
  await page.waitForFunction(() => Reflect.get(window, 'hasMessage'), undefined, { timeout: 30_000 })
  await page.waitForTimeout(1000)
  const label = page.getByRole('toolbar').getByRole('button', { name: /^Intercom/ })
  expect(await label.count()).toBe(0)
  // The spinner that Storybook lays over the frame until then does not hide the story.
  expect(await page.locator('#preview-loader').isVisible()).toBe(false)
  release()
  await page.frameLocator('#storybook-preview-iframe').locator('[data-slot="help-button"]').first().waitFor({ timeout: 30_000 })
  await label.first().waitFor({ timeout: 30_000 })
  await page.close()
  server.close()
})

it('loads axe only once its panel is open', async () => {
  const server = await serveFolder(folder, '/')
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  let isAsked = false
  page.on('request', (request) => {
    if (/\/axe-[^/]+\.js$/.test(request.url())) isAsked = true
  })
  await page.goto(`${server.url}?path=/story/messenger-helpbutton--default`)
  await page.frameLocator('#storybook-preview-iframe').locator('[data-slot="help-button"]').first().waitFor({ timeout: 30_000 })
  await page.waitForTimeout(2000)
  expect(isAsked).toBe(false)
  await page.getByRole('tab', { name: /Accessibility/ }).click()
  await expect.poll(() => isAsked, { timeout: 30_000 }).toBe(true)
  await page.close()
  server.close()
})
