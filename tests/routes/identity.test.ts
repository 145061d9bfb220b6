import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { GET, OPTIONS, POST } from '@/app/api/intercom/[...path]/route'
import { createIntercomRoutes, type Principal } from 'intercom-v0-kit/server'
import { errorResponseSchema, identityResponseSchema } from '@/kit/contracts/index'
import { hmac, toBase64Url, toHex } from '@/kit/server/hmac'
import { onLog } from '@/kit/server/log'

let principal: Principal | null = null
vi.mock('@/lib/intercom/authorize', () => ({ authorize: async () => principal }))

const JWT_SECRET = 'canary-messenger-secret'
const HASH_SECRET = 'canary-verification-secret'
const context = { params: Promise.resolve({}) }
const logged = vi.fn()

function get(path = '', headers: Record<string, string> = {}): Promise<Response> {
  return GET(new Request(`https://app.example/api/intercom/identity${path}`, { headers }), context)
}

async function readFailure(response: Response) {
  return { status: response.status, ...errorResponseSchema.parse(await response.json()).error }
}

async function readClaims(response: Response): Promise<Record<string, unknown>> {
  const { intercom_user_jwt } = identityResponseSchema.parse(await response.json())
  return JSON.parse(Buffer.from(intercom_user_jwt!.split('.')[1]!, 'base64url').toString())
}

beforeEach(() => {
  principal = { kind: 'customer', userId: 'u1' }
  vi.stubEnv('INTERCOM_MESSENGER_API_SECRET', JWT_SECRET)
  vi.stubEnv('INTERCOM_IDENTITY_VERIFICATION_SECRET', HASH_SECRET)
  onLog(logged)
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.clearAllMocks()
  onLog(null)
})

