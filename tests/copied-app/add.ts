/** The real command line tool, run as a developer runs it. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { closureOf, type RegistryFile, type RegistryItem } from '../../.storybook/registry/registry.ts'
import type { App } from './apps.ts'
import { must } from './checks.ts'
import { run } from './commands.ts'
import type { Registries } from './registries.ts'

const tool = fileURLToPath(new URL('node_modules/shadcn/dist/index.js', import.meta.url))

/** What the tool says where something is not as it should be. */
const troubles = /would you like to overwrite|\bwarn(?:ing)?\b|deprecated|ERESOLVE|peer dep|something went wrong|error/i

/** The items of some names, with all that they bring along. */
export function withDependencies({ items, urlOf }: Registries, names: readonly string[]): RegistryItem[] {
  const byUrl = new Map(items.map((item) => [urlOf(item.name), item]))
  return [...new Set(items.filter(({ name }) => names.includes(name)).flatMap((item) => [...closureOf(item, byUrl)]))]
}

/** Where a file of an item is in an app. */
export function placeOf(app: App, { target }: RegistryFile): string {
  return app.pathOf(target.replace(/^@/, ''))
}

/** Where a kind of app has no place for routes and pages, the tool leaves them out. */
export function filesFor(app: App, items: readonly RegistryItem[]): RegistryFile[] {
  return items.flatMap(({ files }) => files).filter(({ type }) => app.template === 'next-app' || type !== 'registry:page')
}

/**
 * Adds items by their addresses, and looks whether every file has come.
 *
 * @param options.edited files that the developer has changed: the tool asks before it would write over them, and is told no
 * @returns how many files the items have
 * @throws Error with what the tool printed, where it asks anything else, warns, fails, or leaves out a file
 */
export async function add(app: App, registries: Registries, names: readonly string[], { edited = [] as string[] } = {}): Promise<string> {
  const before = edited.map((file) => readFileSync(app.pathOf(file), 'utf8'))
  const { code, output } = await run([tool, 'add', ...names.map(registries.urlOf)], {
    cwd: app.folder,
    env: { REGISTRY_URL: registries.shadcnUrl },
    ...(edited.length > 0 && { input: 'n\n'.repeat(edited.length) }),
  })
  const asked = new RegExp(`The file (${edited.map((file) => file.split('/').at(-1)).join('|')}) already exists`)
  const said = output.split('\n').filter((line) => !line.startsWith('  - ') && !(edited.length > 0 && asked.test(line)))
  const trouble = said.find((line) => troubles.test(line))
  must(code === 0 && trouble === undefined, `shadcn add ended with ${code}${trouble ? `, and says: ${trouble}` : ''}\n${output}`)

  const files = filesFor(app, withDependencies(registries, names))
  const missing = files.map((file) => placeOf(app, file)).filter((path) => !existsSync(path))
  must(missing.length === 0, `These files did not come: ${missing.join(', ')}\n${output}`)
  const mangled = files.map((file) => placeOf(app, file)).filter((path) => readFileSync(path, 'utf8').includes('/registry/'))
  must(mangled.length === 0, `These files import from the registry's own paths: ${mangled.join(', ')}`)
  must(edited.every((file, index) => readFileSync(app.pathOf(file), 'utf8') === before[index]), 'The tool wrote over the developer\'s files.')
  return `${files.length} files`
}
