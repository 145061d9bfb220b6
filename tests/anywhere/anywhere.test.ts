import { EdgeVM } from '@edge-runtime/vm'
import { builtinModules } from 'node:module'
import { createContext, runInContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { onLog } from '../../src/kit/server/log.ts'
import { bundleRoutes } from './bundle.ts'
import { makeCases, buildRefusals, runCases, type Case } from './cases.ts'
import { createLocalDoor } from './local-door.ts'

vi.mock('@/lib/intercom/authorize', () => import('./authorize.ts'))

const { listRoutes } = await import('../../src/kit/server/http/route-table.ts')
const { buildIntercomRoutes } = await import('../../src/kit/server/intercom-routes.ts')
const routes = await import('@/app/api/intercom/[...path]/route')
const table = listRoutes(buildIntercomRoutes())
const cases = makeCases()
const everything = (): Case[] => [...makeCases(), ...buildRefusals(table)]

const realFetch = globalThis.fetch

beforeAll(() => onLog(() => {}))
afterAll(() => {
  onLog(null)
  globalThis.fetch = realFetch
})

test('has a case for every row of the route table', () => {
  const covered = new Set(cases.map(({ route }) => route))
  expect(table.map(({ method, path }) => `${method} ${path}`).filter((row) => !covered.has(row))).toEqual([])
})

describe('in Node', () => {
  test('passes every case', async () => {
    expect(await runCases(everything(), createLocalDoor(routes))).toEqual([])
  })

  test('reports a failing case', async () => {
    const broken = everything().map((one) => ({ ...one, status: one.status === 200 ? 418 : one.status, holds: one.status === 200 ? undefined : { error: { code: 'teapot' } } }))
    const wrong = await runCases(broken, createLocalDoor(routes))
    expect(wrong.length).toBeGreaterThan(everything().length - cases.filter(({ status }) => status !== 200).length)
  })
})

describe('without Node', () => {
  let code = ''
  beforeAll(async () => {
    code = await bundleRoutes('./tests/anywhere/entry.ts', 'iife')
  })

  test('bundles no module of Node', () => {
    for (const name of builtinModules) expect(code).not.toMatch(new RegExp(`(require|import)\\(["'](node:)?${name}["']\\)`))
    expect(code).not.toContain('"node:')
  })

  test('passes every case in an edge runtime', async () => {
    const vm = new EdgeVM()
    expect(vm.evaluate('typeof process + typeof Buffer + typeof require + typeof setImmediate')).toBe('undefined'.repeat(4))
    vm.evaluate(code)
    expect(await vm.evaluate('globalThis.outcome')).toEqual({ count: everything().length, wrong: [] })
  })

  test('passes every case in a bare context with web standards only', async () => {
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
