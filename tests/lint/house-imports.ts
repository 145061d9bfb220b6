import { readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join, posix } from 'node:path'
import { defineRule, isTest, getPath, type Node } from './rule.ts'

/** An import in any of JavaScript's forms. */
interface Import {
  /** Specifier as written: `@/lib/utils`, `../types.ts`, `swr/infinite`. */
  specifier: string
  /** Path from the project's root. `undefined` for packages. */
  target: string | undefined
  /** Whether the import is erased with its types. `import { type X }` is not. */
  typeOnly: boolean
}

/** Folders of `src/kit` that each folder may import. `types` limits contracts to `import type`. */
const engine: Record<string, { may: string[]; types?: true }> = {
  contracts: { may: [] },
  shared: { may: ['contracts'], types: true },
  strings: { may: ['contracts', 'shared'], types: true },
  'rich-text': { may: ['contracts', 'shared'], types: true },
  messenger: { may: ['contracts', 'shared', 'strings'], types: true },
  inbox: { may: ['contracts', 'shared', 'strings', 'rich-text'], types: true },
  account: { may: ['contracts', 'shared', 'strings', 'messenger'], types: true },
  server: { may: ['contracts', 'shared', 'rich-text'] },
}

/** Constants of the contracts without a schema, allowed in a browser. */
const plainContracts = new Set(['src/kit/contracts/attachment-limits.ts'])

