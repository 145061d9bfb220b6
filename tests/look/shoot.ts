/**
 * Takes pictures of stories of a built Storybook: `npm run shoot -- <story id or the start of one> …`, into `.cache/shots/`.
 * Options: `--out <folder>`, `--build <folder>`, and as modes `--dark`, `--rtl`, `--width <pixels>`.
 */
import { createServer } from 'node:http'
import { createReadStream, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join, normalize } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright'
import { chromiumArgs, ensureChromium } from '../chromium.ts'

const types: Record<string, string> = {
  '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json',
  '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.png': 'image/png',
}

/**
 * Serves a folder on a free port of this machine, below a path.
 *
 * @param folder what to serve
 * @param base the path that the folder is mounted at, with a slash at both ends
 */
export async function serveFolder(folder: string, base = '/'): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const file = join(folder, normalize(decodeURIComponent(pathname.slice(base.length)) || 'index.html'))
    if (!pathname.startsWith(base) || !file.startsWith(normalize(folder)) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
    createReadStream(file).pipe(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return { url: `http://127.0.0.1:${address.port}${base}`, close: () => server.close() }
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      out: { type: 'string', default: '.cache/shots' },
      build: { type: 'string', default: 'storybook-static' },
      dark: { type: 'boolean', default: false },
      rtl: { type: 'boolean', default: false },
      width: { type: 'string', default: '1280' },
      height: { type: 'string', default: '800' },
    },
  })
  if (!existsSync(join(values.build, 'index.json'))) {
    throw new Error(`There is no Storybook in ${values.build}: run npm run build-storybook first.`)
  }
  const index = JSON.parse(readFileSync(join(values.build, 'index.json'), 'utf8')) as {
    entries: Record<string, { id: string; type: string; subtype?: string }>
  }
  const ids = Object.values(index.entries)
    .filter(({ type, subtype }) => type === 'story' && subtype !== 'test')
    .map(({ id }) => id)
    .filter((id) => positionals.length === 0 || positionals.some((start) => id.startsWith(start)))
  mkdirSync(values.out, { recursive: true })

  const server = await serveFolder(values.build)
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: chromiumArgs })
  const context = await browser.newContext({
    viewport: { width: Number(values.width), height: Number(values.height) },
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'UTC',
  })
  const globals = [values.dark && 'theme:dark', values.rtl && 'dir:rtl;locale:ar'].filter(Boolean).join(';')
  for (const id of ids) {
    const page = await context.newPage()
    await page.goto(`${server.url}iframe.html?id=${id}&viewMode=story${globals && `&globals=${globals}`}`)
    await page.waitForSelector('#storybook-root > *, [data-slot]', { timeout: 30_000 }).catch(() => undefined)
    await page.waitForTimeout(1200)
    const mode = [values.dark && 'dark', values.rtl && 'rtl', values.width].filter(Boolean).join('-')
    await page.screenshot({ path: join(values.out, `${id}--${mode}.png`) })
    await page.close()
  }
  await browser.close()
  server.close()
  console.log(`${ids.length} pictures in ${values.out}`)
}

if (process.argv[1] === import.meta.filename) await main()
