/**
 * Items for "Open in v0". v0 accepts a single item, ignores `css`, `cssVars` and `envVars`, and may not load
 * dependencies, so each item contains everything. https://ui.shadcn.com/docs/registry/open-in-v0
 */
import { existsSync, readFileSync } from 'node:fs'
import { basename, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { getPackage, readImports } from '../../imports.ts'
import { findFile } from '../closure.ts'
import type { ItemRow } from '../items.ts'
import type { RegistryFile, Sources } from '../registry.ts'
import { readCssVars } from '../tokens.ts'
import type { EngineFile } from './engine.ts'

/** A self-contained item for v0. */
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

const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '')
const HERE = '.storybook/registry/v0'
const kit = 'intercom-v0-kit/'
const providedPackages = new Set(['react', 'react-dom', 'next'])

function resolve(specifier: string, from: string, files: Sources['files']): string | undefined {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier)
  return findFile(specifier, files)
}

function toTarget(path: string, page: string): string {
  if (path === page) return 'app/page.tsx'
  return path.startsWith('src/') ? path.slice('src/'.length) : `components/preview/${basename(path)}`
}

function toFile(target: string, content: string): RegistryFile {
  const [folder = ''] = /^(?:app|components\/ui|lib)(?=\/)/.exec(target) ?? []
  const types: Record<string, string> = { app: 'registry:page', 'components/ui': 'registry:ui', lib: 'registry:lib' }
  return { path: target, type: types[folder] ?? 'registry:component', target, content }
}

function rewriteImports(code: string, path: string, page: string): string {
  return code.replace(/((?:from|import)\s*\(?\s*)'([^'\n]+)'/g, (whole, start: string, specifier: string) => {
    if (specifier.startsWith(kit)) return `${start}'@/lib/${specifier}'`
    if (!specifier.startsWith('.')) return whole
    return `${start}'@/${toTarget(posix.join(posix.dirname(path), specifier), page).replace(/\.tsx?$/, '')}'`
  })
}

function writeStyles(css: string): string {
  const colors = Object.entries(readCssVars(css).theme).map(([name, value]) => `  --${name}: ${value};\n`)
  return `@import 'tailwindcss';\n@custom-variant dark (&:where(.dark, .dark *));\n\n@theme inline {\n${colors.join('')}}\n\n${css}`
}

const writeLayout = (title: string) => `import type * as React from 'react'
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

/** Returns the path of the page that shows an item in v0. */
export function getPagePath(name: string): string {
  return `${HERE}/pages/${name}.tsx`
}

/** Builds an item for v0. Returns `undefined` if the item has no page. */
export function buildV0Item(row: ItemRow, { files, dependencies, css }: Sources, engine: ReadonlyMap<string, EngineFile>): V0Item | undefined {
  const page = getPagePath(row.name)
  if (!existsSync(`${root}/${page}`)) return undefined
  const copied = new Map<string, string>()
  const packages = new Set<string>()
  const paths = new Set<string>()
  const waiting = [page]
  for (const path of waiting) {
    if (copied.has(path)) continue
    const code = files.get(path)?.code ?? readFileSync(`${root}/${path}`, 'utf8')
    copied.set(path, code)
    for (const specifier of readImports(code, path.endsWith('.tsx') ? 'tsx' : 'ts')) {
      const next = resolve(specifier, path, files)
      if (next) waiting.push(next)
      else if (specifier.startsWith(kit)) paths.add(specifier.slice(kit.length))
      else packages.add(getPackage(specifier)!)
    }
  }
  for (const name of paths) {
    for (const specifier of engine.get(name)!.imports) {
      if (specifier.startsWith('.')) paths.add(specifier.slice(2, -'.js'.length))
      else packages.add(getPackage(specifier)!)
    }
  }
  const ranges = [...packages].filter((name) => !providedPackages.has(name)).sort().map((name) => {
    if (!dependencies[name]) throw new Error(`The v0 item ${row.name} imports ${name}, which is not in package.json. Add it to dependencies.`)
    return `${name}@${dependencies[name]}`
  })
  return {
    $schema: 'https://ui.shadcn.com/schema/registry-item.json',
    name: row.name,
    type: 'registry:item',
    title: row.title,
    description: row.description,
    dependencies: ranges,
    registryDependencies: [],
    files: [
      { path: 'app/globals.css', type: 'registry:file', target: 'app/globals.css', content: writeStyles(css) },
      toFile('app/layout.tsx', writeLayout(row.title)),
      ...[...copied].map(([path, code]) => toFile(toTarget(path, page), rewriteImports(code, path, page))),
      ...[...paths].map((name) => engine.get(name)!).map(({ target, content }) => toFile(target, content)),
    ],
  }
}
