/** Takes pictures of the stories of a built Storybook, each in several modes, the same each time. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright'
import { chromiumArgs, ensureChromium } from '../chromium.ts'
import { serveFolder } from './serve.ts'

/** How a story is looked at. */
export interface Mode {
  theme: 'light' | 'dark'
  /** Pixels. */
  width: number
  height: number
}

/** The modes that Chromatic takes, too. */
export const modes: Mode[] = [
  { theme: 'light', width: 1280, height: 800 },
  { theme: 'light', width: 375, height: 812 },
  { theme: 'dark', width: 375, height: 812 },
  { theme: 'dark', width: 1280, height: 800 },
]

/** The name of a mode, as in the names of files. */
export const modeName = ({ theme, width }: Mode): string => `${theme}-${width}`

/** What {@link capture} takes. */
export interface CaptureOptions {
  /** The folder of the built Storybook. */
  build: string
  /** Where the pictures go: `<story id>--<mode>.png`. */
  out: string
  modes: Mode[]
  /** Starts of story ids; none means all stories. */
  only?: string[]
  /** Storybook's globals for all stories, such as `dir:rtl;locale:ar`. */
  globals?: string
  /** How many pages at a time. */
  pages?: number
}

/** What the preview of Storybook says of the story on the page. */
interface Preview {
  currentRender?: { phase?: string; story?: { parameters?: { chromatic?: { disableSnapshot?: boolean } } } }
}

/** Where Storybook's preview keeps itself. */
const PREVIEW = '__STORYBOOK_PREVIEW__'

/** The ids of the stories in a build. */
export function storyIds(build: string, only: string[] = []): string[] {
  const index = join(build, 'index.json')
  if (!existsSync(index)) throw new Error(`There is no Storybook in ${build}: run npm run build-storybook first.`)
  const { entries } = JSON.parse(readFileSync(index, 'utf8')) as {
    entries: Record<string, { id: string; type: string; subtype?: string }>
  }
  return Object.values(entries)
    .filter(({ type, subtype }) => type === 'story' && subtype !== 'test')
    .map(({ id }) => id)
    .filter((id) => only.length === 0 || only.some((start) => id.startsWith(start)))
}

/** Waits until the story has played, its fonts and pictures are there, and nothing has changed for a while. */
async function settle(page: Page): Promise<void> {
  await page.waitForFunction(
    (name) => {
      const preview = Reflect.get(window, name) as Preview | undefined
      return ['completed', 'finished', 'errored', 'aborted'].includes(preview?.currentRender?.phase ?? '')
    },
    PREVIEW,
    { timeout: 60_000 },
  )
  await quiet(page)
}

function quiet(page: Page): Promise<void> {
  return page.evaluate(async () => {
    await document.fonts.ready
    await new Promise<void>((resolve) => {
      const end = performance.now() + 5000
      let last = performance.now()
      const observer = new MutationObserver(() => {
        last = performance.now()
      })
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
      const check = () => {
        const images = [...document.images].every((image) => image.complete || image.loading === 'lazy')
        if ((images && performance.now() - last > 250) || performance.now() > end) {
          observer.disconnect()
          resolve()
        } else requestAnimationFrame(check)
      }
      requestAnimationFrame(check)
    })
  })
}

async function shootStory(page: Page, url: string, id: string, options: CaptureOptions): Promise<number> {
  const [first] = options.modes
  if (!first) return 0
  await page.setViewportSize(first)
  const globals = [`theme:${first.theme}`, options.globals].filter(Boolean).join(';')
  await page.goto(`${url}iframe.html?id=${id}&viewMode=story&globals=${globals}`)
  await settle(page)
  const isLeftOut = await page.evaluate((name) => {
    const preview = Reflect.get(window, name) as Preview | undefined
    return preview?.currentRender?.story?.parameters?.chromatic?.disableSnapshot
  }, PREVIEW)
  if (isLeftOut) return 0
  const ownTheme = await page.evaluate((theme) => !document.documentElement.classList.contains(theme), first.theme)
  let count = 0
  for (const mode of options.modes) {
    // A story that has a theme of its own looks the same in both.
    if (ownTheme && mode.theme !== first.theme) continue
    await page.setViewportSize(mode)
    if (!ownTheme) await page.evaluate((theme) => (document.documentElement.className = theme), mode.theme)
    await quiet(page)
    await page.screenshot({ path: join(options.out, `${id}--${modeName(mode)}.png`), animations: 'disabled' })
    count += 1
  }
  return count
}

/**
 * Takes the pictures.
 *
 * @returns how many there are
 * @throws where there is no build, no browser, or a story does not come to rest
 */
export async function capture(options: CaptureOptions): Promise<number> {
  const ids = storyIds(options.build, options.only)
  mkdirSync(options.out, { recursive: true })
  const server = await serveFolder(options.build)
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: chromiumArgs })
  const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'en-GB', timezoneId: 'UTC' })
  let count = 0
  try {
    const queue = ids.values()
    await Promise.all(
      Array.from({ length: options.pages ?? 2 }, async () => {
        const page = await context.newPage()
        for (const id of queue) {
          const pictures = await shootStory(page, server.url, id, options)
          count += pictures
        }
      }),
    )
  } finally {
    await browser.close()
    server.close()
  }
  return count
}
