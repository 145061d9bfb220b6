import { EdgeVM } from '@edge-runtime/vm'
import { builtinModules } from 'node:module'
import { createContext, runInContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { onLog } from '../../src/kit/server/log.ts'
import { bundleRoutes } from './bundle.ts'
import { makeCases, refusals, runCases, type Case } from './cases.ts'
import { localDoor } from './local-door.ts'

vi.mock('@/lib/intercom/authorize', () => import('./authorize.ts'))

const { listRoutes } = await import('../../src/kit/server/http/route-table.ts')
const { buildIntercomRoutes } = await import('../../src/kit/server/intercom-routes.ts')
const routes = await import('@/app/api/intercom/[...path]/route')
const table = listRoutes(buildIntercomRoutes())
const cases = makeCases()
const everything = (): Case[] => [...makeCases(), ...refusals(table)]

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
    expect(await runCases(everything(), localDoor(routes))).toEqual([])
  })

  test('the cases can fail', async () => {
    const broken = everything().map((one) => ({ ...one, status: one.status === 200 ? 418 : one.status, holds: one.status === 200 ? undefined : { error: { code: 'teapot' } } }))
    const wrong = await runCases(broken, localDoor(routes))
    expect(wrong.length).toBeGreaterThan(everything().length - cases.filter(({ status }) => status !== 200).length)
  })
})

describe('where there is nothing of Node', () => {
  let code = ''
  beforeAll(async () => {
    code = await bundleRoutes('./tests/anywhere/entry.ts', 'iife')
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
