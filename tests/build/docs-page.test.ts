/** Checks the docs page of each component in the built Storybook, at any path. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { guides } from '../../.storybook/docs/guides.ts'
import { getItemName } from '../../.storybook/docs/item-name.ts'
import { findCopiedItem } from '../../.storybook/docs/registry-index.ts'
import { chromiumArgs, ensureChromium } from '../chromium.ts'
import { serveFolder } from '../look/serve.ts'

/** An entry of Storybook's index. */
interface Entry {
  id: string
  type: string
  importPath: string
  tags: string[]
}

const folder = 'storybook-static'
const registry = { homepage: 'https://kit.example', items: [] as { name: string; type: string; meta: { files: number; lines: number } }[] }
let docs: Entry[] = []
let pages: string[] = []

let browser: Browser
/** One for all pages, so that they share the browser's cache. */
let context: BrowserContext
beforeAll(async () => {
  if (!existsSync(`${folder}/index.json`)) throw new Error('Storybook is not built. Run npm run build-storybook first.')
  const { entries } = JSON.parse(readFileSync(`${folder}/index.json`, 'utf8'))
  const all = Object.values(entries) as Entry[]
  pages = all.filter(({ importPath }) => importPath.endsWith('.mdx')).map(({ id }) => id)
  docs = all.filter(({ type, tags, importPath }) => type === 'docs' && tags.includes('autodocs') && importPath.endsWith('.stories.tsx'))
  Object.assign(registry, JSON.parse(readFileSync(`${folder}/registry.json`, 'utf8')))
  browser = await chromium.launch({ executablePath: await ensureChromium(), args: chromiumArgs })
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
})
afterAll(() => browser?.close())

/** Opens a docs page without its stories, which are separate pages. */
async function open(url: string, id: string): Promise<Page> {
  const page = await context.newPage()
  await page.route(/viewMode=story/, (route) => route.abort())
  await page.goto(`${url}iframe.html?viewMode=docs&id=${id}`)
  return page
}

interface Channel {
  emit: (event: string, value: object) => void
  on: (event: string, listener: (value: unknown) => void) => void
}

/** Shows another docs page like the sidebar does, without loading the scripts again. */
async function show(page: Page, id: string): Promise<void> {
  await page.locator('#storybook-docs h1').first().waitFor({ timeout: 60_000 })
  await page.evaluate((storyId) => {
    const channel = Reflect.get(window, '__STORYBOOK_ADDONS_CHANNEL__') as Channel
    return new Promise<void>((resolve) => {
      channel.on('docsRendered', (rendered) => rendered === storyId && resolve())
      channel.emit('setCurrentStory', { storyId, viewMode: 'docs' })
    })
  }, id)
}

describe.each(['/', '/review/kit/'])('served below %s', (base) => {
  it('shows the command, the link to v0, the files and the variables', async () => {
    const server = await serveFolder(folder, base)
    const id = docs.find(({ importPath }) => importPath.includes('/conversation-list/conversation-list.stories'))!.id
    const page = await open(server.url, id)
    const block = page.getByRole('region', { name: 'Copy this component' })
    await expect.poll(() => block.locator('[data-slot="copy-command"]').innerText(), { timeout: 60_000 })
      .toBe(`npx shadcn@latest add ${server.url}r/conversation-list.json`)
    await block.getByRole('button', { name: 'Copy command' }).waitFor()
    expect(await block.innerText()).toMatch(/r\/v0\/conversation-list\.json/)
    const { meta } = registry.items.find(({ name }) => name === 'conversation-list')!
    const lines = new Intl.NumberFormat('en').format(meta.lines)
    expect(await block.locator('[data-slot="copy-count"]').innerText()).toContain(`${meta.files} files, ${lines} lines,`)
    await block.getByText('Environment variables').click()
    await block.getByText('INTERCOM_ACCESS_TOKEN', { exact: true }).waitFor()
    await block.locator('summary', { hasText: /^Files/ }).click()
    await block.getByText('components/intercom/conversation-list.tsx', { exact: true }).waitFor()
    const asked = await page.request.get(`${server.url}r/v0/conversation-list.json`)
    expect((await asked.json()).files.length).toBeGreaterThan(10)
    await page.close()
    server.close()
  })
})

