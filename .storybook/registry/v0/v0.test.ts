/** Each item for v0 stands alone: it has everything that it imports, its types are right, and it shows itself without a server. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { chromium, type Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumArgs, ensureChromium } from '../../../tests/chromium.ts'
import { needsOf, packageOf } from '../closure.ts'
import { itemRows } from '../items.ts'
import { readSources } from '../registry.ts'
import { isShown, pageOf, v0Item, type V0Item } from './items.ts'

const sources = readSources()
const shown = itemRows.filter(isShown)
const items = shown.flatMap((row) => v0Item(row, sources) ?? [])
const named = items.map((item) => [item.name, item] as const)

const targetsOf = (item: V0Item) => new Set(item.files.map(({ target }) => target))

/** What an item imports and does not have. */
function missingFrom(item: V0Item): string[] {
  const targets = targetsOf(item)
  const packages = new Set(item.dependencies.map((range) => range.replace(/(.)@.*$/, '$1')))
  return item.files.filter(({ target }) => !target.endsWith('.css')).flatMap(({ target, content }) =>
    needsOf(content).imports.flatMap(({ specifier }) => {
      const where = `${target} imports ${specifier}`
      if (specifier === './globals.css') return []
      if (specifier.startsWith('.')) return [where]
      if (specifier.startsWith('@/')) {
        const path = specifier.slice(2)
        return targets.has(`${path}.ts`) || targets.has(`${path}.tsx`) ? [] : [where]
      }
      return ['react', 'react-dom', 'next', ...packages].includes(packageOf(specifier)) ? [] : [where]
    }),
  )
}

test('every component and block has its page', () => {
  const without = shown.filter(({ name }) => !items.some((item) => item.name === name))
  expect(without.map(({ name }) => `Write ${pageOf(name)}: a page that shows ${name}.`)).toEqual([])
  expect(items.length).toBeGreaterThan(15)
})

describe.each(named)('%s', (_, item) => {
  test('has all that it imports, in one item, and asks for nothing', () => {
    expect(missingFrom(item)).toEqual([])
    expect(item.registryDependencies).toEqual([])
    expect(Object.keys(item).filter((key) => /^(?:css|cssVars|envVars)$/.test(key))).toEqual([])
    expect(targetsOf(item)).toEqual(targetsOf({ ...item, files: [...new Map(item.files.map((file) => [file.target, file])).values()] }))
    expect(targetsOf(item).size).toBe(item.files.length)
    expect([...targetsOf(item)]).toEqual(expect.arrayContaining(['app/globals.css', 'app/layout.tsx', 'app/page.tsx']))
    const server = /lib\/intercom\/(?:environment|settings|rest-client|handler|authorize|store)\.ts$|app\/api\//
    expect([...targetsOf(item)].filter((target) => server.test(target))).toEqual([])
  })
})

test('a file that is missing would be found', () => {
  const [item] = items
  const without = { ...item!, files: item!.files.filter(({ target }) => target !== 'lib/utils.ts') }
  expect(missingFrom(without).join()).toMatch(/@\/lib\/utils/)
})

test('the types of all of them are right', () => {
  mkdirSync('.cache', { recursive: true })
  const folder = mkdtempSync(join(process.cwd(), '.cache/v0-'))
  try {
    for (const item of items) {
      for (const { target, content } of item.files) {
        const path = join(folder, target.replace(/^app\//, `app/${item.name}/`))
        mkdirSync(dirname(path), { recursive: true })
        writeFileSync(path, content)
      }
    }
    symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'))
    writeFileSync(join(folder, 'css.d.ts'), "declare module '*.css'\n")
    const compilerOptions = {
      target: 'ES2017', lib: ['dom', 'dom.iterable', 'esnext'], module: 'esnext', moduleResolution: 'bundler', jsx: 'react-jsx',
      strict: true, noEmit: true, skipLibCheck: true, isolatedModules: true, types: ['node', 'react'], paths: { '@/*': ['./*'] },
    }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['**/*.ts', '**/*.tsx'], exclude: ['node_modules'] }))
    const { stdout } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', folder], { encoding: 'utf8' })
    expect(stdout).toBe('')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

/** Bundles each item from its own files alone, by its name. */
async function bundleAll(): Promise<Map<string, string>> {
  const contents = new Map(items.map((item) => [item.name, new Map(item.files.map(({ target, content }) => [target, content]))]))
  const own: Plugin = {
    name: 'own',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^entry:/ }, ({ path }) => ({ path, namespace: path.replace('entry', 'item') }))
      onResolve({ filter: /^@\// }, ({ path, namespace }) => {
        const targets = contents.get(namespace.replace('item:', ''))!
        const found = [`${path.slice(2)}.ts`, `${path.slice(2)}.tsx`].find((target) => targets.has(target))
        return found ? { path: found, namespace } : { errors: [{ text: `${path} is not in ${namespace}` }] }
      })
      for (const [name, targets] of contents) {
        onLoad({ filter: /./, namespace: `item:${name}` }, ({ path }) => ({
          contents:
            targets.get(path) ??
            "import { createRoot } from 'react-dom/client'\nimport Page from '@/app/page'\ncreateRoot(document.getElementById('root')).render(<Page />)",
          loader: 'tsx',
          resolveDir: process.cwd(),
        }))
      }
    },
  }
  const { outputFiles } = await build({
    entryPoints: items.map(({ name }) => ({ in: `entry:${name}`, out: name })),
    outdir: '/', bundle: true, write: false, format: 'iife', jsx: 'automatic', platform: 'browser', logLevel: 'silent', plugins: [own],
    define: { 'process.env.NODE_ENV': '"production"', 'process.env.NEXT_PUBLIC_INTERCOM_APP_ID': 'undefined' },
  })
  return new Map(outputFiles.map(({ path, text }) => [basename(path, '.js'), text]))
}

describe('in a page without a server, a token or a network', () => {
  let browser: Browser
  let scripts: Map<string, string>
  beforeAll(async () => {
    scripts = await bundleAll()
    browser = await chromium.launch({ executablePath: await ensureChromium(), args: chromiumArgs })
  })
  afterAll(() => browser?.close())

  test.each(named)('%s shows itself', async (name) => {
    const page = await browser.newPage()
    const problems: string[] = []
    const asked: string[] = []
    page.on('pageerror', (error) => problems.push(error.message))
    await page.route('**/*', (route) => {
      const { pathname, host } = new URL(route.request().url())
      if (host === 'preview.test' && pathname === '/') return route.fulfill({ contentType: 'text/html', body: '<!doctype html><div id="root"></div>' })
      if (pathname !== '/favicon.ico') asked.push(route.request().url())
      return route.abort()
    })
    await page.goto('http://preview.test/')
    await page.addScriptTag({ content: scripts.get(name)! })
    await expect.poll(async () => [...problems, await page.locator('#root').innerText()].join('\n'), { timeout: 15_000 }).toMatch(/\w{3}/)
    await expect.poll(() => page.locator('#root [data-slot$="skeleton"]').count(), { timeout: 15_000 }).toBe(0)
    if (name !== 'error-state') expect(await page.locator('[data-slot="error-state"]').count()).toBe(0)
    if (name === 'support-inbox') await page.locator('[role="log"] article').first().waitFor()
    expect(problems).toEqual([])
    // Pictures of people are Intercom's; everything else is in the item.
    expect(asked.filter((url) => !/\.(?:png|jpe?g|svg|webp)(?:\?|$)/.test(url))).toEqual([])
    await page.close()
  })
})
