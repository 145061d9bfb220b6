/** Checks that each item for v0 contains all of its imports, type-checks, and works without a server. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, posix } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { chromium, type Browser, type Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumArgs, ensureChromium } from '../../../tests/chromium.ts'
import { getPackage, readImports } from '../../imports.ts'
import { itemRows } from '../items.ts'
import { readSources } from '../registry.ts'
import { bundleEngine } from './engine.ts'
import { buildV0Item, getPagePath, type V0Item } from './items.ts'

const sources = readSources('^0.1.0')
const engine = await bundleEngine(process.cwd())
// Blocks show the views, and routes have nothing to show.
const shown = itemRows.filter(({ name }) => !name.endsWith('-views') && name !== 'intercom-api')
const items = shown.flatMap((row) => buildV0Item(row, sources, engine) ?? [])
const named = items.map((item) => [item.name, item] as const)

const getTargets = (item: V0Item) => new Set(item.files.map(({ target }) => target))
const getLanguage = (target: string) => (target.endsWith('.js') ? 'js' : target.endsWith('.tsx') ? 'tsx' : 'ts')

function findMissing(item: V0Item): string[] {
  const targets = getTargets(item)
  const packages = new Set(item.dependencies.map((range) => range.replace(/(.)@.*$/, '$1')))
  const isThere = (path: string) => ['', '.ts', '.tsx', '.js'].some((ending) => targets.has(path + ending))
  return item.files.filter(({ target }) => !target.endsWith('.css')).flatMap(({ target, content }) =>
    readImports(content, getLanguage(target)).flatMap((specifier) => {
      const name = getPackage(specifier)
      const found = name
        ? ['react', 'react-dom', 'next', ...packages].includes(name)
        : isThere(specifier.startsWith('@/') ? specifier.slice(2) : posix.join(dirname(target), specifier))
      return found ? [] : [`${target} imports ${specifier}`]
    }),
  )
}

it('has a page for every component and block', () => {
  const without = shown.filter(({ name }) => !items.some((item) => item.name === name))
  expect(without.map(({ name }) => `Create ${getPagePath(name)} to show ${name}.`)).toEqual([])
  expect(items.length).toBeGreaterThan(15)
})

describe.each(named)('%s', (_, item) => {
  it('contains everything that it imports', () => {
    expect(findMissing(item)).toEqual([])
    expect(item.registryDependencies).toEqual([])
    expect(Object.keys(item).filter((key) => /^(?:css|cssVars|envVars)$/.test(key))).toEqual([])
    expect(getTargets(item).size).toBe(item.files.length)
    expect([...getTargets(item)]).toEqual(expect.arrayContaining(['app/globals.css', 'app/layout.tsx', 'app/page.tsx']))
    expect([...getTargets(item)].filter((target) => /^lib\/(?!utils\.ts|intercom-v0-kit\/[\w-]+\.js$)|app\/api\//.test(target))).toEqual([])
  })
})

it('reports a missing file', () => {
  const [item] = items
  const without = { ...item!, files: item!.files.filter(({ target }) => target !== 'lib/utils.ts') }
  expect(findMissing(without).join()).toMatch(/@\/lib\/utils/)
})

it('bundles the engine into one readable file per import path', () => {
  const inbox = engine.get('inbox')!
  expect(inbox.content).toMatch(/^"use client"/)
  expect(inbox.content).toMatch(/\/\*\*\n\* /)
  expect(inbox.content).toContain('function useConversations(')
  expect(inbox.imports.filter((each) => each.startsWith('.')).sort()).toEqual(['./rich-text.js', './shared.js', './strings.js'])
  const getPaths = (name: string) => items.find((item) => item.name === name)!.files.flatMap(({ target }) => /^lib\/intercom-v0-kit\/(.+)\.js$/.exec(target)?.[1] ?? []).sort()
  expect(getPaths('help-button')).toEqual(['messenger', 'shared', 'strings'])
  expect(getPaths('support-inbox')).toEqual(['account', 'contracts', 'inbox', 'messenger', 'mocks', 'rich-text', 'server', 'shared', 'strings'])
})

// Bundles have no types, so check against the engine's sources.
it('type-checks', () => {
  mkdirSync('.cache', { recursive: true })
  const folder = mkdtempSync(join(process.cwd(), '.cache/v0-'))
  try {
    for (const item of items) {
      for (const { target, content } of item.files.filter((file) => !file.target.endsWith('.js'))) {
        const path = join(folder, target.replace(/^app\//, `app/${item.name}/`))
        mkdirSync(dirname(path), { recursive: true })
        writeFileSync(path, content)
      }
    }
    symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'))
    writeFileSync(join(folder, 'css.d.ts'), "declare module '*.css'\n")
    const compilerOptions = {
      target: 'ES2024', lib: ['dom', 'dom.iterable', 'dom.asynciterable', 'esnext'], module: 'esnext', moduleResolution: 'bundler', jsx: 'react-jsx',
      strict: true, noEmit: true, skipLibCheck: true, isolatedModules: true, types: ['node', 'react'], allowImportingTsExtensions: true,
      paths: {
        '@/lib/intercom-v0-kit/mocks': ['../../mocks/index.ts'], '@/lib/intercom-v0-kit/*': ['../../src/kit/*/index.ts'], '@/*': ['./*'],
      },
    }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['**/*.ts', '**/*.tsx'], exclude: ['node_modules'] }))
    const { stdout } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', folder], { encoding: 'utf8' })
    expect(stdout).toBe('')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

/** Bundles each item from its own files only. */
async function bundleAll(): Promise<Map<string, string>> {
  const contents = new Map(items.map((item) => [item.name, new Map(item.files.map(({ target, content }) => [target, content]))]))
  const own: Plugin = {
    name: 'own',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^entry:/ }, ({ path }) => ({ path, namespace: path.replace('entry', 'item') }))
      onResolve({ filter: /^(?:@\/|\.)/ }, ({ path, namespace, importer }) => {
        const targets = contents.get(namespace.replace('item:', ''))
        if (!targets) return null
        const base = path.startsWith('.') ? posix.join(dirname(importer), path) : path.slice(2)
        const found = [base, `${base}.ts`, `${base}.tsx`, `${base}.js`].find((target) => targets.has(target))
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

describe('in a browser without a network', () => {
  let browser: Browser
  let scripts: Map<string, string>
  beforeAll(async () => {
    scripts = await bundleAll()
    browser = await chromium.launch({ executablePath: await ensureChromium(), args: chromiumArgs })
  })
  afterAll(() => browser?.close())

  /** Opens the page of an item and records errors and network requests. */
  async function open(name: string): Promise<{ page: Page; problems: string[]; requests: string[] }> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    const problems: string[] = []
    const requests: string[] = []
    page.on('pageerror', (error) => problems.push(error.message))
    await page.route('**/*', (route) => {
      const { pathname, host } = new URL(route.request().url())
      // Routes need Web Crypto, which requires https.
      if (host === 'preview.test' && pathname === '/') return route.fulfill({ contentType: 'text/html', body: '<!doctype html><div id="root"></div>' })
      if (pathname !== '/favicon.ico') requests.push(route.request().url())
      return route.abort()
    })
    await page.goto('https://preview.test/')
    await page.addScriptTag({ content: scripts.get(name)! })
    await expect.poll(async () => [...problems, await page.locator('#root').innerText()].join('\n'), { timeout: 15_000 }).toMatch(/\w{3}/)
    await expect.poll(() => page.locator('#root [data-slot$="skeleton"]').count(), { timeout: 15_000 }).toBe(0)
    return { page, problems, requests }
  }

  it.each(named)('renders %s', async (name) => {
    const { page, problems, requests } = await open(name)
    if (name !== 'error-state') expect(await page.locator('[data-slot="error-state"]').count()).toBe(0)
    if (name === 'support-inbox') await page.locator('[role="log"] article').first().waitFor()
    expect(problems).toEqual([])
    expect(requests).toEqual([])
    await page.close()
  })

  it('sends a reply and closes a conversation in the inbox', async () => {
    const { page, problems, requests } = await open('support-inbox')
    await page.locator('[role="log"] article').first().waitFor()
    const get = (path: string) => page.evaluate((url) => fetch(url).then((response) => response.json()), `/api/intercom/conversations${path}`)
    const closedIds = async () => (await get('?state=closed')).conversations.map(({ id }: { id: string }) => id) as string[]
    const before = await closedIds()
    const text = 'Thank you, the fix is on its way.'
    const field = page.locator('[data-slot="message-composer"] textarea')
    await field.fill(text)
    await field.press('Control+Enter')
    await page.locator('[role="log"] article', { hasText: text }).waitFor()
    await page.locator('[data-slot="conversation-actions"]').getByRole('button', { name: /^Close/ }).click()
    await expect.poll(closedIds, { timeout: 15_000 }).toHaveLength(before.length + 1)
    const [id] = (await closedIds()).filter((each) => !before.includes(each))
    expect(JSON.stringify(await get(`/${id}`))).toContain(text)
    expect(problems).toEqual([])
    expect(requests).toEqual([])
    await page.close()
  })
})
