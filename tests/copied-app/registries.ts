/**
 * The kit's registry, and a stand-in for shadcn's own with the kit's primitives, both on this machine: the command line
 * tool is led to the second by `REGISTRY_URL`. For a style that stands on Base UI it has primitives of that.
 */
import { globSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename } from 'node:path'
import { getPackage, readImports } from '../../.storybook/imports.ts'
import { makeRegistryFiles } from '../../.storybook/registry/build.ts'
import type { RegistryItem } from '../../.storybook/registry/registry.ts'

/** Both registries, as they are served. */
export interface Registries {
  /** Where shadcn's stand-in is. */
  shadcnUrl: string
  items: RegistryItem[]
  urlOf: (name: string) => string
  /** The addresses that were asked for and are not there. */
  missed: string[]
  close: () => void
}

const root = new URL('../..', import.meta.url).pathname

/** What the primitives of `templates/base-ui` stand on. */
const BASE_UI = { name: '@base-ui/react', version: '1.9.0' }

/** What the kit's own button does by itself, and shadcn's does not: in a form without it, a button sends the form. */
const ownType = "type={asChild ? type : (type ?? 'button')}"

/** A primitive as shadcn has it in a style: its imports lead to its own registry. */
function primitive(file: string, style: string, versions: Record<string, string>): object {
  const name = basename(file, '.tsx')
  const content = readFileSync(root + file, 'utf8')
  const imports = readImports(content, 'tsx')
  const packages = imports.flatMap((specifier) => getPackage(specifier) ?? []).flatMap((each) => {
    if (each === BASE_UI.name) return `${each}@${BASE_UI.version}`
    return versions[each] ? each : []
  })
  const others = imports.flatMap((specifier) => /^@\/components\/ui\/(.+)$/.exec(specifier)?.[1] ?? [])
  if (file === 'src/components/ui/button.tsx' && !content.includes(ownType)) throw new Error(`${file} has no ${ownType}: the copied apps need one without it.`)
  const text = content.replace(ownType, 'type={type}').replaceAll('@/components/ui/', `@/registry/${style}/ui/`)
  return {
    $schema: 'https://ui.shadcn.com/schema/registry-item.json',
    name,
    type: 'registry:ui',
    dependencies: [...new Set(packages)],
    registryDependencies: [...new Set(others)],
    files: [{ path: `registry/${style}/ui/${name}.tsx`, type: 'registry:ui', content: text }],
  }
}

/** What the command line tool asks shadcn for beside the primitives. */
const shadcnFiles: [RegExp, unknown][] = [
  [/^\/index\.json$/, []],
  [/^\/styles\/index\.json$/, []],
  [/^\/icons\/index\.json$/, {}],
  [/^\/styles\/[\w-]+\/index\.json$/, { name: 'index', type: 'registry:style' }],
  [
    /^\/colors\/neutral\.json$/,
    { inlineColors: { light: {}, dark: {} }, cssVars: { light: {}, dark: {} }, inlineColorsTemplate: '', cssVarsTemplate: '' },
  ],
]

/** Serves both on a free port. */
export async function serveRegistries(): Promise<Registries> {
  const versions: Record<string, string> = JSON.parse(readFileSync(`${root}package.json`, 'utf8')).dependencies
  const primitivesIn = (folder: string, style: string) =>
    globSync(`${folder}/*.tsx`, { cwd: root }).map((file): [string, object] => [basename(file, '.tsx'), primitive(file, style, versions)])
  const own = 'src/components/ui'
  const radix = new Map(primitivesIn(own, 'new-york-v4'))
  const baseUi = new Map([...primitivesIn(own, 'base-nova'), ...primitivesIn('tests/copied-app/templates/base-ui', 'base-nova')])
  const files = new Map<string, string | Buffer>()
  const missed: string[] = []
  const shadcn = (path: string): unknown => {
    const [, style = '', name = ''] = /^\/styles\/([\w-]+)\/([\w-]+)\.json$/.exec(path) ?? []
    return (style.startsWith('base-') ? baseUi : radix).get(name) ?? shadcnFiles.find(([pattern]) => pattern.test(path))?.[1]
  }
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const found = pathname.startsWith('/shadcn/') ? shadcn(pathname.slice('/shadcn'.length)) : files.get(pathname.slice(1))
    if (found === undefined) missed.push(pathname)
    response.writeHead(found === undefined ? 404 : 200, { 'content-type': 'application/json' })
    response.end(typeof found === 'string' || Buffer.isBuffer(found) ? found : JSON.stringify(found))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  process.env.REGISTRY_BASE_URL = url
  for (const [path, read] of await makeRegistryFiles()) files.set(path, read())
  // Below them are those for v0, each whole in itself, which this tool does not add.
  const items = [...files].filter(([path]) => /^r\/(?!registry\.json)[\w-]+\.json$/.test(path)).map(([, text]) => JSON.parse(String(text)) as RegistryItem)
  return {
    shadcnUrl: `${url}/shadcn`,
    items,
    urlOf: (name) => `${url}/r/${name}.json`,
    missed,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
