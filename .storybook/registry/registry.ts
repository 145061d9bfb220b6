/** Makes the registry from the sources. https://ui.shadcn.com/docs/registry/registry-item-json */
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { getPackage } from '../imports.ts'
import { findClosure, findFile, isPrimitive, readSourceFiles, type SourceFile } from './closure.ts'
import { itemRows, type ItemRow } from './items.ts'
import { cssVarsOf, type CssVars } from './tokens.ts'

/** A file of an item. */
export interface RegistryFile {
  path: string
  type: string
  target: string
  content: string
}

/** An item, as the command line tool reads it. */
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
  /** How much arrives in an app, with the items that come along and without the primitives of shadcn. */
  meta: { files: number; lines: number }
}

/** What the registry is made from. */
export interface Sources {
  /** Every file of `src/` that can be copied, by its path. */
  files: ReadonlyMap<string, SourceFile>
  rows: readonly ItemRow[]
  /** The `dependencies` of package.json. */
  dependencies: Record<string, string>
  /** `src/styles/theme.css`. */
  css: string
  /** Where the registry will be, without a slash at its end. */
  baseUrl: string
  /** The version, range or address that apps install the engine by. */
  kitSpec: string
}

const here = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')
const kit = 'intercom-v0-kit'

/** Packages that every app has. */
const everywhere = new Set(['react', 'react-dom', 'next'])

/**
 * Where the registry will be: `REGISTRY_BASE_URL`, else the production address that Vercel gives a build, else the
 * Storybook on this machine.
 */
export function baseUrl(): string {
  const { REGISTRY_BASE_URL, VERCEL_PROJECT_PRODUCTION_URL } = process.env
  const vercel = VERCEL_PROJECT_PRODUCTION_URL && `https://${VERCEL_PROJECT_PRODUCTION_URL}`
  return (REGISTRY_BASE_URL || vercel || 'http://localhost:6006').replace(/\/+$/, '')
}

/** Reads the sources of this project. */
export function readSources(kitSpec: string, root = here): Sources {
  const all = globSync(['src/**/*.ts', 'src/**/*.tsx'], { cwd: root }).map((path) => path.replaceAll('\\', '/'))
  const copied = all.filter((path) => !path.startsWith('src/kit/') && !/\.test\.tsx?$/.test(path))
  return {
    files: readSourceFiles(copied.sort(), root),
    rows: itemRows,
    dependencies: JSON.parse(readFileSync(`${root}/package.json`, 'utf8')).dependencies,
    css: readFileSync(`${root}/src/styles/theme.css`, 'utf8'),
    baseUrl: baseUrl(),
    kitSpec,
  }
}

/** The items that an item brings along, itself first. */
export function closureOf<Item extends Pick<RegistryItem, 'registryDependencies'>>(item: Item, byUrl: ReadonlyMap<string, Item>): Set<Item> {
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

/** A file goes to an app as it is here: the tool turns `@/components/…` and `@/lib/…` into the app's own aliases. */
function toRegistryFile(path: string, { code }: SourceFile): RegistryFile {
  const found = folders.find(([folder]) => path.startsWith(folder))
  if (!found) throw new Error(`${path} is in no folder that can be copied: components, lib or app.`)
  const [folder, type, target] = found
  return { path, type, target: target + path.slice(folder.length), content: code }
}

/**
 * A package by its name alone: the tool then keeps the version that an app has, and installs the latest if it has none.
 * With a range it would ask the package manager each time, which lowers an app's newer version and raises its older one.
 */
function toDependency(name: string, { dependencies, kitSpec }: Sources): string {
  if (name === kit) return `${kit}@${kitSpec}`
  if (!(name in dependencies)) throw new Error(`${name} is imported from src/, and package.json does not have it under dependencies.`)
  return name
}

const sorted = (list: Iterable<string>) => [...new Set(list)].sort()

function makeItem(row: ItemRow, sources: Sources): Omit<RegistryItem, 'meta'> {
  const { files, rows, css } = sources
  const missing = row.files.find((file) => !files.has(file))
  if (missing) throw new Error(`${row.name} starts from ${missing}, and there is no such file.`)
  // A block names the items that its files import; a component brings every file, since most people want one component.
  const others = row.type === 'registry:block' ? rows.filter((other) => other !== row) : []
  const owners = new Map(others.flatMap((other) => other.files.map((file) => [file, other.name])))
  const own = sorted(findClosure(row.files, files, (file) => isPrimitive(file) || owners.has(file)))
  const specifiers = own.flatMap((file) => files.get(file)!.imports)
  const imported = specifiers.flatMap((specifier) => findFile(specifier, files) ?? [])
  const packages = specifiers.flatMap((specifier) => getPackage(specifier) ?? []).filter((name) => !everywhere.has(name))
  const primitives = imported.flatMap((file) => /^src\/components\/ui\/(.+)\.tsx$/.exec(file)?.[1] ?? [])
  const items = [...(row.with ?? []), ...imported.flatMap((file) => owners.get(file) ?? [])]
  return {
    $schema: 'https://ui.shadcn.com/schema/registry-item.json',
    name: row.name,
    type: row.type,
    title: row.title,
    description: row.description,
    dependencies: sorted(packages).map((name) => toDependency(name, sources)),
    registryDependencies: [...sorted(primitives), ...sorted(items).map((name) => `${sources.baseUrl}/r/${name}.json`)],
    files: own.map((path) => toRegistryFile(path, files.get(path)!)),
    ...(own.some((file) => files.get(file)!.code.includes('status-')) ? { cssVars: cssVarsOf(css) } : {}),
    ...(row.env ? { envVars: Object.fromEntries(row.env.map((name) => [name, ''])) } : {}),
    ...(row.docs ? { docs: row.docs } : {}),
  }
}

/**
 * Makes every item.
 *
 * @throws Error if a row starts from a file that does not exist, or a package is imported that package.json does not list
 */
export function makeRegistry(sources: Sources): RegistryItem[] {
  const items = sources.rows.map((row) => makeItem(row, sources))
  const byUrl = new Map(items.map((item) => [`${sources.baseUrl}/r/${item.name}.json`, item]))
  return items.map((item) => {
    const files = new Map([...closureOf(item, byUrl)].flatMap((each) => each.files.map(({ target, content }) => [target, content])))
    const lines = [...files.values()].reduce((sum, content) => sum + content.trimEnd().split('\n').length, 0)
    return { ...item, meta: { files: files.size, lines } }
  })
}

/** Files of `src/` that no item copies. */
export function findUncopied(items: readonly RegistryItem[], files: Sources['files']): string[] {
  const copied = new Set(items.flatMap((item) => item.files.map(({ path }) => path)))
  return [...files.keys()].filter((file) => !copied.has(file) && !isPrimitive(file))
}