it('begins with the picture and the usage of every component and ends with its installation', async () => {
  const names = new Set(docs.map(({ importPath }) => getItemName(importPath)))
  const copyable = registry.items.filter(({ type }) => type === 'registry:component' || type === 'registry:block')
  const shown = copyable.filter(({ name }) => names.has(name))
  expect(shown.length).toBeGreaterThan(12)
  const server = await serveFolder(folder, '/')
  const page = await open(server.url, pages[0]!)
  for (const { name } of shown) {
    await show(page, docs.find(({ importPath }) => getItemName(importPath) === name)!.id)
    await expect.poll(() => page.locator('[data-slot="copy-command"]').innerText(), { timeout: 60_000 }).toContain(`/r/${name}.json`)
    const headings = await page.locator('#storybook-docs h2').allInnerTexts()
    const withoutOptional = headings.filter((heading) => !['Variants and states', 'Behaviour'].includes(heading))
    expect(withoutOptional, name).toEqual(['Usage', 'Anatomy', 'Accessibility', 'Content', 'Props', 'Install'])
    const pairs = await page.locator('[data-slot="pairs"] iframe').evaluateAll((frames) => frames.map((frame) => frame.id.replace('iframe--', '')))
    expect(pairs, name).toEqual([guides[name]!.pairs].flat().filter((pair) => pair.startsWith('pairs-')))
    expect(await page.locator('[data-slot="component-status"]').innerText(), name).toMatch(/^(?:Stable|Beta: .+) · since \d/)
    const isPictureFirst = await page.locator('[data-slot="usage"]').evaluate(
      (usage) => usage.compareDocumentPosition(document.querySelector('#storybook-docs iframe')!) === Node.DOCUMENT_POSITION_PRECEDING,
    )
    expect(isPictureFirst, name).toBe(true)
  }
  await page.close()
  server.close()
}, 300_000)

it('opens every MDX page with its heading', async () => {
  expect(pages.length).toBeGreaterThan(8)
  const server = await serveFolder(folder, '/')
  const page = await open(server.url, docs[0]!.id)
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  for (const id of pages) {
    await show(page, id)
    await page.locator('#storybook-docs h1').first().waitFor({ timeout: 60_000 })
    expect(problems, id).toEqual([])
  }
  await page.close()
  server.close()
}, 300_000)

describe('a docs page', () => {
  /** Pages whose stories focus and scroll most. */
  const busiest = ['inbox-conversationactions--docs', 'account-settingseventform--docs', 'pages--docs']

  const readPosition = (page: Page) =>
    page.evaluate(() => ({ scrollTop: document.scrollingElement!.scrollTop, focused: document.activeElement!.tagName }))
  const still = { scrollTop: 0, focused: 'BODY' }

  /** Counts the embedded stories that have played to the end. */
  const countPlayed = async (page: Page) => {
    const phases = await Promise.all(
      page.frames().filter((frame) => frame.url().includes('viewMode=story')).map((frame) =>
        frame.evaluate(() => {
          const preview = Reflect.get(window, '__STORYBOOK_PREVIEW__') as { currentRender?: { phase?: string } } | undefined
          return preview?.currentRender?.phase
        }),
      ),
    )
    return phases.filter((phase) => phase === 'finished' || phase === 'completed').length
  }

  it('stands still for 20 seconds while its stories play', async () => {
    const server = await serveFolder(folder, '/')
    await Promise.all(
      busiest.map(async (id) => {
        const page = await context.newPage()
        const loaded = new Set<string>()
        page.on('request', (request) => request.url().includes('viewMode=story') && loaded.add(request.url()))
        await page.goto(`${server.url}iframe.html?viewMode=docs&id=${id}`)
        await page.locator('#storybook-docs iframe').nth(3).waitFor({ state: 'attached', timeout: 60_000 })
        await page.waitForTimeout(20_000)
        await expect.poll(() => countPlayed(page), { timeout: 60_000 }).toBeGreaterThan(1)
        expect(await readPosition(page), id).toEqual(still)
        // Frames far below the viewport wait until they come near.
        expect(loaded.size, id).toBeLessThan(await page.locator('#storybook-docs iframe').count())
        await page.close()
      }),
    )
    server.close()
  }, 300_000)

  it('stands still for every component', async () => {
    const server = await serveFolder(folder, '/')
    const queue = [...docs.map(({ id }) => id), ...pages].filter((id) => !busiest.includes(id)).values()
    await Promise.all(
      Array.from({ length: 4 }, async () => {
        const page = await context.newPage()
        // One story of each page is enough here: loading stories takes most of the time.
        let stories = 0
        await page.route(/viewMode=story/, (route) => (++stories > 1 ? route.abort() : route.continue()))
        await page.goto(`${server.url}iframe.html?viewMode=docs&id=${pages[0]}`)
        for (const id of queue) {
          stories = 0
          await show(page, id)
          await page.locator('#storybook-docs h1').first().waitFor({ timeout: 60_000 })
          if ((await page.locator('#storybook-docs iframe').count()) === 0) continue
          await page.evaluate(() => scrollTo(0, 0))
          await page.waitForTimeout(3000)
          expect(await readPosition(page), id).toEqual(still)
        }
        await page.close()
      }),
    )
    server.close()
  }, 600_000)

  it('shows pairs of a right and a wrong use in full, and hides them from the sidebar', async () => {
    const server = await serveFolder(folder, '/')
    const page = await context.newPage()
    await page.goto(`${server.url}iframe.html?viewMode=docs&id=messenger-helpbutton--docs&globals=theme:dark`)
    const frame = page.locator('[data-slot="pairs"] iframe').first()
    await frame.scrollIntoViewIfNeeded({ timeout: 60_000 })
    const pair = frame.contentFrame()
    await pair.getByRole('figure', { name: 'Do', exact: true }).getByRole('button', { name: 'Contact support' }).waitFor({ timeout: 60_000 })
    await pair.getByRole('figure', { name: "Don't" }).getByRole('button', { name: 'Click here' }).waitFor()
    await pair.locator('html.dark').waitFor()
    const readHeights = () => frame.evaluate((element: HTMLIFrameElement) => [element.clientHeight, element.contentDocument!.body.scrollHeight])
    await expect.poll(async () => new Set(await readHeights()).size, { timeout: 30_000 }).toBe(1)
    await page.goto(`${server.url}?path=/docs/messenger-helpbutton--docs`)
    await page.locator('[data-item-id="messenger-helpbutton"]').first().waitFor({ timeout: 60_000 })
    expect(await page.locator('[data-item-id^="pairs"]').count()).toBe(0)
    await page.close()
    server.close()
  })

  it('lists behaviour stories as links', async () => {
    expect(docs.filter(({ tags }) => tags.includes('behaviour'))).toEqual([])
    const server = await serveFolder(folder, '/')
    const page = await open(server.url, 'inbox-conversationactions--docs')
    const links = page.locator('[data-slot="behaviour-links"] a')
    await links.first().waitFor({ timeout: 60_000 })
    expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toContain(
      './?path=/story/inbox-conversationactions-failures--undo-fails',
    )
    expect(await page.locator('iframe[id*="-failures--"]').count()).toBe(0)
    await page.close()
    server.close()
  })
})

