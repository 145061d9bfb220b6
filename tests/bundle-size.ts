/** Weighs parts of the kit in an app's bundle: minified and gzipped, without React. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build, defaultClientConditions, type Rolldown } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))
const peers = `${root}tests/messenger-peers`

export interface Weighed {
  name: string
  /** Source of a module that only exports the subject. */
  code: string
  /** Limit in bytes. Subjects without a limit are for comparison. */
  limit?: number
  /** Limit in bytes for {@link Weight.besideShadcn}. */
  limitBesideShadcn?: number
  /**
   * Folder that resolves packages.
   * @default the project's root
   */
  from?: string
}

export interface Weight extends Weighed {
  /** Bytes of the first load, after gzip. */
  bytes: number
  /** First load without the code that every app with shadcn/ui has: `cn`, `cva`, Radix. */
  besideShadcn: number
  /** Chunks that load on demand, by the name of their module. */
  later: { name: string; bytes: number }[]
}

/** Combinations of components, and packages of others for comparison. */
export const weighed: Weighed[] = [
  {
    name: 'IntercomProvider and useIntercom',
    code: `export { IntercomProvider, useIntercom } from 'intercom-v0-kit/messenger'`,
    limit: 2_000,
  },
  {
    name: 'the same with useTrackEvent',
    code: `export { IntercomProvider, useIntercom, useTrackEvent } from 'intercom-v0-kit/messenger'`,
    limit: 2_200,
  },
  {
    name: 'SettingsEventForm, with react-hook-form',
    code: `export { SettingsEventForm } from '@/components/intercom/settings-event-form'`,
    limit: 40_000,
  },
  {
    name: 'AccountSettings, NotificationPreferences and SubscriptionPanel, without it',
    code: `export { AccountSettings } from '@/components/intercom/account-settings'
           export { NotificationPreferences } from '@/components/intercom/notification-preferences'
           export { SubscriptionPanel } from '@/components/intercom/subscription-panel'`,
    limit: 34_000,
  },
  {
    name: 'react-use-intercom 5.8.0',
    code: `import * as api from 'react-use-intercom'; export default api`,
    from: peers,
  },
  {
    name: '@intercom/messenger-js-sdk 0.0.20',
    code: `import * as api from '@intercom/messenger-js-sdk'; export default api`,
    from: peers,
  },
]

function gzippedBytes(code: string): number {
  return gzipSync(code, { level: 9 }).length
}

/** Collects a chunk and the chunks that it imports statically. */
function withImports(chunk: Rolldown.OutputChunk, chunks: Map<string, Rolldown.OutputChunk>): Set<Rolldown.OutputChunk> {
  const found = new Set([chunk])
  for (const each of found) {
    for (const name of each.imports) {
      const imported = chunks.get(name)
      if (imported) found.add(imported)
    }
  }
  return found
}

const react = [/^react($|\/)/, /^react-dom($|\/)/]
const shadcn = [/^@radix-ui\//, /^(?:tailwind-merge|clsx|class-variance-authority)$/]

type Chunks = Map<string, Rolldown.OutputChunk>

/** @param together modules to put into one file */
async function bundle(item: Weighed, from: string, external: RegExp[], together = new Set<string>()): Promise<Chunks> {
  const entry = `${from}/weighed.js`
  const result = (await build({
    root,
    configFile: false,
    logLevel: 'error',
    define: {
      'process.env.NODE_ENV': '"production"',
      'process.env.NEXT_PUBLIC_INTERCOM_APP_ID': '"abc12345"',
    },
    resolve: { alias: { '@': `${root}src` }, conditions: ['source', ...defaultClientConditions] },
    // Vitest would compile JSX for development, with source positions in it.
    oxc: { jsx: { runtime: 'automatic', development: false } },
    plugins: [
      {
        name: 'weighed',
        resolveId: { order: 'pre', handler: (id) => (id === entry ? id : undefined) },
        load: (id) => (id === entry ? item.code : undefined),
      },
    ],
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      lib: { entry, formats: ['es'], fileName: 'weighed' },
      rolldownOptions: {
        external,
        output: {
          minify: true,
          chunkFileNames: '[name].js',
          codeSplitting: { groups: [{ name: 'page', test: (id) => together.has(id) }] },
        },
      },
    },
  })) as Rolldown.RolldownOutput[]
  return new Map(result[0]!.output.filter((file) => file.type === 'chunk').map((chunk) => [chunk.fileName, chunk]))
}

function atOnce(chunks: Chunks): Set<Rolldown.OutputChunk> {
  return withImports([...chunks.values()].find((chunk) => chunk.isEntry)!, chunks)
}

/**
 * Bundles the first load into one file, like webpack and Turbopack do. Rolldown alone makes a chunk for each set of
 * shared modules.
 */
async function bundlePage(item: Weighed, from: string, external: RegExp[]): Promise<Chunks> {
  const chunks = await bundle(item, from, external)
  const first = [...atOnce(chunks)]
  if (first.length === 1) return chunks
  return bundle(item, from, external, new Set(first.flatMap(({ moduleIds }) => moduleIds)))
}

const sum = (chunks: Iterable<Rolldown.OutputChunk>) => [...chunks].reduce((bytes, chunk) => bytes + gzippedBytes(chunk.code), 0)

/**
 * Bundles a subject for production and weighs it.
 * @returns `null` if its packages are not installed
 */
export async function weigh(item: Weighed): Promise<Weight | null> {
  const from = item.from ?? root.replace(/\/$/, '')
  if (item.from && !existsSync(`${from}/node_modules`)) return null
  const whole = await bundlePage(item, from, react)
  const first = atOnce(whole)
  return {
    ...item,
    bytes: sum(first),
    besideShadcn: sum(atOnce(await bundlePage(item, from, [...react, ...shadcn]))),
    later: [...whole.values()]
      .filter((chunk) => !first.has(chunk) && chunk.isDynamicEntry)
      .map((chunk) => ({ name: chunk.name, bytes: gzippedBytes(chunk.code) })),
  }
}
