/**
 * "Open in v0": for each component one item that needs nothing else. v0 takes a single item, leaves its `css`, `cssVars`
 * and `envVars` away and may not follow its dependencies, so that the styles, a page, a layout, the primitives and the
 * recorded answers are files of it. https://ui.shadcn.com/docs/registry/open-in-v0
 */
import { existsSync, readFileSync } from 'node:fs'
import { basename, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fileOf, needsOf, packageOf, type Needs } from '../closure.ts'
import type { ItemRow } from '../items.ts'
import type { RegistryFile, Sources } from '../registry.ts'
import { cssVarsOf } from '../tokens.ts'
import { recorded } from './recorded-answers.ts'

/** An item for v0. */
export interface V0Item {
  $schema: string
  name: string
  type: 'registry:item'
  title: string
  description: string
  dependencies: string[]
  registryDependencies: []
  files: RegistryFile[]
}

type Source = Needs & { code: string }

const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '')
const HERE = '.storybook/registry/v0'
const everywhere = new Set(['react', 'react-dom', 'next'])

function sourceOf(path: string, files: Sources['files']): Source {
  const known = files.get(path)
  if (known) return known
  const code =
    path === `${HERE}/recorded.ts`
      ? `/** What the kit's routes answered, recorded. */\nexport const recorded: Record<string, unknown> = ${JSON.stringify(recorded().answers)}\n`
      : readFileSync(`${root}/${path}`, 'utf8')
  return { code, ...needsOf(code) }
}

/** The file that an import means: one of `src/` by its alias, another one by its path. */
function resolve(specifier: string, from: string, files: Sources['files']): string | undefined {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier)
  return fileOf(specifier, files)
}

function targetOf(path: string, page: string): string {
  if (path === page) return 'app/page.tsx'
  return path.startsWith('src/') ? path.slice('src/'.length) : `components/preview/${basename(path)}`
}

function typeOf(target: string): string {
  if (target.startsWith('app/')) return 'registry:page'
  const [folder] = /^(?:components\/ui|hooks|lib)(?=\/)/.exec(target) ?? []
  const types: Record<string, string> = { 'components/ui': 'registry:ui', hooks: 'registry:hook', lib: 'registry:lib' }
  return types[folder ?? ''] ?? 'registry:component'
}

function fileFor(path: string, page: string, { code, imports }: Source): RegistryFile {
  let content = code
  for (const { specifier, start, end } of [...imports].sort((a, b) => b.start - a.start)) {
    if (!specifier.startsWith('.')) continue
    const target = targetOf(posix.join(posix.dirname(path), specifier), page).replace(/\.tsx?$/, '')
    content = `${content.slice(0, start)}'@/${target}'${content.slice(end)}`
  }
  const target = targetOf(path, page)
  return { path: target, type: typeOf(target), target, content }
}

function stylesOf(css: string): string {
  const colors = Object.entries(cssVarsOf(css).theme).map(([name, value]) => `  --${name}: ${value};\n`)
  return [
    "@import 'tailwindcss';\n@custom-variant dark (&:where(.dark, .dark *));\n\n",
    `@theme inline {\n${colors.join('')}}\n\n`,
    css,
  ].join('')
}

const layout = (title: string) => `import type * as React from 'react'
import './globals.css'

export const metadata = { title: ${JSON.stringify(title)} }

export default function Layout({ children }: { children: React.ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  )
}
`

/** The page that shows an item in v0, as a file here. */
export function pageOf(name: string): string {
  return `${HERE}/pages/${name}.tsx`
}

/** Whether an item is something to look at, so that there is a page for it. */
export function isShown({ type }: Pick<ItemRow, 'type'>): boolean {
  return type === 'registry:component' || type === 'registry:block'
}

/**
 * Makes an item for v0.
 *
 * @returns undefined where nobody has written its page
 * @throws Error where a package is imported that package.json does not have
 */
export function v0Item(row: ItemRow, { files, dependencies, css }: Sources): V0Item | undefined {
  const page = pageOf(row.name)
  if (!existsSync(`${root}/${page}`)) return undefined
  const sources = new Map<string, Source>()
  const packages = new Set<string>()
  const waiting = [page]
  for (const path of waiting) {
    if (sources.has(path)) continue
    const source = sourceOf(path, files)
    sources.set(path, source)
    for (const { specifier } of source.imports) {
      const next = resolve(specifier, path, files)
      if (next) waiting.push(next)
      else if (!everywhere.has(packageOf(specifier))) packages.add(packageOf(specifier))
    }
  }
  const ranges = [...packages].sort().map((name) => {
    if (!dependencies[name]) throw new Error(`${name} is imported for v0's ${row.name}, and package.json does not have it.`)
    return `${name}@^${dependencies[name].replace(/^\^/, '')}`
  })
  const style: RegistryFile = { path: 'app/globals.css', type: 'registry:file', target: 'app/globals.css', content: stylesOf(css) }
  const frame: RegistryFile = { path: 'app/layout.tsx', type: 'registry:page', target: 'app/layout.tsx', content: layout(row.title) }
  return {
    $schema: 'https://ui.shadcn.com/schema/registry-item.json',
    name: row.name,
    type: 'registry:item',
    title: row.title,
    description: row.description,
    dependencies: ranges,
    registryDependencies: [],
    files: [style, frame, ...[...sources].map(([path, source]) => fileFor(path, page, source))],
  }
}
