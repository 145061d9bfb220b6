import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { errorResponseSchema, type ErrorResponse } from '../../src/kit/contracts/index.ts'
import { methods } from '../../src/kit/server/http/route.ts'
import {
  authorizeWith, begin, call, end, expectNothingLeaked, get, intercom, logged, readingRoutes, signIn, TOKEN,
} from './harness.ts'

const LIST = '/api/intercom/conversations'
const agent = { kind: 'agent', adminId: '7042001' } as const

beforeEach(() => {
  begin()
})
afterEach(end)

async function readError(response: Response) {
  const text = await response.text()
  expectNothingLeaked(text)
  const answer = JSON.parse(text) as ErrorResponse
  errorResponseSchema.parse(answer)
  return answer.error
}

describe.each(readingRoutes)('$path', (route) => {
  test('refuses requests without a session', async () => {
    const response = await call(route)
    expect(response.status).toBe(401)
    expect((await readError(response)).code).toBe('unauthorized')
    expect(intercom.requests).toEqual([])
  })

  test('refuses requests from another site for any user', async () => {
    signIn(agent)
    for (const method of ['GET', 'HEAD'] as const) {
      const response = await call(route, { method, headers: { 'sec-fetch-site': 'cross-site' } })
      expect(response.status).toBe(403)
    }
    expect(intercom.requests).toEqual([])
  })

  test('responds to its own site', async () => {
    signIn(agent)
    for (const site of ['same-origin', 'same-site', 'none']) {
      expect((await call(route, { headers: { 'sec-fetch-site': site } })).status).toBe(200)
    }
  })

  test('refuses unknown query parameters by name', async () => {
    signIn(agent)
    for (const name of ['user_id', 'admin_id', '__proto__', 'constructor', 'Limit', 'limit[]']) {
      const response = await call(route, { query: `${name}=1` })
      expect(response.status).toBe(400)
      const { code, message, fields } = await readError(response)
      expect(code).toBe('invalid_request')
      expect(Object.keys(fields ?? {})).toEqual([name])
      expect(message).toContain(`"${name}"`)
    }
    expect(intercom.requests).toEqual([])
  })

  test('lists its methods', async () => {
    const writes = { '/api/intercom/conversations': ['POST'], '/api/intercom/contacts/[id]': ['PATCH'] }[route.path] ?? []
    const allow = ['GET', 'HEAD', 'OPTIONS', ...writes]
    for (const method of methods.filter((one) => !allow.includes(one))) {
      const response = await call(route, { method })
      expect(response.status).toBe(405)
      expect(response.headers.get('allow')).toBe(allow.join(', '))
      expect((await readError(response)).code).toBe('method_not_allowed')
    }
    const options = await call(route, { method: 'OPTIONS', headers: { origin: 'https://attacker.example' } })
    expect([options.status, options.headers.get('allow')]).toEqual([204, allow.join(', ')])
    expect(options.headers.get('access-control-allow-origin')).toBeNull()
    expect(intercom.requests).toEqual([])
  })

  test('responds to HEAD like GET, without a body', async () => {
    signIn(agent)
    const response = await call(route, { method: 'HEAD' })
    expect(response.status).toBe(200)
    expect(response.body).toBeNull()
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
  })

  test('sends Intercom the token and the version, and no header of the caller', async () => {
    signIn(agent)
    await call(route, { headers: { cookie: 'session=1', authorization: 'Bearer callers-own', 'x-evil': '1' } })
    for (const { url, headers } of intercom.requests) {
      expect(new URL(url).origin).toBe('https://api.intercom.io')
      expect(headers).toMatchObject({ authorization: `Bearer ${TOKEN}`, 'intercom-version': '2.14' })
      expect(headers).not.toHaveProperty('cookie')
      expect(headers).not.toHaveProperty('x-evil')
    }
    for (const [, init] of vi.mocked(fetch).mock.calls) expect(init).toMatchObject({ redirect: 'manual' })
  })

  test('logs one line per request without personal data', async () => {
    signIn(agent)
    await call(route)
    expect(logged).toEqual([
      expect.objectContaining({ method: 'GET', route: route.path, status: 200, request_id: expect.any(String) }),
    ])
    expectNothingLeaked('')
  })

  test('names a missing setting to agents only', async () => {
    vi.stubEnv('INTERCOM_ACCESS_TOKEN', '')
    expect((await call(route)).status).toBe(401)
    signIn(agent)
    const response = await call(route)
    expect(response.status).toBe(500)
    const { code, message } = await readError(response)
    expect(code).toBe('not_configured')
    expect(message).toMatch(/INTERCOM_ACCESS_TOKEN.*\.env\.local.*Vercel/)
  })

  test('uses the configured region and version', async () => {
    vi.stubEnv('INTERCOM_REGION', 'eu')
    vi.stubEnv('INTERCOM_API_VERSION', '2.11')
    signIn(agent)
    expect((await call(route)).status).toBe(200)
    const [first] = intercom.requests
    expect(first?.url).toMatch(/^https:\/\/api\.eu\.intercom\.io\//)
    expect(first?.headers).toMatchObject({ 'intercom-version': '2.11' })
  })

  test("reports an API version that Intercom doesn't know as a configuration error", async () => {
    vi.stubEnv('INTERCOM_API_VERSION', '1.9')
    signIn(agent)
    const { code, message } = await readError(await call(route))
    expect(code).toBe('not_configured')
    expect(message).toContain('INTERCOM_API_VERSION')
  })

  test('refuses access if authorize() throws, without details', async () => {
    const secret = `no database at postgres://app:hunter2@db.example/ for ${TOKEN}`
    authorizeWith(() => {
      throw new Error(secret)
    })
    const response = await call(route)
    expect(response.status).toBe(500)
    expect((await readError(response)).message).toBe("Something went wrong on our side. Try again. If it keeps happening, look up the request_id in the app's log.")
    expect(logged.at(-1)).toMatchObject({ code: 'internal' })
    expect(logged.at(-1)?.reason).toContain('no database at')
    expect(logged.at(-1)?.reason).not.toContain('hunter2')
    expect(intercom.requests).toEqual([])
  })

  test.each([
    undefined, {}, { kind: 'agent' }, { kind: 'agent', adminId: 7042001 }, { kind: 'agent', adminId: '../me' },
    { kind: 'admin', adminId: '1' }, { kind: 'customer' }, { kind: 'customer', userId: '' }, true, 'agent',
  ])('refuses access if authorize() returns %j', async (principal) => {
    authorizeWith(() => principal)
    expect((await call(route)).status).toBe(500)
    expect(logged.at(-1)?.reason).toContain('authorize()')
    expect(intercom.requests).toEqual([])
  })

  test('hides our headers if fetch throws with them in its message', async () => {
    signIn(agent)
    vi.stubGlobal('fetch', async () => {
      throw new TypeError(`Headers.append: "Bearer ${TOKEN}" is an invalid header value.`)
    })
    const response = await call(route)
    expect(response.status).toBe(503)
    await readError(response)
  })
})

test('names the file to edit in a 401 in development', async () => {
  expect((await readError(await get(LIST))).message).toBe('Sign in to see this.')
  vi.stubEnv('NODE_ENV', 'development')
  expect((await readError(await get(LIST))).message).toContain('lib/intercom/authorize.ts')
})

test('refuses everyone as shipped', async () => {
  type Shipped = typeof import('../../src/lib/intercom/authorize.ts')
  const { authorize } = await vi.importActual<Shipped>('@/lib/intercom/authorize')
  expect(await authorize(new Request('https://app.example/'))).toBeNull()
})
