/**
 * Bundles the engine for v0 previews, which can't install it: one readable file per import path. Shared code, such as
 * React contexts, is bundled once.
 */
import { globSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build, type Rolldown } from 'vite'
import { readImports } from '../../imports.ts'

export interface EngineFile {
  /** Path in the preview, such as `lib/intercom-v0-kit/inbox.js`. */
  target: string
  content: string
  imports: string[]
}

/** Source folders by import path. `shared` is the code that several of them import. */
const folders: Record<string, string> = {
  ...Object.fromEntries(['account', 'contracts', 'inbox', 'messenger', 'rich-text', 'server', 'shared', 'strings'].map((name) => [name, `src/kit/${name}`])),
  mocks: 'mocks',
}
const inBrowser = new Set(['account', 'inbox', 'messenger', 'strings'])

/** Previews need only two exports of the mocks. */
function writeEntry(name: string, root: string): string {
  if (name === 'mocks') return `export { createIntercom, NOW } from '${root}/mocks/index.ts'`
  if (name !== 'shared') return `export * from '${root}/${folders[name]}/index.ts'`
  const files = globSync('src/kit/shared/*.ts', { cwd: root }).filter((file) => !file.includes('.test.'))
  return files.map((file) => `export * from '${root}/${file}'\n`).join('')
}

async function bundle(name: string, root: string): Promise<EngineFile> {
  const entry = `${root}/v0-${name}.ts`
  const result = (await build({
    root, configFile: false, logLevel: 'error',
    oxc: { jsx: { runtime: 'automatic', development: false } },
    plugins: [{
      name: 'import-paths',
      enforce: 'pre',
      resolveId(id, importer) {
        if (id === entry || importer === entry) return id
        // Previews have no Redis, but their bundler resolves every import.
        if (id === 'redis') return '\0nothing'
        if (!id.startsWith('.')) return { id, external: true, moduleSideEffects: false }
        const file = join(dirname(importer!), id)
        // Inline these constants instead of bundling all schemas.
        if (file.endsWith('contracts/attachment-limits.ts')) return file
        const other = Object.keys(folders).find((each) => each !== name && file.startsWith(`${root}/${folders[each]}/`))
        return other ? { id: `./${other}.js`, external: 'absolute', moduleSideEffects: false } : file
      },
      load: (id) => (id === entry ? writeEntry(name, root) : id === '\0nothing' ? 'export {}' : undefined),
    }],
    build: {
      write: false, minify: false, target: 'es2022',
      lib: { entry, formats: ['es'], fileName: name },
      rolldownOptions: {
        treeshake: { moduleSideEffects: false },
        output: { codeSplitting: false, ...(inBrowser.has(name) ? { banner: "'use client'" } : {}) },
        onLog() {},
      },
    },
  })) as Rolldown.RolldownOutput[]
  const content = result[0]!.output[0].code.replaceAll(`${root}/`, '')
  return { target: `lib/intercom-v0-kit/${name}.js`, content, imports: readImports(content, 'js') }
}

export async function bundleEngine(root: string): Promise<Map<string, EngineFile>> {
  const names = Object.keys(folders)
  return new Map(await Promise.all(names.map(async (name) => [name, await bundle(name, root)] as const)))
}
