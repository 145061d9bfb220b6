/** Lays out many pictures on a few contact sheets. */
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright'
import { chromiumArgs, ensureChromium } from '../chromium.ts'

const perSheet = (width: number) => (width > 900 ? 6 : width > 500 ? 8 : 12)

/**
 * Lays out the pictures of a folder on sheets beside them, with their names.
 * @param names of pictures with the same width
 * @param width in pixels of a picture
 * @returns paths of the sheets
 */
export async function makeSheets(folder: string, names: string[], width: number): Promise<string[]> {
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: [...chromiumArgs, '--allow-file-access-from-files'] })
  const page = await browser.newPage({ viewport: { width: 1800, height: 900 } })
  const columns = width > 900 ? 2 : width > 500 ? 4 : 6
  const size = perSheet(width)
  const sheets: string[] = []
  await page.goto(pathToFileURL(resolve('package.json')).href)
  for (let start = 0; start < names.length; start += size) {
    const figures = names.slice(start, start + size).map((name) => {
      const source = pathToFileURL(resolve(folder, name)).href
      return `<figure><figcaption>${name.replace(/\.png$/, '')}</figcaption><img src="${source}"></figure>`
    })
    await page.setContent(`<style>body { font: 13px system-ui; margin: 8px; background: Gray }
      main { display: grid; grid-template-columns: repeat(${columns}, 1fr); gap: 8px; align-items: start }
      figure { margin: 0; background: Canvas } figcaption { padding: 2px 6px } img { display: block; width: 100% }</style><main>${figures.join('')}</main>`)
    await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())))
    const path = join(folder, `sheet-${String(sheets.length + 1).padStart(2, '0')}.png`)
    await page.screenshot({ path, fullPage: true })
    sheets.push(path)
  }
  await browser.close()
  return sheets
}
