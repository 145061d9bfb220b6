/** The registry as files: `npm run build:registry`, in every build of Storybook, and in its server while it runs. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { assistantFiles } from '../skill/skill.ts'
import { makeRegistry, readSources } from './registry.ts'
import { v0Item } from './v0/items.ts'
import { recorded } from './v0/recorded-answers.ts'

/** Makes the files, by their path: each item's, and the index of all without what is in them. */
export function registryFiles(): Map<string, string> {
  const sources = readSources()
  const items = makeRegistry(sources)
  const index = {
    $schema: 'https://ui.shadcn.com/schema/registry.json',
    name: 'intercom',
    homepage: sources.baseUrl,
    items: items.map(({ files, ...item }) => ({
      ...item,
      // An index has a schema of its own, and no contents.
      $schema: undefined,
      files: files.map(({ path, type, target }) => ({ path, type, target })),
    })),
  }
  const files = new Map(items.map((item) => [`r/${item.name}.json`, item as object]))
  for (const row of sources.rows) {
    const item = v0Item(row, sources)
    if (item) files.set(`r/v0/${item.name}.json`, item)
  }
  files.set('r/registry.json', index).set('registry.json', index)
  return new Map([
    ...[...files].map(([path, value]) => [path, `${JSON.stringify(value, null, 2)}\n`] as const),
    ...Object.entries(assistantFiles(sources, recorded().routes)),
  ])
}

/** Puts the registry beside the Storybook, so that one upload is both. */
export function registryPlugin(): Plugin {
  return {
    name: 'kit-registry',
    generateBundle() {
      for (const [fileName, source] of registryFiles()) this.emitFile({ type: 'asset', fileName, source })
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1)
        if (!/^(?:r\/(?:v0\/)?[\w-]+\.json|registry\.json|SKILL\.md|llms\.txt)$/.test(path)) return next()
        const found = registryFiles().get(path)
        if (!found) return next()
        response.setHeader('content-type', path.endsWith('.json') ? 'application/json' : 'text/plain; charset=utf-8').end(found)
      })
    },
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync('storybook-static/r/v0', { recursive: true })
  const files = registryFiles()
  for (const [path, text] of files) writeFileSync(`storybook-static/${path}`, text)
  console.log(`storybook-static/r: ${files.size - 4} items, those for v0 among them; SKILL.md and llms.txt`)
}