it('links from MDX pages to existing pages only', () => {
  const { entries } = JSON.parse(readFileSync(`${folder}/index.json`, 'utf8')) as { entries: Record<string, { type: string }> }
  const links = globSync('stories/**/*.mdx').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\?path=\/(docs|story)\/([\w-]+)/g)].map(([, type, id]) => `${type} ${id}`),
  )
  expect(links.length).toBeGreaterThan(8)
  expect(links.filter((link) => !Object.entries(entries).some(([id, { type }]) => link === `${type} ${id}`))).toEqual([])
})

describe('dependencies of an item', () => {
  const meta = { files: 2, lines: 300, tokens: ['muted'] }
  const index = {
    homepage: 'https://kit.example',
    items: [
      {
        name: 'a', title: 'A', dependencies: ['swr'], registryDependencies: ['button', 'https://kit.example/r/b.json'], meta,
        files: [{ path: 'src/components/a.tsx', type: 'registry:component', target: '@components/a.tsx' }],
      },
      {
        name: 'b', title: 'B', dependencies: ['zod'], registryDependencies: [], meta, envVars: { INTERCOM_ACCESS_TOKEN: '' },
        files: [{ path: 'src/components/a.tsx', type: 'registry:component', target: '@components/a.tsx' }],
      },
      { name: 'b-views', title: 'B: views', dependencies: [], registryDependencies: [], meta, files: [] },
    ],
  }
  it('includes those of the items below it, each file once', () => {
    expect(findCopiedItem(index, 'a', new URL('https://kit.example/'))).toMatchObject({
      command: 'npx shadcn@latest add https://kit.example/r/a.json',
      v0: 'https://v0.dev/chat/api/open?url=https%3A%2F%2Fkit.example%2Fr%2Fv0%2Fa.json&title=A',
      files: ['components/a.tsx'],
      primitives: ['button'],
      packages: ['swr', 'zod'],
      variables: ['INTERCOM_ACCESS_TOKEN'],
      views: 'a',
      elsewhere: null,
    })
  })
  it('names the item that updates the views of a block', () => {
    expect(findCopiedItem(index, 'b', new URL('https://kit.example/'))).toMatchObject({ views: 'b-views' })
  })
  it("names the registry if it is elsewhere, and warns that v0 can't reach localhost", () => {
    expect(findCopiedItem(index, 'a', new URL('http://localhost:6006/'))).toMatchObject({ v0: null, elsewhere: 'https://kit.example' })
    expect(findCopiedItem(index, 'none', new URL('https://kit.example/'))).toBeUndefined()
  })
})
