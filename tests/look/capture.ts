/** Takes reproducible screenshots of a built Storybook's stories, each in several modes. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, errors, type Browser, type Page, type Request } from 'playwright'
import { getModeName, type ChromaticMode, type Mode } from '../../.storybook/modes.ts'
import { chromiumArgs, ensureChromium } from '../chromium.ts'
import { serveFolder } from './serve.ts'

/** Options of {@link capture}. */
export interface CaptureOptions {
  /** Path of the built Storybook. */
  build: string
  /** Output folder of the screenshots: `<story id>--<mode>.png`. */
  out: string
  /**
   * Modes for every story.
   * @default the modes in which Chromatic would take the story
   */
  modes?: Mode[]
  /** Stories to take. */
  ids: string[]
  /** Storybook globals for all stories, such as `dir:rtl;locale:ar`. */
  globals?: string
  /** Text size in percent of the app's. */
  text?: number
  /** Pixels of a screenshot per CSS pixel. @default 1 */
  scale?: number
  /** Whether to emulate Windows' high contrast. */
  forcedColors?: boolean
  /** Number of parallel pages. */
  pages?: number
  /** Called after each story, with the names of its screenshots. */
  onStory?: (id: string, pictures: string[]) => void
}

/** A story with its Chromatic parameters: https://www.chromatic.com/docs/params/ */
interface Story {
  id: string
  tags: string[]
  parameters: { fileName: string; chromatic?: { disableSnapshot?: boolean; modes?: Record<string, ChromaticMode> } }
}

/** A story with the modes in which Chromatic takes it. */
export interface PicturedStory {
  id: string
  tags: string[]
  /** Path of its file, such as `./stories/pages/pages.stories.tsx`. */
  fileName: string
  modes: Mode[]
}

/** Preview API of Storybook. */
interface Preview {
  currentRender?: { phase?: string }
  ready: () => Promise<void>
  extract: () => Promise<Record<string, Story>>
}

/** Flags for identical pixels: no GPU, and no tile cached from an earlier screenshot. */
const sameEachTime = ['--disable-gpu', '--disable-partial-raster', '--disable-checker-imaging']

/** Global variable of Storybook's preview. */
const PREVIEW = '__STORYBOOK_PREVIEW__'

/**
 * Lists the ids of the stories in a build.
 * @param only prefixes of the ids to keep. Empty keeps all
 * @throws Error without a build
 */
export function listStoryIds(build: string, only: string[] = []): string[] {
  const index = join(build, 'index.json')
  if (!existsSync(index)) throw new Error(`No Storybook in ${build}. Run npm run build-storybook first.`)
  const { entries } = JSON.parse(readFileSync(index, 'utf8')) as {
    entries: Record<string, { id: string; type: string; subtype?: string }>
  }
  return Object.values(entries)
    .filter(({ type, subtype }) => type === 'story' && subtype !== 'test')
    .map(({ id }) => id)
    .filter((id) => only.length === 0 || only.some((start) => id.startsWith(start)))
}

/** Error message for prefixes that match no story. */
export const describeMissingStory = (starts: string[]) => `No story's id begins with ${starts.join(' or ')}: a story's address has its id after /story/.`

/** Maximum wait in milliseconds for requests. Some stories leave a request pending on purpose. */
const MAX_WAIT = 4000

/** Milliseconds without a change until a story counts as settled. Live updates are batched for 300. */
const STILL = 450

/** Milliseconds to settle if only the theme changes. */
const STILL_AGAIN = 150

/** Counts the pending requests of a page, without the stream of live updates. */
function watchRequests(page: Page): { isAsking: () => boolean } {
  const open = new Set<Request>()
  page.on('request', (request) => {
    if (request.isNavigationRequest()) open.clear()
    else if (new URL(request.url()).pathname !== '/api/intercom/live') open.add(request)
  })
  page.on('requestfinished', (request) => open.delete(request))
  page.on('requestfailed', (request) => open.delete(request))
  return { isAsking: () => open.size > 0 }
}

/** Waits until the story has played, its requests, fonts and images have loaded, and the DOM is stable. */
async function settle(page: Page, isAsking: () => boolean): Promise<void> {
  await page.waitForFunction(
    (name) => {
      const preview = Reflect.get(window, name) as Preview | undefined
      return ['completed', 'finished', 'errored', 'aborted'].includes(preview?.currentRender?.phase ?? '')
    },
    PREVIEW,
    { timeout: 60_000 },
  )
  const end = Date.now() + MAX_WAIT
  do await quiet(page, STILL)
  while (isAsking() && Date.now() < end)
}

