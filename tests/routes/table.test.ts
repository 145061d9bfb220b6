import { begin, call, end, expectNothingLeaked, getModule, readingRoutes, signIn, table } from './table.ts'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { readdirSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { listRoutes } from '../../src/kit/server/http/route-table.ts'
import { createRouteHandler } from '../../src/kit/server/http/route-handler.ts'
import { describeRoutes } from '../../src/kit/server/http/openapi.ts'
import { methods } from '../../src/kit/server/http/route.ts'

type Schema = Record<string, unknown>
interface Operation {
  operationId: string
  summary?: string
  parameters?: { name: string; in: string; required: boolean; schema: Schema }[]
  requestBody?: { content: { 'application/json': { schema: Schema } } }
  responses: Record<string, { content: { 'application/json': { schema: Schema } } }>
}
interface Description {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema> }
}

const info = { title: 'The routes', version: '1' }
const description = JSON.parse(JSON.stringify(describeRoutes(table, info))) as Description

/** Compiles a schema of the description. */
function compileSchema(schema: Schema) {
  const ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: true }))
  return ajv.compile({ ...schema, components: description.components })
}

describe('table', () => {
  test('has every route.ts and nothing else', () => {
    const files = readdirSync('src/app/api', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('route.ts'))
      .map((file) => `/api/${file.replaceAll('\\', '/').replace(/\/route\.ts$/, '')}`)
    const mounted = table.map(({ path }) => (path.startsWith('/api/intercom/') ? '/api/intercom/[...path]' : path))
    expect([...new Set(mounted)].sort()).toEqual(files.sort())
    expect(new Set(table.map(({ path }) => path)).size).toBe(24)
  })

  test.each(table.map((row) => [`${row.method} ${row.path}`, row] as const))('documents access and purpose of %s', (_, row) => {
    expect(row.allow.length).toBeGreaterThan(0)
    expect(row.summary).toMatch(/^[A-Z].+\.$/)
    if (row.allow !== 'signature') expect(row.limit?.requests).toBeGreaterThan(0)
    expect(row.params !== undefined).toBe(row.path.includes('['))
    if (['GET', 'HEAD'].includes(row.method)) expect(row.body).toBeUndefined()
    else expect(row.path.endsWith('/webhook') || row.method === 'DELETE' || row.body !== undefined).toBe(true)
  })

  test('refuses a route without a description or with the wrong path', () => {
    const own = createRouteHandler({ path: '/api/x', allow: ['agent'], response: z.object({}) }, async () => ({}))
    expect(listRoutes({ '/api/x': { GET: own } })).toHaveLength(1)
    expect(() => listRoutes({ '/api/y': { GET: own } })).toThrow('The route at /api/y says that its path is /api/x')
    expect(() => listRoutes({ '/api/x': {} })).toThrow('Make it with createRouteHandler()')
  })
})

describe('OpenAPI description', () => {
  test('has one operation for each row', () => {
    expect(description.openapi).toBe('3.1.1')
    const operations = Object.entries(description.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, { operationId }]) => ({ key: `${method.toUpperCase()} ${path}`, operationId })))
    expect(operations.map(({ key }) => key).sort())
      .toEqual(table.map(({ method, path }) => `${method} ${path.replace(/\[(\w+)\]/g, '{$1}')}`).sort())
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length)
  })

  test('refers to existing schemas only', () => {
    const refs = [...JSON.stringify(description).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref ?? '')
    expect(refs.length).toBeGreaterThan(10)
    for (const ref of refs) {
      const found = ref.slice(2).split('/').reduce<unknown>((at, key) => (at as Schema | undefined)?.[key], description)
      expect(found, ref).toBeDefined()
    }
  })

  test('names every parameter of a path', () => {
    for (const [path, item] of Object.entries(description.paths)) {
      const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      for (const { parameters = [] } of Object.values(item)) {
        expect(parameters.filter((one) => one.in === 'path').map(({ name }) => name)).toEqual(names)
      }
    }
  })

  test('contains schemas that compile', () => {
    for (const schema of Object.values(description.components.schemas)) compileSchema(schema)
    for (const item of Object.values(description.paths)) {
      for (const { parameters = [], requestBody, responses } of Object.values(item)) {
        for (const { schema } of parameters) compileSchema(schema)
        if (requestBody) compileSchema(requestBody.content['application/json'].schema)
        for (const response of Object.values(responses)) {
          for (const { schema } of Object.values(response.content ?? {})) compileSchema(schema)
        }
      }
    }
  })

  describe('OpenAPI description and responses', () => {
    beforeEach(() => {
      begin()
      signIn({ kind: 'agent', adminId: '7042001' })
    })
    afterEach(end)

    test.each(readingRoutes)('match for GET $path', async (one) => {
      const operation = description.paths[one.path.replace('[id]', '{id}')]?.get
      const check = compileSchema(operation?.responses['200']?.content['application/json'].schema ?? { not: {} })
      const data = await (await call(one)).json()
      check(data)
      expect(check.errors).toBeNull()
      expect(check({ ...data, conversations: 7, id: 7, admins: 7, tags: 7 })).toBe(false)
    })

    test('match for failures', async () => {
      const check = compileSchema(description.components.schemas.ErrorResponse ?? { not: {} })
      const [first] = readingRoutes
      const data = await (await call(first!, { query: 'limit=x&nope=1' })).json()
      check(data)
      expect(check.errors).toBeNull()
      expect(check({ error: { code: 'nope' } })).toBe(false)
    })
  })
})

describe.each([...new Set(table.map(({ path }) => path))])('%s', (path) => {
  const rows = table.filter((row) => row.path === path)
  const own = rows.map(({ method }) => method as string)
  const hasHead = own.includes('GET') || path.endsWith('/webhook')
  const answered = methods.filter((method) => own.includes(method) || method === 'OPTIONS' || (method === 'HEAD' && hasHead))

  beforeEach(() => {
    begin()
  })
  afterEach(end)

  const run = (method: (typeof methods)[number], headers: Record<string, string> = {}) =>
    getModule(path)[method](new Request(`https://app.example${path.replace('[id]', '1')}`, { method, headers }), { params: Promise.resolve({}) })

  test('refuses other methods and lists its own', async () => {
    for (const method of methods.filter((one) => !answered.includes(one))) {
      const response = await run(method)
      expect([method, response.status, response.headers.get('allow')]).toEqual([method, 405, answered.join(', ')])
    }
    expect((await run('OPTIONS')).headers.get('allow')).toBe(answered.join(', '))
  })

  test('refuses requests without a session as JSON, uncached', async () => {
    for (const method of methods) {
      const response = await run(method)
      const text = await response.text()
      expectNothingLeaked(text)
      if (own.includes(method)) expect([401, 415, 500]).toContain(response.status)
      expect(response.headers.get('cache-control')).toContain('no-store')
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
      expect(response.headers.get('access-control-allow-origin')).toBeNull()
    }
  })
})
