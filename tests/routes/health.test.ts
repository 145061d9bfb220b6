import { createHmac } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest'
import { healthResponseSchema } from '../../src/kit/contracts/index.ts'
import { begin, call, end, expectNothingLeaked, intercom, signIn, type RouteUnderTest } from './harness.ts'

const { setStore } = await import('@/kit/server/stores/kv-store')
const route: RouteUnderTest = { path: '/api/intercom/health' }

async function health() {
  const response = await call(route)
  const text = await response.text()
  expectNothingLeaked(text)
  expect(text).not.toContain('canary')
  expect(response.status, text).toBe(200)
  const answer = healthResponseSchema.parse(JSON.parse(text))
  return { ...answer, of: Object.fromEntries(answer.settings.map((setting) => [setting.name, setting])) }
}

beforeEach(() => {
  begin()
  signIn({ kind: 'agent', adminId: '7042001' })
})
afterEach(end)

describe('says', () => {
  test('that all is well, with the workspace', async () => {
    vi.stubEnv('NEXT_PUBLIC_INTERCOM_APP_ID', 'hx7q2mlt')
    vi.stubEnv('INTERCOM_CLIENT_SECRET', 'canary-1')
    vi.stubEnv('INTERCOM_MESSENGER_API_SECRET', 'canary-2')
    vi.stubEnv('INTERCOM_IDENTITY_VERIFICATION_SECRET', 'canary-3')
    const { ok, token, error, workspace, settings } = await health()
    expect({ ok, token, error, workspace }).toEqual({
      ok: true, token: 'accepted', error: null,
      workspace: { id: 'hx7q2mlt', name: 'Tidewater Metrics', region: 'US', identity_verification: true },
    })
    expect(settings.filter(({ problem }) => problem !== null)).toEqual([])
    expect(intercom.requests.map(({ path }) => path)).toEqual(['/me'])
  })

  test('which settings are missing, without any set', async () => {
    vi.stubEnv('INTERCOM_ACCESS_TOKEN', '')
    const { ok, token, error, workspace, of } = await health()
    expect({ ok, token, code: error?.code, workspace }).toEqual({ ok: false, token: 'unknown', code: 'not_configured', workspace: null })
    expect(of.INTERCOM_ACCESS_TOKEN).toMatchObject({ state: 'missing', required: true, problem: expect.stringContaining('Vercel') })
    expect(of.INTERCOM_CLIENT_SECRET).toMatchObject({ state: 'missing', required: false })
    expect(of.INTERCOM_REGION).toMatchObject({ state: 'missing', problem: null })
    expect(intercom.requests).toEqual([])
  })

  test('that Intercom refuses the token', async () => {
    vi.stubEnv('INTERCOM_ACCESS_TOKEN', 'canary-of-another-workspace')
    expect(await health()).toMatchObject({ ok: false, token: 'refused', error: { code: 'upstream_auth' }, workspace: null })
  })

  test.each([['403', 'refused'], ['500', 'unknown'], ['offline', 'unknown'], ['429-hostile', 'unknown'], ['200-html', 'unknown']] as const)(
    'what it can if Intercom fails with %s', async (fault, token) => {
      intercom.setFault(fault)
      expect(await health()).toMatchObject({ ok: false, token, workspace: null, error: { code: expect.any(String) } })
    })

  test.each([
    ['INTERCOM_REGION', 'mars'], ['INTERCOM_API_VERSION', 'two'], ['INTERCOM_TRUSTED_ORIGINS', 'canary.example'],
    ['INTERCOM_AVATAR_HOSTS', 'canary.example/a'], ['INTERCOM_ATTACHMENT_HOSTS', 'https://canary.example'], ['INTERCOM_ATTACHMENT_HOSTS', '10.0.0.1'],
    ['REDIS_URL', 'canary'], ['INTERCOM_REDIS_PREFIX', 'canary shop'], ['NEXT_PUBLIC_INTERCOM_APP_ID', 'canary app'], ['NEXT_PUBLIC_INTERCOM_APP_ID', 'abc123'],
  ])('that %s = %j is not right', async (name, value) => {
    vi.stubEnv(name, value)
    const { ok, of } = await health()
    expect(ok).toBe(false)
    expect(of[name]).toMatchObject({ state: 'invalid', problem: expect.stringContaining(name) })
  })

  test.each(['INTERCOM_ACCESS_TOKEN', 'INTERCOM_CLIENT_SECRET', 'INTERCOM_MESSENGER_API_SECRET', 'INTERCOM_IDENTITY_VERIFICATION_SECRET'])(
    'that %s has a public prefix', async (name) => {
      vi.stubEnv(name, '')
      vi.stubEnv(`NEXT_PUBLIC_${name}`, 'canary')
      const { ok, of } = await health()
      expect(ok).toBe(false)
      expect(of[name]).toMatchObject({ state: 'invalid', problem: expect.stringContaining(`NEXT_PUBLIC_${name} is set`) })
    })
})

