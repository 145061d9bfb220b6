import { EdgeVM } from '@edge-runtime/vm'
import { build, type Plugin } from 'esbuild'
import { readdirSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { resolve } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { onLog } from '../../src/lib/intercom/log.ts'
import { makeCases, refusals, runCases, type Case } from './cases.ts'
import { localDoor } from './local-door.ts'

vi.mock('@/lib/intercom/authorize', () => import('./authorize.ts'))

const { routeTable } = await import('../../src/lib/intercom/route-table.ts')
const loaders = import.meta.glob('../../src/app/api/intercom/**/route.ts')
const modules = Object.fromEntries(
  await Promise.all(Object.entries(loaders).map(async ([file, load]) => [file, (await load()) as never] as const)),
)
const table = routeTable(modules)
const cases = makeCases()
const everything = (): Case[] => [...makeCases(), ...refusals(table)]

const files = readdirSync('src/app/api/intercom', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('route.ts'))
  .map((file) => `src/app/api/intercom/${file.replaceAll('\\', '/')}`)

/** What opens sockets is loaded where REDIS_URL is set, and nowhere else. */
const withoutSockets: Plugin = {
  name: 'without-sockets',
  setup: ({ onResolve }) => onResolve({ filter: /-redis$/ }, ({ path }) => ({ path, external: true })),
}

/** One script with everything in it. A module of Node in it would end the build. */
async function bundle(): Promise<string> {
  const imports = files.map((file, index) => `import * as route${index} from ${JSON.stringify(`./${file}`)}`)
  const entries = files.map((file, index) => `${JSON.stringify(`/${file}`)}: route${index}`)
  const contents = `${imports.join('\n')}\nimport { main } from './tests/anywhere/entry.ts'
    globalThis.outcome = main({ ${entries.join(', ')} })`
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['worker', 'browser', 'import'],
    target: 'es2022',
    alias: { '@/lib/intercom/authorize': resolve('tests/anywhere/authorize.ts'), '@': resolve('src') },
    plugins: [withoutSockets],
    logLevel: 'silent',
  })
  return outputFiles[0]!.text
}

const realFetch = globalThis.fetch

beforeAll(() => onLog(() => {}))
afterAll(() => {
  onLog(null)
  globalThis.fetch = realFetch
})

test('every row of the table has a case of its own', () => {
  const covered = new Set(cases.map(({ route }) => route))
  expect(table.map(({ method, path }) => `${method} ${path}`).filter((row) => !covered.has(row))).toEqual([])
})

describe('in Node', () => {
  test('every case', async () => {
    expect(await runCases(everything(), localDoor(modules))).toEqual([])
  })

  test('the cases can fail', async () => {
    const broken = everything().map((one) => ({ ...one, status: one.status === 200 ? 418 : one.status, holds: one.status === 200 ? undefined : { error: { code: 'teapot' } } }))
    const wrong = await runCases(broken, localDoor(modules))
    expect(wrong.length).toBeGreaterThan(everything().length - cases.filter(({ status }) => status !== 200).length)
  })
})

describe('where there is nothing of Node', () => {
  let code = ''
  beforeAll(async () => {
    code = await bundle()
  })

  test('the bundle asks for no module of Node', () => {
    for (const name of builtinModules) expect(code).not.toMatch(new RegExp(`(require|import)\\(["'](node:)?${name}["']\\)`))
    expect(code).not.toContain('"node:')
  })

  test('every case, in an edge runtime', async () => {
    const vm = new EdgeVM()
    expect(vm.evaluate('typeof process + typeof Buffer + typeof require + typeof setImmediate')).toBe('undefined'.repeat(4))
    vm.evaluate(code)
    expect(await vm.evaluate('globalThis.outcome')).toEqual({ count: everything().length, wrong: [] })
  })

  test('every case, in a bare context with the web standards and nothing else', async () => {
    const given = {
      AbortController, AbortSignal, Blob, Event, EventTarget, Headers, ReadableStream, Request, Response, TextDecoder,
      TextEncoder, TransformStream, URL, URLSearchParams, atob, btoa, clearTimeout, crypto, performance, setTimeout,
      structuredClone, console: { error() {} },
    }
    const context = createContext({ ...given })
    runInContext(code, context)
    expect(await runInContext('globalThis.outcome', context)).toEqual({ count: everything().length, wrong: [] })
  })
})