/** Allowed imports of `src/` outside the engine, with the reason. */
const places: { folder: string; may: RegExp; reason: string }[] = [
  { folder: 'src/app/', may: /^src\/(?:components|lib)\//, reason: 'a route or a page uses `@/lib` and `@/components`' },
  {
    folder: 'src/components/ui/',
    may: /^src\/(?:lib\/utils$|components\/ui\/)/,
    reason: "a primitive uses `@/lib/utils` and other primitives, like a project's own",
  },
  { folder: 'src/components/', may: /^src\/(?:components\/|lib\/utils$)/, reason: 'a view uses `@/components`, `@/lib/utils` and `intercom-v0-kit/*`' },
  { folder: 'src/lib/', may: /^src\/lib\//, reason: '`src/lib` holds neither React nor routes' },
]

const kit = 'intercom-v0-kit'
const mockServer = 'mocks/server.ts'

const manifests = new Map<string, { packages: Set<string>; entries: Set<string> }>()

function readManifest(root: string) {
  let found = manifests.get(root)
  if (!found) {
    const { dependencies = {}, peerDependencies = {}, exports = {} } = JSON.parse(
      readFileSync(join(root, 'package.json'), 'utf8'),
    ) as { dependencies?: object; peerDependencies?: object; exports?: object }
    const packages = new Set([...Object.keys(dependencies), ...Object.keys(peerDependencies)])
    found = { packages, entries: new Set(Object.keys(exports).map((entry) => kit + entry.slice(1))) }
    manifests.set(root, found)
  }
  return found
}

function getPackage(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
}

function resolve(path: string, specifier: string): string | undefined {
  if (specifier.startsWith('@/')) return posix.join('src', specifier.slice(2))
  if (specifier.startsWith('.')) return posix.join(posix.dirname(path), specifier)
  return undefined
}

/** Message id, with values beside the specifier. */
type Wrong = [id: string, data?: Record<string, string>] | undefined

function toAlias(target: string): string {
  return `@/${target.slice('src/'.length).replace(/\.tsx?$/, '')}`
}

const getFolder = (path: string) => /^src\/kit\/([\w-]+)\//.exec(path)?.[1]

/** Checks an import of a package in `src/`: listed, and allowed in its folder. */
function checkPackage(path: string, { specifier, typeOnly }: Import, root: string): Wrong {
  const name = getPackage(specifier)
  const folder = getFolder(path)
  const { packages, entries } = readManifest(root)
  if (name === kit) {
    if (folder) return ['self', { name }]
    return entries.has(specifier) || /^intercom-v0-kit\/strings\/[\w-]+$/.test(specifier) ? checkContracts(path, specifier, typeOnly) : ['entry']
  }
  if (isBuiltin(specifier) || name === 'next') return path.startsWith('src/app/') ? undefined : ['platform']
  if (folder && folder !== 'contracts' && folder !== 'server' && name === 'zod' && !typeOnly) return ['server', { name }]
  if (folder === 'server' && /^(?:react|react-dom|swr|lucide-react)$/.test(name)) return ['browser', { name }]
  if (!folder && (name === 'zod' || name === 'htmlparser2') && !typeOnly && path.startsWith('src/components/')) return ['server', { name }]
  return packages.has(name) ? undefined : ['unlisted', { name }]
}

function checkContracts(path: string, specifier: string, typeOnly: boolean): Wrong {
  const inBrowser = path.startsWith('src/components/')
  if (inBrowser && specifier === `${kit}/server`) return ['server', { name: specifier }]
  return inBrowser && specifier === `${kit}/contracts` && !typeOnly ? ['contracts'] : undefined
}

function checkEngine(from: string, { specifier, target = '', typeOnly }: Import): Wrong {
  if (specifier.startsWith('@/')) return ['engineAlias']
  const to = getFolder(target)
  if (!to) return ['leavesEngine']
  if (!/\.tsx?$/.test(target)) return ['engineExtension']
  if (to === from) return undefined
  const { may, types } = engine[from] ?? { may: [] }
  if (!may.includes(to)) return ['engine', { from, to, may: may.join(', ') || 'nothing of ours' }]
  if (to === 'contracts' && types && !typeOnly && !plainContracts.has(target)) return ['contracts']
  if (to === 'shared' || plainContracts.has(target) || target === `src/kit/${to}/index.ts`) return undefined
  return ['private', { to }]
}

/** Checks an import in `src/`, outside tests. */
function checkSource(path: string, found: Import, root: string): Wrong {
  const { specifier, target } = found
  if (target === undefined) return checkPackage(path, found, root)
  const folder = getFolder(path)
  if (folder) return checkEngine(folder, found)
  if (!target.startsWith('src/')) return ['leaves', { place: target.split('/')[0] ?? target }]
  if (specifier.startsWith('.')) return ['relative', { alias: toAlias(target) }]
  if (/\.tsx?$/.test(target)) return ['extension', { alias: toAlias(target) }]
  if (target.startsWith('src/kit/')) return ['deep']
  const place = places.find((each) => path.startsWith(each.folder))
  return place && !place.may.test(target) ? ['place', { reason: place.reason }] : undefined
}

/** Checks an import in `mocks/`, outside tests. */
function checkMocks(path: string, { specifier, target, typeOnly }: Import): Wrong {
  if (target === undefined) return isBuiltin(specifier) && path !== mockServer ? ['mocksPlatform'] : undefined
  if (specifier.startsWith('@/')) return ['mocksAlias']
  if (target.startsWith('mocks/')) return /\.(?:ts|json)$/.test(target) ? undefined : ['mocksExtension']
  return target.startsWith('src/kit/contracts/') && typeOnly ? undefined : ['mocksTypes']
}

/** Enforces the import rule. Stories, tests and Storybook's files may import everything. */
export const houseImports = defineRule(
  'An import follows the layout of the project.',
  {
    leaves: '`{{specifier}}` is in {{place}}: nothing in src leaves src, because src is copied into an app.',
    relative: '`{{specifier}}` is relative: write `{{alias}}`, which works wherever the file is copied to.',
    extension: '`{{specifier}}` has an extension: write `{{alias}}`.',
    deep: '`{{specifier}}` is inside the engine: import from `intercom-v0-kit/<folder>`, like an app does.',
    entry: '`{{specifier}}` is not an import path of the package: see `exports` in package.json.',
    platform: '`{{specifier}}` exists on one platform only: outside src/app use web standards (fetch, Request, Web Crypto).',
    unlisted: '`{{name}}` is not among the dependencies in package.json, so an app that copies this does not have it.',
    server: '`{{name}}` belongs on the server: here every browser would download it.',
    browser: '`{{name}}` belongs in the browser: src/kit/server runs without it.',
    contracts: '`{{specifier}}` brings zod into the browser: use `import type`.',
    place: '`{{specifier}}` is out of place here: {{reason}}.',
    self: '`{{specifier}}` is the engine itself: inside src/kit write a relative path.',
    engineAlias: '`{{specifier}}` is an alias: inside src/kit write a relative path with its extension.',
    engineExtension: '`{{specifier}}` has no extension: Node runs the engine as it is.',
    leavesEngine: '`{{specifier}}` leaves src/kit: the engine is a package and knows no file of an app.',
    engine: '`{{specifier}}` is out of place: kit/{{from}} may import {{may}}, not kit/{{to}}.',
    private: '`{{specifier}}` is private to kit/{{to}}: import its index.ts.',
    mocksTypes: '`{{specifier}}` is out of place here: mocks import types of src/kit/contracts, and nothing else.',
    mocksAlias: '`{{specifier}}` is an alias, and Node runs the mocks as they are: write a relative path.',
    mocksExtension: '`{{specifier}}` has no extension, and Node runs the mocks as they are: write `{{specifier}}.ts`.',
    mocksPlatform: '`{{specifier}}` does not exist in a browser, and the mocks run there too: only mocks/server.ts uses it.',
  },
  (context) => {
    const path = getPath(context)

    function checkImport(found: Import): Wrong {
      if (isTest(path)) return undefined
      if (path.startsWith('src/')) return checkSource(path, found, context.cwd)
      if (path.startsWith('mocks/')) return checkMocks(path, found)
      return undefined
    }

    function check(source: Node | null, typeOnly: boolean): void {
      if (source?.type !== 'Literal' || typeof source.value !== 'string') return
      const specifier = source.value
      const wrong = checkImport({ specifier, target: resolve(path, specifier), typeOnly })
      if (wrong) context.report({ node: source, messageId: wrong[0], data: { specifier, ...wrong[1] } })
    }

    return {
      ImportDeclaration: (node) => check(node.source, node.importKind === 'type'),
      ExportNamedDeclaration: (node) => check(node.source, node.exportKind === 'type'),
      ExportAllDeclaration: (node) => check(node.source, node.exportKind === 'type'),
      ImportExpression: (node) => check(node.source, false),
      TSImportType: (node) => check(node.source, true),
    }
  },
)
