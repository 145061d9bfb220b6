import { afterEach, describe, expect, test, vi } from 'vitest'
import { isCrossSite } from '@/kit/server/http/cross-site'

/** Builds a request to https://example.com/. Empty headers are left out. */
function request(method: string, site: string, origin: string, more: Record<string, string> = {}): Request {
  const headers = { ...(site && { 'sec-fetch-site': site }), ...(origin && { origin }), ...more }
  return new Request('https://example.com/', { method, headers })
}

afterEach(() => {
  vi.unstubAllEnvs()
})

describe('writing requests', () => {
  test.each([
    ['same-origin', '', false],
    ['none', '', false],
    ['cross-site', '', true],
    ['same-site', '', true],
    ['same-origin', 'https://attacker.example', false],
    ['cross-site', 'https://example.com', true],
    ['something-new', '', true],
    ['', '', false],
    ['', 'https://example.com', false],
    ['', 'https://example.com:8443', true],
    ['', 'https://attacker.example', true],
    ['', 'https://example.com.attacker.example', true],
    ['', 'null', true],
    ['', 'not an origin', true],
  ])('with Sec-Fetch-Site %j and Origin %j are refused: %j', (site, origin, refused) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      expect(isCrossSite(request(method, site, origin))).toBe(refused)
    }
  })

  test('are refused with a cookie but neither header', () => {
    expect(isCrossSite(request('POST', '', '', { cookie: 'session=1' }))).toBe(true)
    expect(isCrossSite(request('POST', '', '', { authorization: 'Bearer x' }))).toBe(false)
  })

  test('compare with the Host header behind a proxy', () => {
    expect(isCrossSite(request('POST', '', 'https://app.example', { host: 'app.example' }))).toBe(false)
    expect(isCrossSite(request('POST', '', 'https://example.com', { host: 'app.example' }))).toBe(true)
  })

  test.each([
    ['https://trusted.example', '', false],
    ['https://trusted.example', 'cross-site', false],
    ['https://attacker.example', '', true],
    ['https://attacker.example', 'cross-site', true],
  ])('from a trusted Origin %j with Sec-Fetch-Site %j are refused: %j', (origin, site, refused) => {
    vi.stubEnv('INTERCOM_TRUSTED_ORIGINS', 'https://trusted.example')
    expect(isCrossSite(request('POST', site, origin))).toBe(refused)
  })
})

describe('reading requests', () => {
  test.each([
    ['cross-site', true],
    ['same-site', false],
    ['same-origin', false],
    ['none', false],
    ['', false],
  ])('with Sec-Fetch-Site %j are refused: %j', (site, refused) => {
    for (const method of ['GET', 'HEAD', 'OPTIONS']) {
      expect(isCrossSite(request(method, site, 'https://attacker.example', { cookie: 'session=1' }))).toBe(refused)
    }
  })
})
