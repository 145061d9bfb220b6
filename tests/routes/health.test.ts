import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { healthResponseSchema } from '../../src/kit/contracts/index.ts'
import { begin, call, end, expectNothingLeaked, intercom, signIn, type RouteUnderTest } from './harness.ts'

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
    ['REDIS_URL', 'canary'], ['NEXT_PUBLIC_INTERCOM_APP_ID', 'canary app'], ['NEXT_PUBLIC_INTERCOM_APP_ID', 'abc123'],
  ])('that %s = %j is invalid', async (name, value) => {
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

test('refuses customers', async () => {
  signIn({ kind: 'customer', userId: 'ann' })
  expect((await call(route)).status).toBe(403)
  expect(intercom.requests).toEqual([])
})
