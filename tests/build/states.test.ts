/** Checks the index of the built Storybook for a story of every state of every component. */
import { existsSync, readFileSync } from 'node:fs'
import { chromium } from 'playwright'
import { describe, expect, it } from 'vitest'
import { chromiumArgs, ensureChromium } from '../chromium.ts'
import { serveFolder } from '../look/serve.ts'
import { kinds, buildStateMatrix, type ShownStory } from '../../stories/all-states/required-states.ts'

const index = 'storybook-static/index.json'

function stories(): ShownStory[] {
  if (!existsSync(index)) throw new Error('Storybook is not built. Run npm run build-storybook first.')
  const { entries } = JSON.parse(readFileSync(index, 'utf8')) as {
    entries: Record<string, ShownStory & { type: string; subtype?: string }>
  }
  return Object.values(entries).filter(({ type, subtype }) => type === 'story' && subtype !== 'test')
}

const listMissing = (list: readonly ShownStory[]) =>
  buildStateMatrix(list).flatMap(({ rows }) => rows.flatMap(({ component, lacking: states }) => states.map((state) => `${component}: ${state}`)))

describe('the stories', () => {
  it('shows every component in every state', () => {
    expect(listMissing(stories())).toEqual([])
  })

  it('covers more than ten components', () => {
    expect(buildStateMatrix(stories()).flatMap(({ rows }) => rows).length).toBeGreaterThan(10)
  })
})

describe('the page "All states"', () => {
  it('shows a picture of each state in the chosen look, without live stories', async () => {
    const server = await serveFolder('storybook-static')
    const browser = await chromium.launch({ executablePath: await ensureChromium(), args: chromiumArgs })
    try {
      const page = await browser.newPage({ viewport: { width: 1150, height: 800 } })
      const id = 'inbox-conversationlist--default'
      const files = [`${id}--light-1280.png`, `${id}--dark-1280.png`, 'inbox-conversationlist--phone--light-375.png']
      // Playwright sees no requests that pass through MSW's worker.
      await page.addInitScript((list) => {
        const { fetch } = window
        window.fetch = (input, init) => (input === 'thumbnails/index.json' ? Promise.resolve(Response.json(list)) : fetch(input, init))
      }, files)
      await page.goto(`${server.url}iframe.html?id=all-states--all-states&viewMode=story`)
      const list = page.getByRole('region', { name: 'ConversationList' })
      const listPictures = () => list.locator('img').evaluateAll((all) => all.map((image) => image.getAttribute('src')))
      await expect.poll(listPictures, { timeout: 30_000 }).toEqual([
        `thumbnails/${id}--light-1280.png`, 'thumbnails/inbox-conversationlist--phone--light-375.png',
      ])
      await page.getByRole('button', { name: 'Dark' }).click()
      expect((await listPictures())[0]).toBe(`thumbnails/${id}--dark-1280.png`)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1150)
      expect(await page.locator('iframe').count()).toBe(0)
    } finally {
      await browser.close()
      server.close()
    }
  })
})

describe('missing states', () => {
  it.each(kinds.flatMap(({ components, states }) => components.map((component) => [component, states.at(-1)!] as const)))(
    'reports that %s lacks the story %s',
    (component, state) => {
      const without = stories().filter(({ title, exportName }) => !(title.startsWith(component) && exportName === state))
      expect(listMissing(without)).toEqual([`${component}: ${state}`])
    },
  )

  it('reports a new component with one story', () => {
    const more = [...stories(), { id: 'inbox-somethingnew--default', title: 'Inbox/SomethingNew', exportName: 'Default' }]
    expect(listMissing(more)).toEqual(['Inbox/SomethingNew: Dark', 'Inbox/SomethingNew: Phone', 'Inbox/SomethingNew: RightToLeft'])
  })
})
