/**
 * Serves the kit's registry with its tarball, and a replacement for shadcn's registry with the kit's primitives.
 * `REGISTRY_URL` points the command line tool to the second. Styles on Base UI get primitives of Base UI.
 */
import { globSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename } from 'node:path'
import { getPackage, readImports } from '../../.storybook/imports.ts'
import { buildRegistryFiles } from '../../.storybook/registry/build.ts'
import type { RegistryItem } from '../../.storybook/registry/registry.ts'

/** Both registries while they are served. */
export interface Registries {
  /** Address of the replacement for shadcn's registry. */
  shadcnUrl: string
  items: RegistryItem[]
  getItemUrl: (name: string) => string
  /** Address of the engine's tarball. */
  kitUrl: string
  /** Serves another tarball beside the registry, and returns its address. */
  addTarball: (name: string, bytes: Buffer) => string
  /** Requested paths that don't exist. */
  missed: string[]
  close: () => void
}

const root = new URL('../..', import.meta.url).pathname

/** Package of the primitives in `templates/base-ui`. */
const BASE_UI = { name: '@base-ui/react', version: '1.9.0' }

/** Line of the kit's button that shadcn's lacks. Without it, a button submits its form by default. */
const ownType = "type={asChild ? type : (type ?? 'button')}"

/** Builds a primitive like shadcn ships it in a style: its imports name shadcn's own registry. */
function primitive(file: string, style: string, versions: Record<string, string>): object {
  const name = basename(file, '.tsx')
  const content = readFileSync(root + file, 'utf8')
  const imports = readImports(content, 'tsx')
  const packages = imports.flatMap((specifier) => {
    const each = getPackage(specifier)
    if (each === BASE_UI.name) return `${each}@${BASE_UI.version}`
    return each && versions[each] ? each : []
  })
  const others = imports.flatMap((specifier) => /^@\/components\/ui\/(.+)$/.exec(specifier)?.[1] ?? [])
  if (file === 'src/components/ui/button.tsx' && !content.includes(ownType)) throw new Error(`${file} has no ${ownType}: the copied apps need a button without it.`)
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

/** Responses to other requests of the command line tool. */
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

/** Serves both registries on a free port. */
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
    response.writeHead(found === undefined ? 404 : 200, { 'content-type': Buffer.isBuffer(found) ? 'application/octet-stream' : 'application/json' })
    response.end(typeof found === 'string' || Buffer.isBuffer(found) ? found : JSON.stringify(found))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  process.env.REGISTRY_BASE_URL = url
  for (const [path, read] of await buildRegistryFiles()) files.set(path, read())
  const tarball = [...files.keys()].find((path) => /^r\/intercom-v0-kit-[\w.-]+\.tgz$/.test(path))
  if (!tarball) throw new Error('The registry has no tarball of the engine.')
  // Skips `r/v0`, whose self-contained items this tool does not add.
  const items = [...files].filter(([path]) => /^r\/(?!registry\.json)[\w-]+\.json$/.test(path)).map(([, text]) => JSON.parse(String(text)) as RegistryItem)
  return {
    shadcnUrl: `${url}/shadcn`,
    items,
    getItemUrl: (name) => `${url}/r/${name}.json`,
    kitUrl: `${url}/${tarball}`,
    addTarball(name, bytes) {
      files.set(`r/${name}`, bytes)
      return `${url}/r/${name}`
    },
    missed,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
