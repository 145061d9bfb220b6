import { describe, expect, test } from 'vitest'
import { diffSettings, getPrincipal, toSettings } from '@/kit/messenger/messenger-settings'

describe('toSettings', () => {
  test('translates names, times, pictures and companies', () => {
    expect(
      toSettings({
        appId: 'abc12345',
        userId: 'u1',
        createdAt: new Date('2026-11-18T15:24:00.900Z'),
        avatar: 'https://example.com/ann.png',
        company: { companyId: 'c1', name: 'Acme', createdAt: 1_700_000_000, customAttributes: { isPartner: true } },
        companies: [{ companyId: 'c2', monthlySpend: 12 }],
        hideDefaultLauncher: false,
        zIndex: 0,
        intercomUserJwt: 'a.b.c',
        authTokens: { someConnector: 'd.e.f' },
      }),
    ).toEqual({
      app_id: 'abc12345',
      user_id: 'u1',
      created_at: 1795015440,
      avatar: { type: 'avatar', image_url: 'https://example.com/ann.png' },
      company: { company_id: 'c1', name: 'Acme', created_at: 1_700_000_000, isPartner: true },
      companies: [{ company_id: 'c2', monthly_spend: 12 }],
      hide_default_launcher: false,
      z_index: 0,
      intercom_user_jwt: 'a.b.c',
      auth_tokens: { someConnector: 'd.e.f' },
    })
  })

  test("omits the provider's own options and undefined values", () => {
    const children = 'text' as never
    const options = { children, load: 'now', verifyIdentity: true, nonce: 'n', trustedTypesPolicy: 'p', onShow() {} } as const
    expect(toSettings({ ...options, userId: '', email: undefined, name: null, phone: '' })).toEqual({ name: null, phone: null })
  })

  test("keeps the app's attributes, and never lets them replace Intercom's", () => {
    expect(
      toSettings({
        userId: 'u1',
        customAttributes: { user_id: 'somebody else', planName: 'pro', trialEndsAt: new Date(1_800_000_000_000), seats: null },
      }),
    ).toEqual({ user_id: 'u1', planName: 'pro', trialEndsAt: 1_800_000_000, seats: null })
  })

  test.each([
    [{ region: 'us' }, 'https://api-iam.intercom.io'],
    [{ region: 'eu' }, 'https://api-iam.eu.intercom.io'],
    [{ region: 'au' }, 'https://api-iam.au.intercom.io'],
    [{ region: 'eu', apiBase: 'https://abc12345.intercom-messenger.com' }, 'https://abc12345.intercom-messenger.com'],
  ] as const)('%j is at %s', (options, api_base) => {
    expect(toSettings(options)).toEqual({ api_base })
  })
})

test('returns new and changed settings from diffSettings', () => {
  const before = { a: 1, company: { plan: 'free' }, gone: true }
  expect(diffSettings(before, { a: 1, company: { plan: 'free' } })).toBeUndefined()
  expect(diffSettings(before, { a: 2, company: { plan: 'pro' }, b: null })).toEqual({ a: 2, company: { plan: 'pro' }, b: null })
})

test('identifies a user by id or e-mail, and a visitor by neither', () => {
  expect([{ user_id: 'u1', email: 'E' }, { email: 'e' }, {}, undefined].map(getPrincipal)).toEqual([
    { id: 'u1', email: 'e' }, { id: '', email: 'e' }, { id: '', email: '' }, { id: '', email: '' },
  ])
})
