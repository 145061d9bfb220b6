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

/** A component that asks a route gets 404 in an app that has not got it. */
function routeProblems(item: RegistryItem, closure: ReadonlySet<RegistryItem>): string[] {
  const targets = new Set([...closure].flatMap(({ files }) => files.map(({ target }) => target)))
  return item.files.flatMap(({ path, content }) =>
    needsOf(content)
      .routes.filter((route) => !targets.has(`app${route}/route.ts`))
      .map((route) => `${item.name}: ${path} asks ${route}, and that route does not come along.`),
  )
}

/** What people are told to edit is there under that name. */
function mentionProblems(item: RegistryItem, targets: ReadonlySet<string>): string[] {
  const texts = [...item.files.map(({ path, content }) => [path, content] as const), ['docs', item.docs ?? ''] as const]
  return texts.flatMap(([where, text]) =>
    [...text.matchAll(/\b(lib|hooks|components)(\/intercom\/[\w/-]+\.tsx?)\b/g)]
      .filter(([, folder, path]) => !targets.has(`@${folder}${path}`))
      .map(([mention]) => `${item.name}: ${where} speaks of ${mention}, and no item has it under that name.`),
  )
}

const nameOf = (path: string) => path.replace(/^.*\/|\.tsx?$/g, '')

/**
 * The CLI looks for an import's file by its last name alone, and prefers `.ts` to `.tsx`: what is imported must have a
 * name that nothing else has, be it ours or shadcn's. Nobody imports routes and pages, so that those may share theirs.
 */
function clashProblems(items: readonly RegistryItem[], primitives: ReadonlySet<string>): string[] {
  const files = items.flatMap((item) => item.files.map(({ path, type }) => ({ item: item.name, path, type })))
  return files.flatMap(({ item, path, type }) => {
    if (type === 'registry:page') return []
    const name = nameOf(path)
    const others = files.filter((other) => other.path !== path && nameOf(other.path) === name).map((other) => other.path)
    if (primitives.has(name) || name === 'utils') others.push(`shadcn's ${name}`)
    const [other] = others
    return other ? [`${item}: ${path} has the same name as ${other}, and the CLI would lead imports of one to the other.`] : []
  })
}

/** Items that need each other are one item. */
function cycleProblems(items: readonly RegistryItem[], byUrl: ReadonlyMap<string, RegistryItem>): string[] {
  const done = new Set<RegistryItem>()
  const problems: string[] = []
  const visit = (item: RegistryItem, way: readonly RegistryItem[]) => {
    const start = way.indexOf(item)
    if (start >= 0) problems.push(`${[...way.slice(start), item].map(({ name }) => name).join(' needs ')}: make them one item.`)
    if (start >= 0 || done.has(item)) return
    for (const dependency of item.registryDependencies) {
      const next = byUrl.get(dependency)
      if (next) visit(next, [...way, item])
    }
    done.add(item)
  }
  for (const item of items) visit(item, [])
  return problems
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
 * what the item does not bring along, a route that does not come along, one of ours by a bare name, two files for one
 * place, two imported files of one name, two items of one name, items that need each
 * other, a file that is spoken of and is not there.
 *
 * @param primitives the names of shadcn's own that may stand bare
 * @returns a sentence for each problem; none for a registry that can be copied
 */
export function problemsOf(items: readonly RegistryItem[], baseUrl: string, primitives: ReadonlySet<string>): string[] {
  const byUrl = new Map(items.map((item) => [`${baseUrl}/r/${item.name}.json`, item]))
  const targets = new Map<string, string>()
  const names = new Set<string>()
  const places = new Set(items.flatMap(({ files }) => files.map(({ target }) => target)))
  const each = items.flatMap((item) => {
    const closure = closureOf(item, byUrl)
    const problems = [...importProblems(item, closure), ...routeProblems(item, closure), ...nameProblems(item), ...mentionProblems(item, places)]
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
  return [...each, ...clashProblems(items, primitives), ...cycleProblems(items, byUrl)]
}
