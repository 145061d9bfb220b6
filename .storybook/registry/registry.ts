/** Builds the registry: https://ui.shadcn.com/docs/registry/registry-item-json */
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { getPackage } from '../imports.ts'
import { findClosure, findFile, isPrimitive, readSourceFiles, type SourceFile } from './closure.ts'
import { itemRows, type ItemRow } from './items.ts'
import { readCssVars, type CssVars } from './tokens.ts'

export interface RegistryFile {
  path: string
  type: string
  target: string
  content: string
}

export interface RegistryItem {
  $schema: string
  name: string
  type: string
  title: string
  description: string
  dependencies: string[]
  registryDependencies: string[]
  files: RegistryFile[]
  cssVars?: CssVars
  envVars?: Record<string, string>
  docs?: string
  /** Size in an app, with dependencies and without shadcn/ui primitives, and the theme's tokens in class names. */
  meta: { files: number; lines: number; tokens: string[] }
}

export interface Sources {
  files: ReadonlyMap<string, SourceFile>
  rows: readonly ItemRow[]
  dependencies: Record<string, string>
  /** Content of `src/styles/theme.css`. */
  css: string
  /** Base URL of the registry, without a trailing slash. */
  baseUrl: string
  /** Version, range or URL of the engine. */
  kitSpec: string
}

const projectRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')
const kit = 'intercom-v0-kit'

const providedPackages = new Set(['react', 'react-dom', 'next'])

/** Returns `REGISTRY_BASE_URL`, or Vercel's production URL, or the local Storybook. */
export function getBaseUrl(): string {
  const { REGISTRY_BASE_URL, VERCEL_PROJECT_PRODUCTION_URL } = process.env
  const vercel = VERCEL_PROJECT_PRODUCTION_URL && `https://${VERCEL_PROJECT_PRODUCTION_URL}`
  return (REGISTRY_BASE_URL || vercel || 'http://localhost:6006').replace(/\/+$/, '')
}

export function readSources(kitSpec: string, root = projectRoot): Sources {
  const all = globSync(['src/**/*.ts', 'src/**/*.tsx'], { cwd: root }).map((path) => path.replaceAll('\\', '/'))
  const copied = all.filter((path) => !path.startsWith('src/kit/') && !/\.test\.tsx?$/.test(path))
  return {
    files: readSourceFiles(copied.sort(), root),
    rows: itemRows,
    dependencies: JSON.parse(readFileSync(`${root}/package.json`, 'utf8')).dependencies,
    css: readFileSync(`${root}/src/styles/theme.css`, 'utf8'),
    baseUrl: getBaseUrl(),
    kitSpec,
  }
}

export function findItemClosure<Item extends Pick<RegistryItem, 'registryDependencies'>>(item: Item, byUrl: ReadonlyMap<string, Item>): Set<Item> {
  const found = new Set([item])
  for (const { registryDependencies } of found) {
    for (const dependency of registryDependencies) {
      const next = byUrl.get(dependency)
      if (next) found.add(next)
    }
  }
  return found
}

const folders: [folder: string, type: string, target: string][] = [
  ['src/components/', 'registry:component', '@components/'],
  ['src/lib/', 'registry:lib', '@lib/'],
  ['src/app/', 'registry:page', 'app/'],
]

function toRegistryFile(path: string, { code }: SourceFile): RegistryFile {
  const found = folders.find(([folder]) => path.startsWith(folder))
  if (!found) throw new Error(`${path} can't be copied. Move it to src/components, src/lib or src/app.`)
  const [folder, type, target] = found
  return { path, type, target: target + path.slice(folder.length), content: code }
}

/**
 * Returns a package without a range, so that the CLI keeps the app's version or installs the latest. A range would up-
 * or downgrade the app's version.
 */
function toDependency(name: string, { dependencies, kitSpec }: Sources): string {
  if (name === kit) return `${kit}@${kitSpec}`
  if (!(name in dependencies)) throw new Error(`src/ imports ${name}, which is not in package.json. Add it to dependencies.`)
  return name
}

const sortUnique = (list: Iterable<string>) => [...new Set(list)].sort()

function buildItem(row: ItemRow, sources: Sources): Omit<RegistryItem, 'meta'> {
  const { files, rows, css } = sources
  const missing = row.files.find((file) => !files.has(file))
  if (missing) throw new Error(`${row.name} lists ${missing}, which does not exist. Correct its row in items.ts.`)
  // A block refers to other items. A component contains all of its files, because most apps copy a single one.
  const others = row.type === 'registry:block' ? rows.filter((other) => other !== row) : []
  const owners = new Map(others.flatMap((other) => other.files.map((file) => [file, other.name])))
  const own = sortUnique(findClosure(row.files, files, (file) => isPrimitive(file) || owners.has(file)))
  const specifiers = own.flatMap((file) => files.get(file)!.imports)
  const imported = specifiers.flatMap((specifier) => findFile(specifier, files) ?? [])
  const packages = specifiers.flatMap((specifier) => getPackage(specifier) ?? []).filter((name) => !providedPackages.has(name))
  const primitives = imported.flatMap((file) => /^src\/components\/ui\/(.+)\.tsx$/.exec(file)?.[1] ?? [])
  const items = [...(row.with ?? []), ...imported.flatMap((file) => owners.get(file) ?? [])]
  return {
    $schema: 'https://ui.shadcn.com/schema/registry-item.json',
    name: row.name,
    type: row.type,
    title: row.title,
    description: row.description,
    dependencies: sortUnique(packages).map((name) => toDependency(name, sources)),
    registryDependencies: [...sortUnique(primitives), ...sortUnique(items).map((name) => `${sources.baseUrl}/r/${name}.json`)],
    files: own.map((path) => toRegistryFile(path, files.get(path)!)),
    ...(own.some((file) => files.get(file)!.code.includes('status-')) ? { cssVars: readCssVars(css) } : {}),
    ...(row.env ? { envVars: Object.fromEntries(row.env.map((name) => [name, ''])) } : {}),
    ...(row.docs ? { docs: row.docs } : {}),
  }
}

/** Returns the theme's tokens that class names in the code refer to, such as `muted-foreground` of `text-muted-foreground`. */
function findTokens(code: string, css: string): string[] {
  const names = sortUnique([...css.matchAll(/^\s*--([\w-]+):/gm)].map(([, name = '']) => name))
  return names.filter((name) => new RegExp(`(?:bg|text|border|ring|outline|fill|stroke|from|to)-${name}(?![\\w-])`).test(code))
}

/**
 * Builds all items.
 * @throws Error for a missing entry file or an unlisted package.
 */
export function buildRegistry(sources: Sources): RegistryItem[] {
  const items = sources.rows.map((row) => buildItem(row, sources))
  const byUrl = new Map(items.map((item) => [`${sources.baseUrl}/r/${item.name}.json`, item]))
  return items.map((item) => {
    const files = new Map([...findItemClosure(item, byUrl)].flatMap((each) => each.files.map(({ target, content }) => [target, content])))
    const lines = [...files.values()].reduce((sum, content) => sum + content.trimEnd().split('\n').length, 0)
    return { ...item, meta: { files: files.size, lines, tokens: findTokens([...files.values()].join('\n'), sources.css) } }
  })
}

/** Returns files of `src/` that belong to no item. */
export function findUncopied(items: readonly RegistryItem[], files: Sources['files']): string[] {
  const copied = new Set(items.flatMap((item) => item.files.map(({ path }) => path)))
  return [...files.keys()].filter((file) => !copied.has(file) && !isPrimitive(file))
}
