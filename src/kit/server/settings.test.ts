import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { isDevelopment, readSecrets } from '@/kit/server/environment'
import { ApiError } from '@/kit/server/http/errors'
import { readSettings, readTrustedOrigins } from '@/kit/server/settings'

beforeEach(() => {
  vi.stubEnv('INTERCOM_ACCESS_TOKEN', 'tok')
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
})

/** Catches the error of a reader. */
function toApiError(read: () => unknown): ApiError {
  try {
    read()
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(ApiError)
    return thrown as ApiError
  }
  throw new Error('The reader did not throw.')
}

describe('readSettings', () => {
  test('needs a token only', () => {
    expect(readSettings()).toEqual({ token: 'tok', origin: 'https://api.intercom.io', version: '2.14' })
  })

  test.each([
    ['us', 'https://api.intercom.io'],
    ['eu', 'https://api.eu.intercom.io'],
    ['AU', 'https://api.au.intercom.io'],
  ])('uses the host of region %s', (region, origin) => {
    vi.stubEnv('INTERCOM_REGION', region)
    expect(readSettings().origin).toBe(origin)
  })

  test.each(['http://localhost:4010', 'http://127.0.0.1:4010', 'http://[::1]:4010'])(
    'uses a mocked Intercom on localhost at %s',
    (origin) => {
      vi.stubEnv('INTERCOM_MOCK_ORIGIN', origin)
      expect(readSettings().origin).toBe(origin)
    },
  )

  test.each(['2.16', 'Preview', 'Unstable'])('accepts version %s', (version) => {
    vi.stubEnv('INTERCOM_API_VERSION', version)
    expect(readSettings().version).toBe(version)
  })

  test('reads the environment on each call', () => {
    readSettings()
    vi.stubEnv('INTERCOM_ACCESS_TOKEN', ' second\n')
    vi.stubEnv('INTERCOM_API_VERSION', '2.11')
    expect(readSettings()).toMatchObject({ token: 'second', version: '2.11' })
  })

  test.each([
    ['INTERCOM_ACCESS_TOKEN', ''],
    ['INTERCOM_ACCESS_TOKEN', '   '],
    ['INTERCOM_ACCESS_TOKEN', 'two words'],
    ['INTERCOM_ACCESS_TOKEN', 'line\r\nX-Evil: 1'],
    ['INTERCOM_ACCESS_TOKEN', 'tökén'],
    ['INTERCOM_REGION', 'mars'],
    ['INTERCOM_REGION', '__proto__'],
    ['INTERCOM_REGION', 'https://attacker.test'],
    ['INTERCOM_API_VERSION', 'two'],
    ['INTERCOM_API_VERSION', '2.14\r\nX-Evil: 1'],
    ['NEXT_PUBLIC_INTERCOM_ACCESS_TOKEN', 'dG9rOmNhbmFyeQ=='],
    ['INTERCOM_MOCK_ORIGIN', 'https://attacker.test'],
    ['INTERCOM_MOCK_ORIGIN', 'http://localhost.attacker.test:4010'],
    ['INTERCOM_MOCK_ORIGIN', 'http://localhost:4010@attacker.test'],
    ['INTERCOM_MOCK_ORIGIN', 'http://10.0.0.1:4010'],
  ])('refuses %s = %j by name, without its value', (name, value) => {
    vi.stubEnv(name, value)
    const error = toApiError(readSettings)
    expect(error.code).toBe('not_configured')
    expect(error.message).toMatch(new RegExp(`${name}.*\\.env\\.local.*Vercel`))
    if (value.trim()) expect(error.message).not.toContain(value)
  })

  test('works without `process`', () => {
    vi.stubGlobal('process', undefined)
    expect(toApiError(readSettings).message).toContain('INTERCOM_ACCESS_TOKEN is not set')
    expect(isDevelopment()).toBe(false)
  })
})

describe('readTrustedOrigins', () => {
  test('is empty by default', () => {
    expect(readTrustedOrigins()).toEqual([])
  })

  test.each(['https://example.com', 'https://example.com:8080', 'http://example.com'])('accepts %s', (origin) => {
    vi.stubEnv('INTERCOM_TRUSTED_ORIGINS', `${origin}, https://other.example`)
    expect(readTrustedOrigins()).toEqual([origin, 'https://other.example'])
  })

  test.each([
    'example.com', 'https://', 'https://example.com/', 'https://example.com/path', 'https://example.com?query=value',
    'https://example.com#fragment', 'https://ex ample.com', 'null', 'https://a.example,,https://b.example',
    'https://user@example.com', 'ftp://example.com', 'https://EXAMPLE.com', '*',
  ])('refuses %s', (origin) => {
    vi.stubEnv('INTERCOM_TRUSTED_ORIGINS', origin)
    expect(toApiError(readTrustedOrigins).message).toContain('INTERCOM_TRUSTED_ORIGINS')
  })
})

test('returns every secret to redact, and a misplaced token', () => {
  vi.stubEnv('NEXT_PUBLIC_INTERCOM_ACCESS_TOKEN', 'public')
  expect(readSecrets()).toEqual(['tok', 'public'])
})
