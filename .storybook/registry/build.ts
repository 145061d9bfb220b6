/** The registry as files: `npm run build:registry`, in every build of Storybook, and in its development server. */
import { globSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { packKit, type Tarball } from '../package/build.ts'
import { assistantFiles } from '../skill/skill.ts'
import { baseUrl, makeRegistry, readSources } from './registry.ts'
import { bundleEngine, type EngineFile } from './v0/engine.ts'
import { makeV0Item } from './v0/items.ts'

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')

/** Changes with every file that the engine is made of. */
function readStamp(): string {
  const files = globSync(['src/kit/**/*', 'mocks/**/*', 'src/styles/*', 'package.json', 'README.md', 'LICENSE'], { cwd: root })
  return files.map((file) => `${file} ${statSync(`${root}/${file}`).mtimeMs}`).sort().join('\n')
}

interface Engine {
  /** Undefined if apps install it from npm. */
  tarball: Tarball | undefined
  bundles: Map<string, EngineFile>
}

let built: { stamp: string; engine: Promise<Engine> } | undefined

async function buildEngine(): Promise<Engine> {
  return { tarball: process.env.KIT_SPEC ? undefined : packKit(), bundles: await bundleEngine(root) }
}

/** The engine, built again when one of its files has changed. */
function getEngine(): Promise<Engine> {
  const stamp = readStamp()
  if (built?.stamp !== stamp) built = { stamp, engine: buildEngine() }
  return built.engine
}

type Content = string | Buffer

/**
 * Makes every file of the registry, by its path: each item, the index of all without their contents, and the engine.
 *
 * Items name the engine by the address of the tarball beside them, or by `KIT_SPEC`, such as `^0.2.0`, once npm has it.
 */
export async function makeRegistryFiles(): Promise<Map<string, () => Content>> {
  const { tarball, bundles } = await getEngine()
  const sources = readSources(tarball ? `${baseUrl()}/r/${tarball.name}` : process.env.KIT_SPEC!)
  const items = makeRegistry(sources)
  const index = {
    $schema: 'https://ui.shadcn.com/schema/registry.json',
    name: 'intercom',
    homepage: sources.baseUrl,
    // An index has a schema of its own, and no contents.
    items: items.map((item) => ({ ...item, $schema: undefined, files: item.files.map(({ path, type, target }) => ({ path, type, target })) })),
  }
  const files = new Map<string, () => Content>()
  const addJson = (path: string, value: object) => files.set(path, () => `${JSON.stringify(value, null, 2)}\n`)
  for (const item of items) addJson(`r/${item.name}.json`, item)
  for (const row of sources.rows) {
    const item = makeV0Item(row, sources, bundles)
    if (item) addJson(`r/v0/${item.name}.json`, item)
  }
  for (const path of ['r/registry.json', 'registry.json']) addJson(path, index)
  for (const [path, text] of Object.entries(assistantFiles(sources))) files.set(path, () => text)
  if (tarball) files.set(`r/${tarball.name}`, () => tarball.bytes)
  return files
}

const types: [ending: RegExp, type: string][] = [
  [/\.json$/, 'application/json'],
  [/\.tgz$/, 'application/octet-stream'],
  [/./, 'text/plain; charset=utf-8'],
]

/** Puts the registry beside the Storybook, so that one upload is review site, registry and package. */
export function registryPlugin(): Plugin {
  return {
    name: 'kit-registry',
    async generateBundle() {
      for (const [fileName, read] of await makeRegistryFiles()) this.emitFile({ type: 'asset', fileName, source: read() })
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1)
        if (!/^(?:r\/(?:v0\/)?[\w-]+\.json|r\/[\w.-]+\.tgz|registry\.json|SKILL\.md|llms\.txt)$/.test(path)) return next()
        makeRegistryFiles().then((files) => {
          const read = files.get(path)
          if (!read) return next()
          response.setHeader('content-type', types.find(([ending]) => ending.test(path))![1]).end(read())
        }).catch(next)
      })
    },
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = await makeRegistryFiles()
  for (const [path, read] of files) {
    mkdirSync(dirname(`storybook-static/${path}`), { recursive: true })
    writeFileSync(`storybook-static/${path}`, read())
  }
  console.log(`storybook-static/r: ${[...files.keys()].filter((path) => path.startsWith('r/')).length} files; SKILL.md and llms.txt`)
}
