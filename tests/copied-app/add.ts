/** Runs shadcn's real command line tool like a developer does. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { findItemClosure, type RegistryFile, type RegistryItem } from '../../.storybook/registry/registry.ts'
import type { App } from './apps.ts'
import { must } from './checks.ts'
import { run } from './commands.ts'
import type { Registries } from './registries.ts'

/** Path of shadcn's command line tool. */
export const tool = fileURLToPath(new URL('node_modules/shadcn/dist/index.js', import.meta.url))

/** Words in the tool's output that report a problem. */
const troubles = /would you like to overwrite|\bwarn(?:ing)?\b|deprecated|ERESOLVE|peer dep|something went wrong|error/i

/** Lists items with all their dependencies. */
export function withDependencies({ items, getItemUrl }: Registries, names: readonly string[]): RegistryItem[] {
  const byUrl = new Map(items.map((item) => [getItemUrl(item.name), item]))
  return [...new Set(items.filter(({ name }) => names.includes(name)).flatMap((item) => [...findItemClosure(item, byUrl)]))]
}

/** Returns the path of an item's file in an app. */
export function getPlace(app: App, { target }: RegistryFile): string {
  return app.toPath(target.replace(/^@/, ''))
}

/** Lists the files of items, each once. The tool skips routes and pages outside Next.js. */
export function listItemFiles(app: App, items: readonly RegistryItem[]): RegistryFile[] {
  const files = items.flatMap((item) => item.files).filter(({ type }) => app.template === 'next-app' || type !== 'registry:page')
  return [...new Map(files.map((file) => [file.target, file])).values()]
}

/** Options of {@link add}. */
export interface AddOptions {
  /** Files that the developer has edited. The tool asks before it overwrites them; this declines. */
  edited?: readonly string[]
  /** Whether to overwrite files that differ, without asking. */
  overwrite?: boolean
  /** Environment variables for the tool. */
  env?: Record<string, string>
}

/**
 * Adds items by their addresses, and checks that every file exists.
 * @throws Error with the output if the tool asks anything else, warns, fails, or leaves out a file
 */
export async function add(app: App, registries: Registries, names: readonly string[], { edited = [], overwrite = false, env = {} }: AddOptions = {}): Promise<void> {
  const before = edited.map((file) => readFileSync(app.toPath(file), 'utf8'))
  const { code, output } = await run([tool, 'add', ...(overwrite ? ['--overwrite'] : []), ...names.map(registries.getItemUrl)], {
    cwd: app.folder,
    env: { REGISTRY_URL: registries.shadcnUrl, ...env },
    patience: 400,
    ...(edited.length > 0 && { input: 'n\n'.repeat(edited.length) }),
  })
  const asked = new RegExp(`The file (${edited.map((file) => file.split('/').at(-1)).join('|')}) already exists`)
  const said = output.split('\n').filter((line) => !line.startsWith('  - ') && !(edited.length > 0 && asked.test(line)))
  const trouble = said.find((line) => troubles.test(line))
  must(code === 0 && trouble === undefined, `shadcn add exited with ${code}${trouble ? ` and printed: ${trouble}` : ''}\n${output}`)

  const places = listItemFiles(app, withDependencies(registries, names)).map((file) => getPlace(app, file))
  const missing = places.filter((path) => !existsSync(path))
  must(missing.length === 0, `These files are missing: ${missing.join(', ')}\n${output}`)
  const mangled = places.filter((path) => readFileSync(path, 'utf8').includes('/registry/'))
  must(mangled.length === 0, `These files import from the registry's own paths: ${mangled.join(', ')}`)
  must(edited.every((file, index) => readFileSync(app.toPath(file), 'utf8') === before[index]), "The tool overwrote the developer's files.")
}
