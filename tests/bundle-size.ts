/** What a part of the kit adds to an app's bundle: minified, gzipped, with React left out, because it is there anyway. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build, defaultClientConditions, type Rolldown } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))
const peers = `${root}tests/messenger-peers`

/** Something to weigh. */
export interface Weighed {
  name: string
  /** A module that has what is weighed, and nothing else. */
  code: string
  /** Bytes that it may have. Without it, it is there to compare with. */
  limit?: number
  /** Bytes that it may have beside what every app with shadcn/ui has: see {@link Weight.besideShadcn}. */
  limitBesideShadcn?: number
  /** The folder from which packages are found. Default: the project's root. */
  from?: string
}

/** What it weighs, in bytes after gzip. */
export interface Weight extends Weighed {
  /** What comes with the page. */
  bytes: number
  /** The same without what an app with shadcn/ui has in any case: `cn`, `cva`, Radix. */
  besideShadcn: number
  /** What comes when it is needed, by the name of its module. */
  later: { name: string; bytes: number }[]
}

/** Everything that is weighed beside the components themselves: parts that are used together, and others' packages. */
export const weighed: Weighed[] = [
  {
    name: 'IntercomProvider and useIntercom',
    code: `export { IntercomProvider, useIntercom } from 'intercom-v0-kit/messenger'`,
    limit: 2_000,
  },
  {
    name: 'the same with useTrackEvent',
    code: `export { IntercomProvider, useIntercom, useTrackEvent } from 'intercom-v0-kit/messenger'`,
    limit: 2_000,
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

/** The chunks that come with one, itself among them. */
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

/** @param together the modules that make one file */
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
    // In a test Vite would compile JSX as for development, with the place of every element in it.
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

/** What comes with the page in one file, as webpack and Turbopack make it: Rolldown makes one of each set of modules that are shared. */
async function bundlePage(item: Weighed, from: string, external: RegExp[]): Promise<Chunks> {
  const chunks = await bundle(item, from, external)
  const first = [...atOnce(chunks)]
  if (first.length === 1) return chunks
  return bundle(item, from, external, new Set(first.flatMap(({ moduleIds }) => moduleIds)))
}

const sum = (chunks: Iterable<Rolldown.OutputChunk>) => [...chunks].reduce((bytes, chunk) => bytes + gzippedBytes(chunk.code), 0)

/**
 * Weighs one thing, bundled for production.
 *
 * @returns null where its packages are not installed
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
