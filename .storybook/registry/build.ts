/**
 * `npm run build:registry`: writes the registry to `storybook-static/`. Storybook's builds and dev server include it as
 * well.
 */
import { globSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { packKit, type Tarball } from '../package/build.ts'
import { buildAssistantFiles } from '../skill/skill.ts'
import { buildTokenFiles } from './design-tokens.ts'
import { getBaseUrl, buildRegistry, readSources } from './registry.ts'
import { bundleEngine, type EngineFile } from './v0/engine.ts'
import { buildV0Item } from './v0/items.ts'

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')

/** Changes when any source file of the engine changes. */
function readStamp(): string {
  const files = globSync(['src/kit/**/*', 'mocks/**/*', 'src/styles/*', 'package.json', 'README.md', 'LICENSE'], { cwd: root })
  return files.map((file) => `${file} ${statSync(`${root}/${file}`).mtimeMs}`).sort().join('\n')
}

interface Engine {
  tarball: Tarball | undefined
  bundles: Map<string, EngineFile>
}

let built: { stamp: string; engine: Promise<Engine> } | undefined

async function buildEngine(): Promise<Engine> {
  return { tarball: process.env.KIT_SPEC ? undefined : packKit(), bundles: await bundleEngine(root) }
}

/** Returns the engine, rebuilding it after changes. */
function getEngine(): Promise<Engine> {
  const stamp = readStamp()
  if (built?.stamp !== stamp) built = { stamp, engine: buildEngine() }
  return built.engine
}

type Content = string | Buffer

/**
 * Builds all files of the registry, by path: items, index, assistant files and the engine's tarball. Items install the
 * tarball, or the version in `KIT_SPEC` (such as `^0.2.0`) from npm.
 */
export async function buildRegistryFiles(): Promise<Map<string, () => Content>> {
  const { tarball, bundles } = await getEngine()
  const sources = readSources(tarball ? `${getBaseUrl()}/r/${tarball.name}` : process.env.KIT_SPEC!)
  const items = buildRegistry(sources)
  const index = {
    $schema: 'https://ui.shadcn.com/schema/registry.json',
    name: 'intercom',
    homepage: sources.baseUrl,
    // The index has its own schema and omits file contents.
    items: items.map((item) => ({ ...item, $schema: undefined, files: item.files.map(({ path, type, target }) => ({ path, type, target })) })),
  }
  const files = new Map<string, () => Content>()
  const addJson = (path: string, value: object) => files.set(path, () => `${JSON.stringify(value, null, 2)}\n`)
  for (const item of items) addJson(`r/${item.name}.json`, item)
  for (const row of sources.rows) {
    const item = buildV0Item(row, sources, bundles)
    if (item) addJson(`r/v0/${item.name}.json`, item)
  }
  for (const path of ['r/registry.json', 'registry.json']) addJson(path, index)
  for (const [path, tokens] of buildTokenFiles(sources.css)) addJson(path, tokens)
  for (const [path, text] of Object.entries(buildAssistantFiles(sources))) files.set(path, () => text)
  if (tarball) files.set(`r/${tarball.name}`, () => tarball.bytes)
  return files
}

const types: [ending: RegExp, type: string][] = [
  [/\.json$/, 'application/json'],
  [/\.tgz$/, 'application/octet-stream'],
  [/./, 'text/plain; charset=utf-8'],
]

export function registryPlugin(): Plugin {
  return {
    name: 'kit-registry',
    async generateBundle() {
      for (const [fileName, read] of await buildRegistryFiles()) this.emitFile({ type: 'asset', fileName, source: read() })
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1)
        if (!/^(?:r\/(?:v0\/)?[\w-]+\.json|r\/[\w.-]+\.tgz|registry\.json|tokens(?:\.\w+)?\.json|SKILL\.md|references\/[\w-]+\.md|llms\.txt|\.well-known\/agent-skills\/index\.json)$/.test(path)) return next()
        buildRegistryFiles().then((files) => {
          const read = files.get(path)
          if (!read) return next()
          response.setHeader('content-type', types.find(([ending]) => ending.test(path))![1]).end(read())
        }).catch(next)
      })
    },
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = await buildRegistryFiles()
  for (const [path, read] of files) {
    mkdirSync(dirname(`storybook-static/${path}`), { recursive: true })
    writeFileSync(`storybook-static/${path}`, read())
  }
  console.log(`storybook-static/r: ${[...files.keys()].filter((path) => path.startsWith('r/')).length} files, plus SKILL.md, references/ and llms.txt`)
}
