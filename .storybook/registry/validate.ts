/** Checks a registry for what would break an app. The command line tool's own check finds none of it. */
import { getPackage, readImports } from '../imports.ts'
import { closureOf, type RegistryFile, type RegistryItem } from './registry.ts'

/** Packages that an item need not name. */
const everywhere = new Set(['react', 'react-dom', 'next'])

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
      if (specifier.startsWith('.')) return [`${start}: a relative import does not survive the copy. Import by @/.`]
      const primitive = /^@\/components\/ui\/(.+)$/.exec(specifier)?.[1]
      if (primitive) return primitives.has(primitive) ? [] : [`${start}, and ${primitive} is not among its registryDependencies.`]
      const name = getPackage(specifier)
      if (!name) return aliases.has(specifier) ? [] : [`${start}, which it does not bring along.`]
      return everywhere.has(name) || packages.has(name) ? [] : [`${start}, and ${name} is not among its dependencies.`]
    }),
  )
}

/** Files that belong to an app once they are there: updating a component must never write over one. */
function findOwnershipProblems({ name, type, files }: RegistryItem): string[] {
  if (type !== 'registry:component') return []
  return files.filter(({ target }) => !target.startsWith('@components/intercom/')).map(({ target }) => `${name}: ${target} belongs to an app, so it is for a block.`)
}

/** Files that developers are told to edit exist under that name. */
function findMentionProblems(item: RegistryItem, targets: ReadonlySet<string>): string[] {
  const texts = [...item.files.map(({ path, content }) => [path, content] as const), ['docs', item.docs ?? ''] as const]
  return texts.flatMap(([where, text]) =>
    [...text.matchAll(/\b(?:lib|components)\/intercom\/[\w/-]+\.tsx?\b/g)]
      .filter(([mention]) => !targets.has(`@${mention}`))
      .map(([mention]) => `${item.name}: ${where} speaks of ${mention}, and no item has it.`),
  )
}

/** The tool drops a comment that stands before a file's first import. */
function findCommentProblems({ name, files }: RegistryItem): string[] {
  return files.filter(({ content }) => /^\s*\/[/*]/.test(content)).map(({ path }) => `${name}: ${path} begins with a comment, which the tool drops: put it after the imports.`)
}

const getName = (path: string) => path.replace(/^.*\/|\.tsx?$/g, '')

/**
 * The tool finds an imported file by its last name, and takes a `.tsx` before a `.ts` of that name. Pages and routes are
 * not imported.
 */
function findClashes(items: readonly RegistryItem[], primitives: ReadonlySet<string>): string[] {
  const paths = [...new Set(items.flatMap(({ files }) => files.filter(({ type }) => type !== 'registry:page').map(({ path }) => path)))]
  return paths.flatMap((path) => {
    const twin = paths.find((other) => other !== path && getName(other) === getName(path) && other.endsWith('x') !== path.endsWith('x'))
    const other = twin ?? (path.endsWith('.ts') && primitives.has(getName(path)) ? `shadcn's ${getName(path)}` : undefined)
    return other && path.endsWith('.ts') ? [`${path} has the same name as ${other}, and the command line tool would mix them up.`] : []
  })
}

/**
 * Checks a registry.
 *
 * @param primitives the names of shadcn's primitives, which are given bare
 * @returns a sentence for each problem
 */
export function findProblems(items: readonly RegistryItem[], baseUrl: string, primitives: ReadonlySet<string>): string[] {
  const byUrl = new Map(items.map((item) => [`${baseUrl}/r/${item.name}.json`, item]))
  const contents = new Map<string, string>()
  const names = new Set<string>()
  const targets = new Set(items.flatMap(({ files }) => files.map(({ target }) => target)))
  const each = items.flatMap((item) => {
    const problems = [
      ...findImportProblems(item, closureOf(item, byUrl)), ...findOwnershipProblems(item), ...findMentionProblems(item, targets),
      ...findCommentProblems(item),
    ]
    if (names.has(item.name)) problems.push(`There are two items called ${item.name}.`)
    names.add(item.name)
    for (const dependency of item.registryDependencies) {
      if (byUrl.has(dependency) || primitives.has(dependency)) continue
      const isOurs = items.some(({ name }) => name === dependency)
      problems.push(`${item.name}: ${dependency} ${isOurs ? 'is ours and must be an address.' : 'is no item.'}`)
    }
    for (const { target, content } of item.files) {
      if ((contents.get(target) ?? content) !== content) problems.push(`${item.name}: ${target} is another file in another item.`)
      contents.set(target, content)
    }
    for (const [name, value] of Object.entries(item.envVars ?? {})) {
      if (value) problems.push(`${item.name}: ${name} must be empty, because the tool writes its value into .env.local.`)
    }
    return problems
  })
  return [...each, ...findClashes(items, primitives)]
}