describe('the last webhook', () => {
  const SECRET = 'canary-client-secret-of-more-than-32-characters'
  const deliver = async (topic: string) => {
    const now = Math.floor(Date.now() / 1000)
    const item = intercom.workspace.conversations[0]
    const body = JSON.stringify({ topic, id: crypto.randomUUID(), created_at: now, data: { item } })
    const headers = { 'content-type': 'application/json', 'x-hub-signature': `sha1=${createHmac('sha1', SECRET).update(body).digest('hex')}` }
    expect((await call({ path: '/api/intercom/webhook' }, { method: 'POST', headers, body })).status).toBe(200)
  }

  it('says that none has arrived yet, and what to do', async () => {
    expect(await health()).toMatchObject({ webhook_at: null, webhook_problem: expect.stringContaining('INTERCOM_CLIENT_SECRET is not set') })
    vi.stubEnv('INTERCOM_CLIENT_SECRET', SECRET)
    expect(await health()).toMatchObject({ webhook_at: null, webhook_problem: expect.stringContaining('Developer Hub') })
    // A ping arrives whatever topics were chosen.
    await deliver('ping')
    expect((await health()).webhook_at).toBeNull()
  })

  it('asks for a slash at the end of the address if the app redirects addresses without one', async () => {
    vi.stubEnv('INTERCOM_CLIENT_SECRET', SECRET)
    expect((await health()).webhook_problem).toContain('https://your.app/api/intercom/webhook and')
    const { webhook_problem } = healthResponseSchema.parse(await (await call({ path: `${route.path}/` })).json())
    expect(webhook_problem).toContain('https://your.app/api/intercom/webhook/ and')
    expect(webhook_problem).toContain("Intercom doesn't follow redirects")
  })

  it('says when one arrived', async () => {
    vi.stubEnv('INTERCOM_CLIENT_SECRET', SECRET)
    await deliver('conversation.user.replied')
    const { webhook_at, webhook_problem } = await health()
    expect([Math.abs(webhook_at! - Date.now() / 1000) < 60, webhook_problem]).toEqual([true, null])
  })
})

it('warns about secrets of fewer than 32 characters, once on the console', async () => {
  const warn = vi.spyOn(console, 'error').mockImplementation(() => {})
  vi.stubEnv('INTERCOM_CLIENT_SECRET', `${'x'.repeat(32)},canary`)
  vi.stubEnv('INTERCOM_MESSENGER_API_SECRET', 'x'.repeat(32))
  vi.stubEnv('INTERCOM_IDENTITY_VERIFICATION_SECRET', 'x'.repeat(31))
  const { of } = await health()
  await health()
  expect(Object.values(of).filter(({ warning }) => warning).map(({ name }) => name))
    .toEqual(['INTERCOM_IDENTITY_VERIFICATION_SECRET', 'INTERCOM_CLIENT_SECRET'])
  expect(of.INTERCOM_CLIENT_SECRET).toMatchObject({ state: 'set', problem: null })
  for (const [text] of warn.mock.calls) expect(text).not.toMatch(/canary|xxx/)
})

it('says that Redis does not respond', async () => {
  setStore(null)
  vi.stubEnv('REDIS_URL', 'redis://127.0.0.1:1')
  const { ok, of } = await health()
  expect([ok, of.REDIS_URL!.state, of.REDIS_URL!.problem]).toEqual([false, 'invalid', expect.stringContaining('Redis does not respond')])
})

test('refuses customers', async () => {
  signIn({ kind: 'customer', userId: 'ann' })
  expect((await call(route)).status).toBe(403)
  expect(intercom.requests).toEqual([])
})
