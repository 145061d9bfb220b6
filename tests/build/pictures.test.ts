/** Checks which stories of the built Storybook are pictured, and that those of special modes play in them. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { chromium, type Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getModeName } from '../../.storybook/modes.ts'
import { chromiumArgs, ensureChromium } from '../chromium.ts'
import { begin, listPictured, type PicturedStory } from '../look/capture.ts'
import { serveFolder } from '../look/serve.ts'

const folder = 'storybook-static'

let browser: Browser
let server: Awaited<ReturnType<typeof serveFolder>>
let stories: PicturedStory[]
beforeAll(async () => {
  if (!existsSync(`${folder}/index.json`)) throw new Error('Storybook is not built. Run npm run build-storybook first.')
  server = await serveFolder(folder)
  browser = await chromium.launch({ executablePath: await ensureChromium(), args: chromiumArgs })
  stories = await listPictured(browser, server.url)
}, 120_000)
afterAll(async () => {
  await browser?.close()
  server?.close()
})

const count = (shown: readonly PicturedStory[]) => shown.reduce((sum, { modes }) => sum + modes.length, 0)

/** Lists the story files that Chromatic's TurboSnap takes again after a change. */
function traceStoryFiles(changed: string): string[] {
  const output = execFileSync(process.execPath, ['node_modules/chromatic/dist/bin.cjs', 'trace', '-s', `${folder}/preview-stats.json`, '-m', 'compact', changed], { encoding: 'utf8' })
  return [...output.matchAll(/stories\/\S+\.stories\.tsx/g)].map(([file]) => `./${file}`)
}

describe('TurboSnap', () => {
  it('takes as many pictures as the docs say', () => {
    const files = traceStoryFiles('src/components/intercom/help-button.tsx')
    expect(files).toContain('./stories/help-button/help-button.stories.tsx')
    expect(files).not.toContain('./stories/conversation-thread/conversation-thread.stories.tsx')
    const [, all, some] = /takes ([\d,]+) pictures, and a change of `help-button\.tsx` ([\d,]+)/
      .exec(readFileSync('stories/contributing/contributing.mdx', 'utf8').replace(/\s+/g, ' ')) ?? []
    const isClose = (said: string | undefined, is: number) => Math.abs(Number(said?.replace(',', '')) - is) <= is / 20
    const actual = { all: count(stories), some: count(stories.filter(({ fileName }) => files.includes(fileName))) }
    expect(isClose(all, actual.all) && isClose(some, actual.some), `Write ${JSON.stringify(actual)} in contributing.mdx instead of ${all} and ${some}.`).toBe(true)
  })
})

describe('pictures', () => {
  it('show looks, not behaviour', () => {
    const behaviour = stories.filter(({ tags }) => tags.includes('behaviour'))
    expect(behaviour.length).toBeGreaterThan(90)
    expect(behaviour.filter(({ modes }) => modes.length > 0).map(({ id }) => id)).toEqual([])
    expect(stories.filter(({ modes }) => modes.length > 0).length).toBeGreaterThan(350)
  })

  it('show every area right to left and on touch screens', () => {
    const listAreas = (mode: string) => [
      ...new Set(stories.filter(({ modes }) => modes.map(getModeName).includes(mode)).map(({ id }) => id.split('-')[0])),
    ].sort()
    expect(listAreas('rtl-1280')).toEqual(['account', 'inbox', 'messenger', 'pages'])
    expect(listAreas('touch-375')).toEqual(['account', 'foundations', 'inbox', 'messenger', 'pages'])
  })

  it('of stories in special modes wait for a play function that passes there', async () => {
    const queue = stories.flatMap(({ id, modes }) => modes.filter(({ locale, pointer }) => locale || pointer).map((mode) => ({ id, mode }))).values()
    const problems: string[] = []
    await Promise.all(
      Array.from({ length: 3 }, async () => {
        const page = await browser.newPage()
        for (const { id, mode } of queue) {
          await begin(page, server.url, id, mode)
          const problem = await page.waitForFunction(
            () => {
              const channel = Reflect.get(window, '__STORYBOOK_ADDONS_CHANNEL__') as { last: (event: string) => unknown[] | undefined } | undefined
              const error = (channel?.last('playFunctionThrewException') ?? channel?.last('storyThrewException'))?.[0] as Error | undefined
              return error ? error.message : channel?.last('storyFinished') ? 'none' : null
            },
            undefined,
            { timeout: 90_000 },
          )
          const text = await problem.jsonValue()
          if (text !== 'none') problems.push(`${id} in ${getModeName(mode)}: ${text!.split('\n', 1)[0]}`)
        }
      }),
    )
    expect(problems).toEqual([])
  }, 600_000)
})