function quiet(page: Page, still: number): Promise<void> {
  return page.evaluate(async (time) => {
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
        if ((images && performance.now() - last > time) || performance.now() > end) {
          observer.disconnect()
          resolve()
        } else requestAnimationFrame(check)
      }
      requestAnimationFrame(check)
    })
  }, still)
}

/** Loads all stories of a served build, without rendering any. */
export async function listPictured(browser: Browser, url: string): Promise<PicturedStory[]> {
  const page = await browser.newPage()
  await page.goto(`${url}iframe.html`)
  await page.waitForFunction((name) => Reflect.has(window, name), PREVIEW, { timeout: 60_000 })
  const stories = await page.evaluate(async (name) => {
    const preview = Reflect.get(window, name) as Preview
    await preview.ready()
    return Object.values(await preview.extract()).map(({ id, tags, parameters: { fileName, chromatic } }) => ({ id, tags, fileName, chromatic }))
  }, PREVIEW)
  await page.close()
  return stories.map(({ chromatic: { disableSnapshot, modes = {} } = {}, ...story }) => ({
    ...story,
    modes: disableSnapshot ? [] : Object.values(modes).flatMap(({ disable, viewport, ...mode }) => (disable ? [] : [{ ...mode, ...viewport }])),
  }))
}

/** Opens a story in a mode. */
export async function begin(page: Page, url: string, id: string, { width, height, ...globals }: Mode, more?: string): Promise<void> {
  await page.setViewportSize({ width, height })
  // axe runs in the tests. Here it would delay each screenshot.
  const all = ['a11y.manual:!true', ...Object.entries(globals).map((each) => each.join(':')), more].filter(Boolean).join(';')
  await page.goto(`${url}iframe.html?id=${id}&viewMode=story&globals=${all}`, { waitUntil: 'commit', timeout: 60_000 })
}

async function shootStory(page: Page, isAsking: () => boolean, url: string, id: string, modes: readonly Mode[], options: CaptureOptions): Promise<string[]> {
  const pictures: string[] = []
  // Each group loads the story anew, since its play function may depend on the width, the language or the pointer.
  for (const group of Object.values(Object.groupBy(modes, ({ width, locale, pointer }) => `${width} ${locale} ${pointer}`))) {
    const first = group![0]!
    await begin(page, url, id, first, options.globals)
    await settle(page, isAsking)
    if (options.text) await page.evaluate((text) => (document.documentElement.style.fontSize = `${text}%`), options.text)
    const ownTheme = await page.evaluate((theme) => !document.documentElement.classList.contains(theme), first.theme)
    for (const mode of group!) {
      // Stories with their own theme look the same in both.
      if (ownTheme && mode.theme !== first.theme) continue
      if (!ownTheme) await page.evaluate((theme) => (document.documentElement.className = theme), mode.theme)
      await quiet(page, STILL_AGAIN)
      const name = `${id}--${getModeName(mode)}.png`
      await page.screenshot({ path: join(options.out, name), animations: 'disabled' })
      pictures.push(name)
    }
  }
  return pictures
}

/**
 * Takes the screenshots.
 * @returns their number
 * @throws Error without a build or a browser, or if a story never settles
 */
export async function capture(options: CaptureOptions): Promise<number> {
  mkdirSync(options.out, { recursive: true })
  const server = await serveFolder(options.build)
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: [...chromiumArgs, ...sameEachTime] })
  let count = 0
  try {
    const pictured = options.modes ? undefined : new Map((await listPictured(browser, server.url)).map(({ id, modes }) => [id, modes]))
    const queue = options.ids.values()
    await Promise.all(
      Array.from({ length: options.pages ?? 4 }, async () => {
        // Each lane has its own profile, because stories write to the browser's storage.
        const context = await browser.newContext({
          reducedMotion: 'reduce',
          deviceScaleFactor: options.scale ?? 1,
          forcedColors: options.forcedColors ? 'active' : 'none',
          locale: 'en-GB',
          timezoneId: 'UTC',
        })
        await context.addInitScript(() => localStorage.clear())
        const page = await context.newPage()
        const { isAsking } = watchRequests(page)
        for (const id of queue) {
          const shoot = () => shootStory(page, isAsking, server.url, id, options.modes ?? pictured?.get(id) ?? [], options)
          // A retry avoids starting over after the machine was suspended.
          const pictures = await shoot().catch((reason: unknown) => {
            if (reason instanceof errors.TimeoutError) return shoot()
            throw reason
          })
          count += pictures.length
          options.onStory?.(id, pictures)
        }
      }),
    )
  } finally {
    await browser.close()
    server.close()
  }
  return count
}
