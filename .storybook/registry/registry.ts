/** Makes the registry from the sources. https://ui.shadcn.com/docs/registry/registry-item-json */
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseAst } from 'vite'
import { fileOf, isShadcns, packageOf, reach, readNeeds, type Needs } from './closure.ts'
import { itemRows, routeEnv, sharedRows, type ItemRow } from './items.ts'
import { ownersOf } from './owners.ts'
import { cssVarsOf, type CssVars } from './tokens.ts'

/** A file of an item. */
export interface RegistryFile {
  path: string
  type: string
  target: string
  content: string
}

/** An item, as the CLI reads it. */
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
}

/** What the registry is made from. */
export interface Sources {
  files: ReadonlyMap<string, Needs & { code: string }>
  rows: readonly ItemRow[]
  /** The `dependencies` of package.json. */
  dependencies: Record<string, string>
  /** `src/styles/theme.css`. */
  css: string
  /** Where the registry will be, without a slash at its end. */
  baseUrl: string
}

const here = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')

/** Where an app's own packages are, which no item names. */
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
export function readSources(root = here): Sources {
  const all = globSync(['src/**/*.ts', 'src/**/*.tsx'], { cwd: root }).filter((path) => !/\.test\.tsx?$/.test(path))
  const pages = itemRows.flatMap(({ page }) => page?.source ?? [])
  return {
    files: readNeeds([...all, ...pages].sort(), root),
    rows: itemRows,
    dependencies: JSON.parse(readFileSync(`${root}/package.json`, 'utf8')).dependencies,
    css: readFileSync(`${root}/src/styles/theme.css`, 'utf8'),
    baseUrl: baseUrl(),
  }
}

function routeRow(file: string): ItemRow {
  const path = file.slice('src/app/api/'.length, -'/route.ts'.length)
  const name = `route-${path.replace(/^intercom\//, '').replaceAll('/', '-').replace(/[[\]]/g, '')}`
  const env = routeEnv[path] ?? ['INTERCOM_ACCESS_TOKEN']
  const description = `The route /api/${path}.`
  return { name, type: 'registry:lib', title: `/api/${path}`, description, entries: [file], isServer: true, env }
}

/** Every item's row: those of the table, and one for each route. */
export function allRows({ rows, files }: Pick<Sources, 'rows' | 'files'>): ItemRow[] {
  return [...rows, ...[...files.keys()].filter((file) => /^src\/app\/.*\/route\.ts$/.test(file)).map(routeRow)]
}

const types: [folder: string, type: string, target: string][] = [
  ['src/components/', 'registry:component', '@components/'],
  ['src/hooks/', 'registry:hook', '@hooks/'],
  ['src/lib/', 'registry:lib', '@lib/'],
  ['src/app/', 'registry:page', 'app/'],
]

const nameOf = (path: string) => path.replace(/^.*\/|\.tsx?$/g, '')
const depthOf = (path: string) => path.split('/').length

/**
 * What a file is called in the app. The CLI looks for an import's file by its last name alone, so that no two that are
 * imported may share it: a file of lib gives way to one outside it or nearer to its top, and takes its folder's name to
 * its own.
 */
function shippedPath(path: string, files: ReadonlyMap<string, unknown>): string {
  if (!path.startsWith('src/lib/')) return path
  const same = [...files.keys()].filter((other) => other !== path && other.startsWith('src/') && nameOf(other) === nameOf(path))
  const gives = same.some((other) => !other.startsWith('src/lib/') || depthOf(other) <= depthOf(path))
  return gives ? path.replace(/(\.tsx?)$/, `-${path.split('/').at(-2)}$1`) : path
}

