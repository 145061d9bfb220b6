/** The real command line tool, run as a developer runs it. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { findItemClosure, type RegistryFile, type RegistryItem } from '../../.storybook/registry/registry.ts'
import type { App } from './apps.ts'
import { must } from './checks.ts'
import { run } from './commands.ts'
import type { Registries } from './registries.ts'

const tool = fileURLToPath(new URL('node_modules/shadcn/dist/index.js', import.meta.url))

/** Words in the tool's output that mean that something is wrong. */
const troubles = /would you like to overwrite|\bwarn(?:ing)?\b|deprecated|ERESOLVE|peer dep|something went wrong|error/i

/** Items by name, with every item that they depend on. */
export function withDependencies({ items, urlOf }: Registries, names: readonly string[]): RegistryItem[] {
  const byUrl = new Map(items.map((item) => [urlOf(item.name), item]))
  return [...new Set(items.filter(({ name }) => names.includes(name)).flatMap((item) => [...findItemClosure(item, byUrl)]))]
}

/** The path of an item's file in an app. */
export function placeOf(app: App, { target }: RegistryFile): string {
  return app.pathOf(target.replace(/^@/, ''))
}

/** Every file of the items, once. An app that is not Next.js has no place for routes and pages: the tool leaves them out. */
export function filesFor(app: App, items: readonly RegistryItem[]): RegistryFile[] {
  const files = items.flatMap((item) => item.files).filter(({ type }) => app.template === 'next-app' || type !== 'registry:page')
  return [...new Map(files.map((file) => [file.target, file])).values()]
}

/** Options of {@link add}. */
export interface AddOptions {
  /** Files that the developer has edited: the tool asks before it overwrites them, and the answer is no. */
  edited?: readonly string[]
  /** Whether the tool writes over files that differ, without asking. */
  overwrite?: boolean
  /** Added to the tool's environment. */
  env?: Record<string, string>
}

/**
 * Adds items by their addresses, and checks that every file has arrived.
 *
 * @throws Error with the output if the tool asks anything else, warns, fails, or leaves out a file
 */
export async function add(app: App, registries: Registries, names: readonly string[], { edited = [], overwrite = false, env = {} }: AddOptions = {}): Promise<void> {
  const before = edited.map((file) => readFileSync(app.pathOf(file), 'utf8'))
  const { code, output } = await run([tool, 'add', ...(overwrite ? ['--overwrite'] : []), ...names.map(registries.urlOf)], {
    cwd: app.folder,
    env: { REGISTRY_URL: registries.shadcnUrl, ...env },
    patience: 400,
    ...(edited.length > 0 && { input: 'n\n'.repeat(edited.length) }),
  })
  const asked = new RegExp(`The file (${edited.map((file) => file.split('/').at(-1)).join('|')}) already exists`)
  const said = output.split('\n').filter((line) => !line.startsWith('  - ') && !(edited.length > 0 && asked.test(line)))
  const trouble = said.find((line) => troubles.test(line))
  must(code === 0 && trouble === undefined, `shadcn add ended with ${code}${trouble ? `, and says: ${trouble}` : ''}\n${output}`)

  const places = filesFor(app, withDependencies(registries, names)).map((file) => placeOf(app, file))
  const missing = places.filter((path) => !existsSync(path))
  must(missing.length === 0, `These files did not arrive: ${missing.join(', ')}\n${output}`)
  const mangled = places.filter((path) => readFileSync(path, 'utf8').includes('/registry/'))
  must(mangled.length === 0, `These files import from the registry's own paths: ${mangled.join(', ')}`)
  must(edited.every((file, index) => readFileSync(app.pathOf(file), 'utf8') === before[index]), "The tool wrote over the developer's files.")
}