describe('GET /api/intercom/identity', () => {
  test('issues a token for the signed-in user, valid for at most an hour, without an access token', async () => {
    const response = await get('', { cookie: 'session=1', 'sec-fetch-site': 'same-origin' })
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    const identity = identityResponseSchema.parse(await response.json())
    const [header, payload, signature] = identity.intercom_user_jwt!.split('.') as [string, string, string]
    expect(JSON.parse(atob(header))).toEqual({ alg: 'HS256', typ: 'JWT' })
    expect(signature).toBe(toBase64Url(await hmac('SHA-256', JWT_SECRET, `${header}.${payload}`)))
    const { user_id, iat, exp } = JSON.parse(atob(payload))
    expect(user_id).toBe('u1')
    expect(exp - iat).toBe(3600)
    expect(Math.abs(iat - Date.now() / 1000)).toBeLessThan(60)
    expect(identity).toMatchObject({ user_id: 'u1', user_hash: toHex(await hmac('SHA-256', HASH_SECRET, 'u1')), expires_in: 3600 })
  })

  test('signs what authorize() says, and of the attributes only those that are listed', async () => {
    principal = { kind: 'customer', userId: 'u1', email: 'ann@x.example', name: ' Ann ', attributes: { plan: 'team', churn_risk: 0.9, nested: { a: 1 } as never } }
    expect(await readClaims(await get())).toMatchObject({ user_id: 'u1', email: 'ann@x.example', name: 'Ann' })
    const unlisted = createIntercomRoutes({ authorize: async () => principal })
    expect(await readClaims(await unlisted.GET(new Request('https://app.example/api/intercom/identity'), context))).not.toHaveProperty('plan')
    expect(await readClaims(await get())).not.toHaveProperty('churn_risk')
    const signing = createIntercomRoutes({ authorize: async () => principal, signedAttributes: ['plan', 'nested', 'missing'] })
    const claims = await readClaims(await signing.GET(new Request('https://app.example/api/intercom/identity'), context))
    expect(Object.keys(claims).sort()).toEqual(['email', 'exp', 'iat', 'name', 'plan', 'user_id'])
    expect(claims.plan).toBe('team')
  })

  test('takes no claim from the request', async () => {
    const signing = createIntercomRoutes({ authorize: async () => principal, signedAttributes: ['plan'] })
    const ask = (path: string, headers = {}) => signing.GET(new Request(`https://app.example/api/intercom/identity${path}`, { headers }), context)
    for (const query of ['?plan=team', '?email=b@x.example', '?attributes[plan]=team', '?claims={}']) {
      expect(await readFailure(await ask(query))).toMatchObject({ status: 400, code: 'invalid_request' })
    }
    const claims = await readClaims(await ask('', { plan: 'team', 'x-plan': 'team', 'x-email': 'b@x.example', cookie: 'plan=team; email=b@x.example' }))
    expect(Object.keys(claims).sort()).toEqual(['exp', 'iat', 'user_id'])
  })

  test('is kept by no cache, whatever it responds', async () => {
    const answers = [await get(), await get('?x=1'), await get('', { 'sec-fetch-site': 'cross-site' })]
    principal = null
    answers.push(await get())
    expect(answers.map(({ headers }) => headers.get('cache-control'))).toEqual(answers.map(() => 'private, no-store'))
    expect(answers.map(({ headers }) => headers.get('etag'))).toEqual(answers.map(() => null))
  })

  test.each(['user_id', 'exp', 'email', 'company', '__proto__'])('refuses to start with %s among the signed attributes', (name) => {
    expect(() => createIntercomRoutes({ authorize: () => null, signedAttributes: [name] })).toThrow(name)
  })

  test('ignores user ids in the request', async () => {
    expect(await readFailure(await get('?user_id=u2'))).toMatchObject({ status: 400, code: 'invalid_request' })
    const response = await get('', { 'x-user-id': 'u2' })
    expect(identityResponseSchema.parse(await response.json()).user_id).toBe('u1')
  })

  test('returns only proofs whose secret is set', async () => {
    vi.stubEnv('INTERCOM_IDENTITY_VERIFICATION_SECRET', '')
    expect(await (await get()).json()).toMatchObject({ user_hash: null, expires_in: 3600 })
    vi.stubEnv('INTERCOM_MESSENGER_API_SECRET', '')
    vi.stubEnv('INTERCOM_IDENTITY_VERIFICATION_SECRET', HASH_SECRET)
    expect(await (await get()).json()).toMatchObject({ intercom_user_jwt: null, expires_in: null })
  })

  test.each([
    ['nobody', null, 401, 'unauthorized'],
    ['an agent', { kind: 'agent', adminId: '7' }, 403, 'forbidden'],
  ] as const)('has nothing for %s', async (_, who, status, code) => {
    principal = who
    expect(await readFailure(await get())).toMatchObject({ status, code })
  })

  test('refuses other sites and other methods', async () => {
    expect(await readFailure(await get('', { 'sec-fetch-site': 'cross-site' }))).toMatchObject({ status: 403, code: 'forbidden' })
    const request = new Request('https://app.example/api/intercom/identity', { method: 'POST', body: '{}' })
    const refused = await POST(request, context)
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
    expect((await OPTIONS(new Request('https://app.example/api/intercom/identity', { method: 'OPTIONS' }), context)).status).toBe(204)
  })

  test.each([
    ['no secret', {}, 'INTERCOM_MESSENGER_API_SECRET is not set'],
    ['a secret for everybody to see', { NEXT_PUBLIC_INTERCOM_MESSENGER_API_SECRET: 'x' }, 'hand the secret to every visitor'],
    ['the access token', { INTERCOM_ACCESS_TOKEN: 'same', INTERCOM_MESSENGER_API_SECRET: 'same' }, 'the same as INTERCOM_ACCESS_TOKEN'],
  ])('says what to set with %s', async (_, env, words) => {
    vi.stubEnv('INTERCOM_MESSENGER_API_SECRET', '')
    vi.stubEnv('INTERCOM_IDENTITY_VERIFICATION_SECRET', '')
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
    const failure = await readFailure(await get())
    expect(failure).toMatchObject({ status: 500, code: 'not_configured' })
    expect(failure.message).toContain(words)
    expect(failure.message).toContain('.env.local')
  })

  test('keeps secrets out of responses and the log', async () => {
    const answers = [await get(), await get('?x=1')]
    principal = { kind: 'agent', adminId: '7' }
    answers.push(await get())
    principal = { kind: 'customer', userId: '' }
    answers.push(await get())
    const text = (await Promise.all(answers.map((answer) => answer.text()))).join('\n') + JSON.stringify(logged.mock.calls)
    expect(text).not.toContain('canary')
  })
})
