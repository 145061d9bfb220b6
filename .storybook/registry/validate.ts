/** What can be wrong with a registry. The CLI's own check sees none of it, and copies all the same. */
import { needsOf, packageOf } from './closure.ts'
import type { RegistryItem } from './registry.ts'

/** What an item needs from outside the kit. */
const everywhere = new Set(['react', 'react-dom', 'next'])

/** The items that an item brings along, itself among them. */
export function closureOf(item: RegistryItem, byUrl: ReadonlyMap<string, RegistryItem>): Set<RegistryItem> {
  const found = new Set([item])
  for (const each of found) {
    for (const dependency of each.registryDependencies) {
      const next = byUrl.get(dependency)
      if (next) found.add(next)
    }
  }
  return found
}

function importProblems(item: RegistryItem, closure: ReadonlySet<RegistryItem>): string[] {
  const paths = new Set([...closure].flatMap(({ files }) => files.map(({ path }) => path.replace(/\.tsx?$/, ''))))
  const bare = new Set([...closure].flatMap(({ registryDependencies }) => registryDependencies))
  const packages = new Set([...closure].flatMap(({ dependencies }) => dependencies.map((range) => range.replace(/(.)@.*$/, '$1'))))
  return item.files.flatMap(({ path, content }) =>
    needsOf(content).imports.flatMap(({ specifier }) => {
      const where = `${item.name}: ${path} imports ${specifier}`
      if (specifier === '@/lib/utils') return []
      const primitive = /^@\/registry\/intercom\/ui\/(.+)$/.exec(specifier)?.[1]
      if (primitive) return bare.has(primitive) ? [] : [`${where}, and ${primitive} is not among its registryDependencies.`]
      if (specifier.startsWith('@/')) return paths.has(specifier.slice(2)) ? [] : [`${where}, which it does not bring along.`]
      if (specifier.startsWith('.')) return [`${where}: no relative import survives the copy. Import by @/.`]
      const name = packageOf(specifier)
      return everywhere.has(name) || packages.has(name) ? [] : [`${where}, and ${name} is not among its dependencies.`]
    }),
  )
}

/** The CLI takes `@/registry/x/lib/y/uikit` for a file of the folder `ui`: no name below the first may begin so. */
function nameProblems(item: RegistryItem): string[] {
  return item.files.flatMap(({ path }) => {
    const names = path.split('/').slice(3)
    const bad = path.includes('/app/') ? undefined : names.find((name) => /^(?:ui|lib|hooks|components)/.test(name))
    return bad ? [`${item.name}: ${path} has a name that the CLI takes for a folder: ${bad}. Rename it.`] : []
  })
}

/**
 * Looks for what would break an app that copies an item: a file that is missing, a package that is missing, an import of
 * what the item does not bring along, one of ours by a bare name, two files for one place, two items of one name.
 *
 * @param primitives the names of shadcn's own that may stand bare
 * @returns a sentence for each problem; none for a registry that can be copied
 */
export function problemsOf(items: readonly RegistryItem[], baseUrl: string, primitives: ReadonlySet<string>): string[] {
  const byUrl = new Map(items.map((item) => [`${baseUrl}/r/${item.name}.json`, item]))
  const targets = new Map<string, string>()
  const names = new Set<string>()
  return items.flatMap((item) => {
    const problems = [...importProblems(item, closureOf(item, byUrl)), ...nameProblems(item)]
    if (names.has(item.name)) problems.push(`There are two items called ${item.name}.`)
    names.add(item.name)
    for (const dependency of item.registryDependencies) {
      if (byUrl.has(dependency) || primitives.has(dependency)) continue
      const isOurs = items.some(({ name }) => name === dependency)
      problems.push(`${item.name}: ${dependency} ${isOurs ? 'is ours and must be an address.' : 'is no item.'}`)
    }
    for (const { target } of item.files) {
      const other = targets.get(target)
      if (other) problems.push(`${item.name}: ${target} is also a file of ${other}.`)
      targets.set(target, item.name)
    }
    for (const [name, value] of Object.entries(item.envVars ?? {})) {
      if (value) problems.push(`${item.name}: ${name} must be empty, because the CLI writes its value into .env.local.`)
    }
    return problems
  })
}
