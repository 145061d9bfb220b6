import { readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join, posix } from 'node:path'
import { defineRule, isTest, pathOf, type Node } from './rule.ts'

/** One import of a file, wherever it stands. */
interface Import {
  /** As it is written: `@/lib/utils`, `../types.ts`, `swr/infinite`. */
  specifier: string
  /** The path from the project's root, where it is a file of ours. */
  target: string | undefined
  /** Whether nothing of it is left when the types are gone; `import { type X }` leaves an import behind. */
  typeOnly: boolean
}

/** What a place in the house may import of `src/`: the folders, and why no others. */
interface Place {
  folder: string
  may: RegExp
  reason: string
}

const places: Place[] = [
  { folder: 'src/app/', may: /^src\/lib\//, reason: 'a route takes what it needs from `@/lib`' },
  {
    folder: 'src/components/ui/',
    may: /^src\/(?:lib\/utils$|components\/ui\/)/,
    reason: "a primitive stands on `@/lib/utils` and other primitives, as a project's own does",
  },
  { folder: 'src/components/', may: /^src\/(?:components|hooks|lib)\//, reason: 'a component knows no route' },
  { folder: 'src/hooks/', may: /^src\/(?:components|hooks|lib)\//, reason: 'a hook knows no route' },
  { folder: 'src/lib/', may: /^src\/lib\//, reason: '`src/lib` holds what is neither React nor a route' },
]

const inBrowser = /^src\/(?:components|hooks)\//
const serverPackages = new Set(['zod', 'htmlparser2'])
const contracts = 'src/lib/intercom/contracts'
const mockServer = 'mocks/server.ts'

const dependencies = new Map<string, Set<string>>()

/** What a copied file may find in its new home: our `dependencies`, and React, which every such app has. */
function dependenciesOf(root: string): Set<string> {
  let names = dependencies.get(root)
  if (!names) {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies?: object }
    names = new Set([...Object.keys(manifest.dependencies ?? {}), 'react', 'react-dom'])
    dependencies.set(root, names)
  }
  return names
}

function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
}

function resolve(path: string, specifier: string): string | undefined {
  if (specifier.startsWith('@/')) return posix.join('src', specifier.slice(2))
  if (specifier.startsWith('.')) return posix.join(posix.dirname(path), specifier)
  return undefined
}

/** The message, and what stands in it beside the import itself. */
type Wrong = [id: string, data?: Record<string, string>] | undefined

function aliasOf(target: string): string {
  return `@/${target.slice('src/'.length).replace(/\.tsx?$/, '')}`
}

/** What is wrong with an import in `src/`, outside tests. */
function wrongInSource(path: string, found: Import, root: string): Wrong {
  const { specifier, target, typeOnly } = found
  if (target === undefined) {
    const name = packageOf(specifier)
    const isNext = name === 'next'
    if (isBuiltin(specifier) || isNext) return path.startsWith('src/app/') ? undefined : ['platform']
    if (inBrowser.test(path) && serverPackages.has(name) && !typeOnly) return ['server', { name }]
    return dependenciesOf(root).has(name) ? undefined : ['unlisted', { name }]
  }
  if (!target.startsWith('src/')) return ['leaves', { place: target.split('/')[0] ?? target }]
  if (specifier.startsWith('.')) return ['relative', { alias: aliasOf(target) }]
  if (/\.tsx?$/.test(target)) return ['extension', { alias: aliasOf(target) }]
  const place = places.find(({ folder }) => path.startsWith(folder))
  if (place && !place.may.test(target)) return ['place', { reason: place.reason }]
  if ((target === contracts || target.startsWith(`${contracts}/`)) && inBrowser.test(path) && !typeOnly) return ['contracts']
  return undefined
}

/** What is wrong with an import in `mocks/`, outside tests. */
function wrongInMocks(path: string, { specifier, target, typeOnly }: Import): Wrong {
  if (target === undefined) return isBuiltin(specifier) && path !== mockServer ? ['mocksPlatform'] : undefined
  if (specifier.startsWith('@/')) return ['mocksAlias']
  if (target.startsWith('mocks/')) return /\.(?:ts|json)$/.test(target) ? undefined : ['mocksExtension']
  return target.startsWith('src/lib/') && typeOnly ? undefined : ['mocksTypes']
}

/** Who may import whom: the layout of the house. Stories, tests and Storybook's own files may import everything. */
export const houseImports = defineRule(
  'An import stays in its place in the house.',
  {
    leaves: '`{{specifier}}` is in {{place}}: nothing in src leaves src, because src is what is copied into an app.',
    relative: '`{{specifier}}` is relative: write `{{alias}}`, which is right wherever the file is copied to.',
    extension: '`{{specifier}}` has an extension: write `{{alias}}`.',
    platform: '`{{specifier}}` is of one platform: outside src/app use web standards (fetch, Request, Web Crypto).',
    unlisted: '`{{name}}` is not among the dependencies in package.json: an app that copies this does not have it.',
    server: '`{{name}}` is for the server: in components and hooks it would be sent to every browser.',
    contracts: '`{{specifier}}` brings zod into the browser: take its types alone, with `import type`.',
    place: '`{{specifier}}` is out of place here: {{reason}}.',
    mocksTypes: '`{{specifier}}` is out of place here: mocks take types from src/lib, with `import type`, and no more.',
    mocksAlias: '`{{specifier}}` is an alias, and Node runs the mocks as they are: write a relative path.',
    mocksExtension: '`{{specifier}}` has no extension, and Node runs the mocks as they are: write `{{specifier}}.ts`.',
    mocksPlatform: '`{{specifier}}` is not there in a browser, where the mocks run, too: only mocks/server.ts uses it.',
  },
  (context) => {
    const path = pathOf(context)

    function wrongWith(found: Import): Wrong {
      const { specifier, target = '' } = found
      if (isTest(path)) {
        if (!path.startsWith('src/') || !specifier.startsWith('.') || !target.startsWith('src/')) return undefined
        return ['relative', { alias: aliasOf(target) }]
      }
      if (path.startsWith('src/')) return wrongInSource(path, found, context.cwd)
      if (path.startsWith('mocks/')) return wrongInMocks(path, found)
      return undefined
    }

    function check(source: Node | null, typeOnly: boolean): void {
      if (source?.type !== 'Literal' || typeof source.value !== 'string') return
      const specifier = source.value
      const wrong = wrongWith({ specifier, target: resolve(path, specifier), typeOnly })
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
