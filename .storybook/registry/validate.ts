/** Checks the registry for problems that shadcn's own validation misses. */
import { getPackage, readImports } from '../imports.ts'
import { findItemClosure, type RegistryFile, type RegistryItem } from './registry.ts'

const providedPackages = new Set(['react', 'react-dom', 'next'])

const toAlias = ({ target }: RegistryFile) => target.replace(/^@?/, '@/').replace(/\.tsx?$/, '')

function findImportProblems(item: RegistryItem, closure: ReadonlySet<RegistryItem>): string[] {
  const all = [...closure]
  const aliases = new Set(all.flatMap(({ files }) => files.map(toAlias)))
  const primitives = new Set(all.flatMap(({ registryDependencies }) => registryDependencies))
  const packages = new Set(all.flatMap(({ dependencies }) => dependencies.map((each) => each.replace(/(.)@.*$/, '$1'))))
  return item.files.flatMap(({ path, content }) =>
    readImports(content, path.endsWith('.tsx') ? 'tsx' : 'ts').flatMap((specifier) => {
      const start = `${item.name}: ${path} imports ${specifier}`
      if (specifier === '@/lib/utils') return []
      if (specifier.startsWith('.')) return [`${start}. Relative imports break when copied. Import it by @/.`]
      const primitive = /^@\/components\/ui\/(.+)$/.exec(specifier)?.[1]
      if (primitive) return primitives.has(primitive) ? [] : [`${start}, but ${primitive} is missing in its registryDependencies.`]
      const name = getPackage(specifier)
      if (!name) return aliases.has(specifier) ? [] : [`${start}, which is not in the item or its dependencies.`]
      return providedPackages.has(name) || packages.has(name) ? [] : [`${start}, but ${name} is missing in its dependencies.`]
    }),
  )
}

/** Updates of a component must not overwrite the app's own files. */
function findOwnershipProblems({ name, type, files }: RegistryItem): string[] {
  if (type !== 'registry:component') return []
  return files.filter(({ target }) => !target.startsWith('@components/intercom/')).map(({ target }) => `${name}: ${target} is a file that the app owns. Move it to a block.`)
}

/** Files that texts mention must exist in some item. */
function findMentionProblems(item: RegistryItem, targets: ReadonlySet<string>): string[] {
  const texts = [...item.files.map(({ path, content }) => [path, content] as const), ['docs', item.docs ?? ''] as const]
  return texts.flatMap(([where, text]) =>
    [...text.matchAll(/\b(?:lib|components)\/intercom\/[\w/-]+\.tsx?\b/g)]
      .filter(([mention]) => !targets.has(`@${mention}`))
      .map(([mention]) => `${item.name}: ${where} mentions ${mention}, which no item contains.`),
  )
}

/** The CLI drops comments before the first import. */
function findCommentProblems({ name, files }: RegistryItem): string[] {
  return files.filter(({ content }) => /^\s*\/[/*]/.test(content)).map(({ path }) => `${name}: ${path} starts with a comment, which the shadcn CLI drops. Move it below the imports.`)
}

const getName = (path: string) => path.replace(/^.*\/|\.tsx?$/g, '')

/** The CLI resolves imports by file name and prefers `.tsx` over `.ts`. */
function findClashes(items: readonly RegistryItem[], primitives: ReadonlySet<string>): string[] {
  const paths = [...new Set(items.flatMap(({ files }) => files.filter(({ type }) => type !== 'registry:page').map(({ path }) => path)))]
  return paths.flatMap((path) => {
    const twin = paths.find((other) => other !== path && getName(other) === getName(path) && other.endsWith('x') !== path.endsWith('x'))
    const other = twin ?? (path.endsWith('.ts') && primitives.has(getName(path)) ? `shadcn's ${getName(path)}` : undefined)
    return other && path.endsWith('.ts') ? [`${path} has the same name as ${other}, and the shadcn CLI would confuse them. Rename it.`] : []
  })
}

/** Checks all items. Returns one message per problem. */
export function findProblems(items: readonly RegistryItem[], baseUrl: string, primitives: ReadonlySet<string>): string[] {
  const byUrl = new Map(items.map((item) => [`${baseUrl}/r/${item.name}.json`, item]))
  const contents = new Map<string, string>()
  const names = new Set<string>()
  const targets = new Set(items.flatMap(({ files }) => files.map(({ target }) => target)))
  const each = items.flatMap((item) => {
    const problems = [
      ...findImportProblems(item, findItemClosure(item, byUrl)), ...findOwnershipProblems(item), ...findMentionProblems(item, targets),
      ...findCommentProblems(item),
    ]
    if (names.has(item.name)) problems.push(`Two items are named ${item.name}.`)
    names.add(item.name)
    for (const dependency of item.registryDependencies) {
      if (byUrl.has(dependency) || primitives.has(dependency)) continue
      const isKitItem = items.some(({ name }) => name === dependency)
      problems.push(`${item.name}: ${dependency} ${isKitItem ? 'is a kit item. Refer to it by URL.' : 'is an unknown item.'}`)
    }
    for (const { target, content } of item.files) {
      if ((contents.get(target) ?? content) !== content) problems.push(`${item.name}: ${target} has different content in another item.`)
      contents.set(target, content)
    }
    for (const [name, value] of Object.entries(item.envVars ?? {})) {
      if (value) problems.push(`${item.name}: ${name} must be empty, because the shadcn CLI writes its value to .env.local.`)
    }
    return problems
  })
  return [...each, ...findClashes(items, primitives)]
}
