/** Checks the toolbar and the theme of the built Storybook. */
import { existsSync } from 'node:fs'
import { chromium, type Browser, type Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumArgs, ensureChromium } from '../chromium.ts'
import { serveFolder } from '../look/serve.ts'

const folder = 'storybook-static'

let browser: Browser
let page: Page
let server: { url: string; close: () => void }

beforeAll(async () => {
  if (!existsSync(`${folder}/index.json`)) throw new Error('Storybook is not built. Run npm run build-storybook first.')
  browser = await chromium.launch({ executablePath: await ensureChromium(), args: chromiumArgs })
  server = await serveFolder(folder)
  page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
})
afterAll(async () => {
  await browser?.close()
  server?.close()
})

const story = () => page.frameLocator('#storybook-preview-iframe')
const open = (path: string) => page.goto(`${server.url}?path=${path}`)

/** Chooses an item of a toolbar menu by their names. */
async function choose(menu: RegExp, item: string): Promise<void> {
  await page.getByRole('toolbar').getByRole('button', { name: menu }).first().click({ timeout: 30_000 })
  await page.getByRole('option', { name: item, exact: true }).click()
}

describe('the toolbar', () => {
  it('sets the state of Intercom for the open story and resets it', async () => {
    await open('/story/inbox-conversationlist--default')
    await story().getByRole('listitem').first().waitFor()
    await choose(/^Intercom/, 'Intercom: offline')
    await story().getByRole('alert').getByText("You're offline").waitFor()
    expect(await story().getByRole('listitem').count()).toBe(0)
    await choose(/^Intercom/, 'Intercom: OK')
    await story().getByRole('listitem').first().waitFor()
  })

  it('changes the language and the direction', async () => {
    await open('/story/inbox-conversationlist--desktop')
    await story().getByRole('navigation', { name: 'Conversations' }).waitFor()
    await choose(/Language/, 'العربية')
    await story().getByRole('navigation', { name: 'المحادثات' }).waitFor()
    expect(await story().locator('html').getAttribute('dir')).toBe('rtl')
    await choose(/Direction/, 'Direction: left to right')
    await story().locator('html[dir=ltr]').waitFor()
  })

  it('changes the density', async () => {
    await open('/story/inbox-conversationlist--desktop')
    await story().getByRole('listitem').first().waitFor()
    await choose(/Density/, 'Density: compact')
    await story().locator('html[data-density=compact]').waitFor()
  })
})

describe('the toolbar on any device', () => {
  it('shows the looks of touch screens', async () => {
    await open('/story/inbox-errorstate--intercom-down')
    const retry = story().getByRole('button', { name: 'Try again' })
    const height = () => retry.evaluate((element: HTMLElement) => element.offsetHeight)
    await expect.poll(height, { timeout: 30_000 }).toBe(32)
    await choose(/^Pointer/, 'Pointer: touch')
    await expect.poll(height, { timeout: 30_000 }).toBe(40)
  })

  it('doubles the text', async () => {
    await open('/story/inbox-conversationlist--desktop')
    await story().getByRole('listitem').first().waitFor()
    await choose(/^Text size/, 'Text: 200 %')
    const size = () => story().locator('html').evaluate((root) => getComputedStyle(root).fontSize)
    await expect.poll(size, { timeout: 30_000 }).toBe('32px')
  })
})

describe('theme', () => {
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)

  it('follows the toolbar in the frame and in MDX pages', async () => {
    await open('/docs/start--docs')
    await story().getByRole('heading', { level: 1 }).waitFor({ timeout: 30_000 })
    const docs = story().locator('.sbdocs-wrapper')
    const look = async () => [await background(), await docs.evaluate((element) => getComputedStyle(element).backgroundColor)]
    const [frame, words] = await look()
    // The page ignores events before it listens.
    await story().locator('html.light').waitFor({ timeout: 30_000 })
    await choose(/^Theme/, 'Dark')
    await story().locator('html.dark').waitFor({ timeout: 30_000 })
    await expect.poll(async () => (await look())[0], { timeout: 30_000 }).not.toBe(frame)
    await expect.poll(async () => (await look())[1], { timeout: 30_000 }).not.toBe(words)
  })

  it('is dark at a dark address, before the story says so', async () => {
    const other = await browser.newPage()
    await other.route('**/iframe.html*', (route) => route.abort())
    const read = async (globals: string) => {
      await other.goto(`${server.url}?path=/story/messenger-helpbutton--default${globals}`)
      await other.getByRole('link', { name: 'Start' }).waitFor({ timeout: 30_000 })
      return other.evaluate(() => getComputedStyle(document.body).backgroundColor)
    }
    expect(await read('&globals=theme:dark')).not.toBe(await read(''))
    await other.close()
  })

  it("stays the story's own in docs pages, whatever their frames send", async () => {
    await page.goto(`${server.url}iframe.html?viewMode=docs&id=messenger-guide--docs&globals=theme:dark`)
    const frame = page.frameLocator('iframe[id^="iframe--"]').first()
    await frame.getByRole('button', { name: 'Support' }).waitFor({ timeout: 60_000 })
    await frame.locator('html.dark').waitFor({ timeout: 30_000 })
    expect(await page.locator('html').getAttribute('class')).toContain('dark')
  })
})

describe('the sidebar', () => {
  it('lists its groups in the order of a tour', async () => {
    await open('/docs/start--docs')
    const groups = page.locator('.sidebar-subheading')
    await groups.first().waitFor({ timeout: 30_000 })
    expect((await groups.allInnerTexts()).map((text) => text.trim().toLowerCase())).toEqual([
      'inbox', 'messenger', 'account', 'foundations', 'developers',
    ])
    const items = page.locator('[data-nodetype]')
    // The selected item has a link to skip the sidebar below its name.
    expect((await items.allInnerTexts()).slice(0, 3).map((text) => text.trim().split('\n')[0])).toEqual(['Start', 'All states', 'Pages'])
  })

  it('keeps its place when "All states" opens a story', async () => {
    await open('/story/all-states--all-states')
    await page.evaluate(() => Reflect.set(window, 'isSameDocument', true))
    await story().getByRole('link', { name: 'ConversationList, Loading' }).click({ timeout: 30_000 })
    await page.waitForURL(/path=\/story\/inbox-conversationlist--loading/)
    expect(await page.evaluate(() => Reflect.get(window, 'isSameDocument'))).toBe(true)
  })

  it('hides behaviour stories but opens them by their address', async () => {
    await open('/story/inbox-conversationactions-failures--undo-fails')
    await story().getByRole('log').waitFor({ timeout: 30_000 })
    await page.locator('[data-item-id="inbox-conversationactions--default"], [data-item-id="inbox-supportinbox"]').first().waitFor()
    expect(await page.locator('[data-item-id^="inbox-supportinbox-behaviour"]').count()).toBe(0)
  })
})