/** The CLI turns this form of an import into the app's own, whatever its aliases are. */
function rewrite({ code, imports }: Needs & { code: string }, files: ReadonlyMap<string, unknown>): string {
  let text = code
  for (const { specifier, start, end } of [...imports].sort((a, b) => b.start - a.start)) {
    if (!specifier.startsWith('@/') || specifier === '@/lib/utils') continue
    const file = fileOf(specifier, files)
    const shipped = file ? shippedPath(file, files).slice('src/'.length).replace(/\.tsx?$/, '') : specifier.slice(2)
    const path = shipped.replace(/^components\/ui\//, 'ui/')
    text = `${text.slice(0, start)}'@/registry/intercom/${path}'${text.slice(end)}`
  }
  return text
}

/**
 * The CLI drops what stands before a file's first statement, and most files have their description there: it goes behind
 * the imports, and where there are none, behind a statement that does nothing.
 */
function keepComments(text: string): string {
  const body = parseAst(text, { lang: 'tsx' }).body
  const [first] = body
  if (!first || text.slice(0, first.start).trim() === '') return text
  const comments = text.slice(0, first.start).trim()
  const next = body.findIndex(({ type }) => type !== 'ImportDeclaration')
  if (next === 0) return `export {}\n\n${text}`
  const end = (body[next - 1] ?? body.at(-1)!).end
  return `${text.slice(first.start, end)}\n\n${comments}\n\n${text.slice(end).trimStart()}`
}

function fileFor(path: string, source: Needs & { code: string }, page: ItemRow['page'], files: Sources['files']): RegistryFile {
  const content = keepComments(rewrite(source, files))
  if (page?.source === path) return { path: `registry/intercom/${page.target}`, type: 'registry:page', target: page.target, content }
  const found = types.find(([folder]) => path.startsWith(folder))
  if (!found) throw new Error(`${path} is in no folder that can be copied: components, hooks, lib or app.`)
  const [folder, type, target] = found
  const shipped = shippedPath(path, files)
  return { path: `registry/intercom/${shipped.slice('src/'.length)}`, type, target: target + shipped.slice(folder.length), content }
}

function checkEntries({ name, entries, page }: ItemRow, files: Sources['files']): void {
  const missing = [...entries, ...(page ? [page.source] : [])].find((file) => !files.has(file))
  if (missing) throw new Error(`${name} starts from ${missing}, and there is no such file.`)
}

function ranged(name: string, dependencies: Record<string, string>): string {
  const version = dependencies[name]
  if (!version) throw new Error(`${name} is imported from src/, and package.json does not have it under dependencies.`)
  return `${name}@^${version.replace(/^\^/, '')}`
}

/**
 * Makes every item.
 *
 * @throws Error where a row starts from a file that is not there, or a package is imported that package.json does not have
 */
export function makeRegistry(sources: Sources): RegistryItem[] {
  const { files, dependencies, css } = sources
  const rows = allRows(sources)
  for (const row of rows) checkEntries(row, files)
  const entries = new Map(rows.map((row) => [row.name, row.page ? [...row.entries, row.page.source] : row.entries]))
  const owners = ownersOf(entries, files, new Set(rows.flatMap(({ name, isServer }) => (isServer ? [name] : []))))
  const routeOwners = new Map([...owners].filter(([file]) => file.endsWith('/route.ts')).map(([file, name]) => [file.slice('src/app'.length, -'/route.ts'.length), name]))
  const url = (name: string) => `${sources.baseUrl}/r/${name}.json`
  return [...rows, ...Object.values(sharedRows)].map((row): RegistryItem => {
    const own = [...owners].filter(([, name]) => name === row.name).map(([file]) => file)
    const needs = own.flatMap((file) => files.get(file) ?? [])
    const specifiers = needs.flatMap(({ imports }) => imports.map(({ specifier }) => specifier))
    const imported = specifiers.flatMap((specifier) => fileOf(specifier, files) ?? [])
    const packages = specifiers.filter((specifier) => !/^[@.]?\//.test(specifier)).map(packageOf).filter((name) => !everywhere.has(name))
    const items = [
      ...(row.with ?? []),
      ...imported.flatMap((file) => owners.get(file) ?? []),
      ...needs.flatMap(({ routes }) => routes.flatMap((route) => routeOwners.get(route) ?? [])),
    ].filter((name) => name !== row.name)
    const primitives = imported.filter((file) => file.startsWith('src/components/ui/')).map((file) => file.slice('src/components/ui/'.length, -'.tsx'.length))
    const sorted = (list: string[]) => [...new Set(list)].sort()
    const usesTokens = needs.some(({ code }) => code.includes('status-'))
    return {
      $schema: 'https://ui.shadcn.com/schema/registry-item.json',
      name: row.name,
      type: row.type,
      title: row.title,
      description: row.description,
      dependencies: sorted(packages).map((name) => ranged(name, dependencies)),
      registryDependencies: [...sorted(primitives), ...sorted(items).map(url)],
      files: own.sort().map((path) => fileFor(path, files.get(path)!, row.page, files)),
      ...(usesTokens ? { cssVars: cssVarsOf(css) } : {}),
      ...(row.env?.length ? { envVars: Object.fromEntries(row.env.map((name) => [name, ''])) } : {}),
      ...(row.docs ? { docs: row.docs } : {}),
    }
  })
}

/** Files of `src/` that no item reaches: nobody could copy them. */
export function unreached(sources: Sources): string[] {
  const found = reach(allRows(sources).flatMap(({ entries, page }) => (page ? [...entries, page.source] : entries)), sources.files)
  return [...sources.files.keys()].filter((file) => !found.has(file) && !isShadcns(file))
}
