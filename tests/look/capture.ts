/** Takes pictures of the stories of a built Storybook, each in several modes, the same each time. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, errors, type Page, type Request } from 'playwright'
import { getModeName, type ChromaticMode, type Mode } from '../../.storybook/modes.ts'
import { chromiumArgs, ensureChromium } from '../chromium.ts'
import { serveFolder } from './serve.ts'

/** What {@link capture} takes. */
export interface CaptureOptions {
  /** The folder of the built Storybook. */
  build: string
  /** Where the pictures go: `<story id>--<mode>.png`. */
  out: string
  /** How they are looked at; else each as Chromatic would, by its own parameters. */
  modes?: Mode[]
  /** The ids of the stories. */
  ids: string[]
  /** Storybook's globals for all stories, such as `dir:rtl;locale:ar`. */
  globals?: string
  /** How large words are, in percent of what the app gives. */
  text?: number
  /** As in Windows' high contrast. */
  forcedColors?: boolean
  /** How many pages at a time. */
  pages?: number
  /** Called after each story, with the names of its pictures. */
  onStory?: (id: string, pictures: string[]) => void
}

/** What a story says of its pictures. */
interface Chromatic {
  disableSnapshot?: boolean
  modes?: Record<string, ChromaticMode>
}

/** How most stories are looked at first: what a story says of that is known when it is there. */
const COMMON: Mode = { theme: 'light', width: 1280, height: 800 }

/** What the preview of Storybook says of the story on the page. */
interface Preview {
  currentRender?: { phase?: string; story?: { parameters?: { chromatic?: Chromatic } } }
}

/** What a picture is drawn of at once, and by one hand: no tile is kept from the picture before. */
const sameEachTime = ['--disable-gpu', '--disable-partial-raster', '--disable-checker-imaging']

/** Where Storybook's preview keeps itself. */
const PREVIEW = '__STORYBOOK_PREVIEW__'

/**
 * The ids of the stories in a build.
 *
 * @param only what they begin with; all without it
 * @throws Error where there is no build
 */
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

/** What to say where no story is meant by what was asked for. */
export const noSuchStory = (starts: string[]) => `No story's id begins with ${starts.join(' or ')}: a story's address has its id after /story/.`

/** The most milliseconds that a story is waited for which still asks for something: some never have their answer. */
const MAX_WAIT = 4000

/** Milliseconds without a change after which a story stands as it stays: the stream of changes bundles for 300. */
const STILL = 450

/** The same where only the theme is another. */
const STILL_AGAIN = 150

/** Counts what a page asks for and has no answer to yet. The stream of changes is open for good. */
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

/** Waits until the story has played, has what it asked for, its fonts and pictures are there, and nothing has changed for a while. */
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

/** What a story says of its pictures, as soon as it is known. https://www.chromatic.com/docs/params/ */
async function chromaticOf(page: Page): Promise<Chromatic> {
  const story = await page.waitForFunction(
    (name) => (Reflect.get(window, name) as Preview | undefined)?.currentRender?.story,
    PREVIEW,
    { timeout: 60_000 },
  )
  return story.evaluate((one) => one?.parameters?.chromatic ?? {})
}

/** The modes in which Chromatic would look at a story. */
const ownModes = ({ modes = {} }: Chromatic): Mode[] =>
  Object.values(modes).filter(({ disable }) => !disable).map(({ theme, viewport }) => ({ theme, ...viewport }))

async function begin(page: Page, url: string, id: string, { theme, width, height }: Mode, options: CaptureOptions): Promise<void> {
  await page.setViewportSize({ width, height })
  // axe has its own run in the tests, and would look at each story while its picture is taken.
  const globals = ['a11y.manual:!true', `theme:${theme}`, options.globals].filter(Boolean).join(';')
  await page.goto(`${url}iframe.html?id=${id}&viewMode=story&globals=${globals}`, { waitUntil: 'commit', timeout: 60_000 })
}

async function shootStory(page: Page, isAsking: () => boolean, url: string, id: string, options: CaptureOptions): Promise<string[]> {
  const guess = options.modes?.[0] ?? COMMON
  await begin(page, url, id, guess, options)
  const chromatic = await chromaticOf(page)
  if (chromatic.disableSnapshot) return []
  const modes = options.modes ?? ownModes(chromatic)
  const pictures: string[] = []
  // Begun anew for each width: what a story plays may depend on it.
  for (const width of new Set(modes.map((mode) => mode.width))) {
    const group = modes.filter((mode) => mode.width === width)
    const [first = guess] = group
    if (width !== guess.width) await begin(page, url, id, first, options)
    await settle(page, isAsking)
    if (options.text) await page.evaluate((text) => (document.documentElement.style.fontSize = `${text}%`), options.text)
    const ownTheme = await page.evaluate((theme) => !document.documentElement.classList.contains(theme), first.theme)
    for (const mode of group) {
      // A story that has a theme of its own looks the same in both.
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
 * Takes the pictures.
 *
 * @returns how many there are
 * @throws where there is no build, no browser, or a story does not come to rest
 */
export async function capture(options: CaptureOptions): Promise<number> {
  mkdirSync(options.out, { recursive: true })
  const server = await serveFolder(options.build)
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: [...chromiumArgs, ...sameEachTime] })
  let count = 0
  try {
    const queue = options.ids.values()
    await Promise.all(
      Array.from({ length: options.pages ?? 4 }, async () => {
        // A profile a lane: what a story keeps in the browser would reach the one beside it.
        const context = await browser.newContext({
          reducedMotion: 'reduce',
          forcedColors: options.forcedColors ? 'active' : 'none',
          locale: 'en-GB',
          timezoneId: 'UTC',
        })
        await context.addInitScript(() => localStorage.clear())
        const page = await context.newPage()
        const { isAsking } = watchRequests(page)
        for (const id of queue) {
          const shoot = () => shootStory(page, isAsking, server.url, id, options)
          // A machine that stood still for a minute is no reason to begin all of it again.
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
