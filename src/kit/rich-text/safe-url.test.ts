import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { getLinkHost, getHostToShow, toSafeImageUrl, toSafeLink } from '@/kit/rich-text/safe-url'

describe('toSafeLink', () => {
  it.each([
    ['https://example.com', 'https://example.com/'],
    ['HTTP://EXAMPLE.com:8080/A?b=c#d', 'http://example.com:8080/A?b=c#d'],
    [' \n https://example.com/a b ', 'https://example.com/a%20b'],
    ['https:example.com', 'https://example.com/'],
    ['https:\\\\example.com\\a', 'https://example.com/a'],
    ['https://user:secret@example.com/', 'https://example.com/'],
    ['https://аррӏе.com/', 'https://xn--80ak6aa92e.com/'],
    ['https://ｅｘａｍｐｌｅ．com/', 'https://example.com/'],
    ['https://0x7f.1/', 'https://127.0.0.1/'],
    ['mailto:ann@example.com?subject=Hi', 'mailto:ann@example.com?subject=Hi'],
    ['tel:+49-30-123456', 'tel:+49-30-123456'],
    ['TEL:%2B49%2030', 'tel:%2B49%2030'],
  ])('accepts %s', (href, safe) => {
    expect(toSafeLink(href)).toBe(safe)
  })

  it.each([
    'javascript:alert(1)', 'JaVaScRiPt:alert(1)', '\u0001javascript:alert(1)', 'java\nscript:alert(1)', 'javascript\t:alert(1)',
    'vbscript:x', 'data:text/html,x', 'blob:https://example.com/x', 'filesystem:https://example.com/x', 'file:///etc/passwd',
    'about:blank', 'view-source:https://example.com', 'ftp://example.com', 'ws://example.com', 'intent://x', 'custom:x', 'sms:123',
    '//example.com', '/\\example.com', '\\\\example.com', '/x', 'x', '?x', '#x', '', ' ', 'https://', 'https:///', 'http://%', 'https://a b/',
    'mailto:', 'mailto:ann', 'tel:', 'tel:*%2306%23', 'tel:*21*0900123456%23', 'tel:javascript', `https://example.com/${'x'.repeat(9000)}`,
    null, undefined, 5, {}, ['https://example.com'], new URL('https://example.com'),
  ])('refuses %s', (href) => {
    expect(toSafeLink(href)).toBeNull()
  })

  it('returns only safe addresses, and the same ones again', () => {
    const scheme = fc.constantFrom('https:', 'http://', 'javascript:', 'data:', 'mailto:', 'tel:', '//', ' ', '\t', 'java\nscript:', '')
    fc.assert(
      fc.property(fc.array(fc.oneof(scheme, fc.string(), fc.webUrl()), { maxLength: 4 }), (pieces) => {
        const safe = toSafeLink(pieces.join(''))
        if (safe === null) return
        expect(safe).toMatch(/^(?:https?:\/\/[^/@]+\/|mailto:|tel:)/)
        expect(toSafeLink(safe)).toBe(safe)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('toSafeImageUrl', () => {
  it('accepts https only', () => {
    expect(toSafeImageUrl('https://example.com/a.png?b=c')).toBe('https://example.com/a.png?b=c')
    for (const src of [
      'http://example.com/a.png', '//example.com/a.png', 'a.png', 'data:image/png;base64,x', 'data:image/svg+xml,<svg/>', 'blob:https://example.com/x',
      'https://user@example.com/a.png', 'https://:x@example.com/a.png', 'cid:x', 'javascript:x', 'https://', null, 5,
    ]) {
      expect(toSafeImageUrl(src)).toBeNull()
    }
  })
})

describe('getLinkHost', () => {
  it.each([
    ['https://example.com:8443/a', 'example.com:8443'],
    ['https://xn--80ak6aa92e.com/', 'xn--80ak6aa92e.com'],
    ['mailto:ann%40b@example.com?subject=x', 'ann@b@example.com'],
    ['tel:+49%2030', '+49 30'],
    ['nonsense', ''],
  ])('reads the host of %s', (href, host) => {
    expect(getLinkHost(href)).toBe(host)
  })
})

describe('getHostToShow', () => {
  it.each([
    ['https://mybank.example', 'https://attacker.test/'],
    ['mybank.example', 'https://attacker.test/'],
    ['Go to www.mybank.example/login now', 'https://attacker.test/'],
    ['https://mybank.example@attacker.test', 'https://attacker.test/'],
    ['https://attacker.test.mybank.example', 'https://attacker.test/'],
    ['attacker.test and mybank.example', 'https://attacker.test/'],
    ['(MYBANK.example)', 'https://attacker.test/'],
    ['my\u200Bbank\u00AD.example', 'https://attacker.test/'],
    ['ｍｙｂａｎｋ．ｅｘａｍｐｌｅ', 'https://attacker.test/'],
    ['mybank。example', 'https://attacker.test/'],
    ['mybank․example', 'https://attacker.test/'],
    ['mybank\uA4F8example', 'https://attacker.test/'],
    ['mybank\u0660example', 'https://attacker.test/'],
    ['mybank.example:443', 'https://attacker.test/'],
    ['mybank.example:login', 'https://attacker.test/'],
    ['https://#mybank.example', 'https://attacker.test/'],
    ['mybank.example_login', 'https://attacker.test/'],
    ['127.0.0.1', 'https://attacker.test/'],
    ['hxxps://mybank.example', 'https://attacker.test/'],
    ['bank@mybank.example', 'https://attacker.test/'],
    ['аррӏе.com', 'https://xn--80ak6aa92e.com/'],
    ['Apple', 'https://xn--80ak6aa92e.com/'],
    ...[...'\uFE0F\uFE00\u200B\u200C\u200D\u2060\u00AD\u034F\u061C\u115F\u3164\uFFA0\u180B\u0301\u0332\u20E3\n \u2028\u00A0\u3000\u0001', '\u{E0100}', '\u{E0061}'].flatMap((hidden) => [
      [`https://mybank.${hidden}example/login`, 'https://attacker.test/'],
      [`https://mybank${hidden}.example/login`, 'https://attacker.test/'],
      [`mybank${hidden}.${hidden}example`, 'https://attacker.test/'],
    ] as [string, string][]),
    ['ex\u00E4mple.com', 'https://example.com/'],
  ])('shows the host: %j to %s', (text, href) => {
    expect(getHostToShow(text, href)).toBe(new URL(href).host)
  })

  it.each([
    ['Pricing', 'https://example.com/pricing'],
    ['https://example.com/pricing.html', 'https://example.com/pricing'],
    ['example.com', 'https://www.example.com/'],
    ['www.example.com:8080', 'http://example.com:8080/'],
    ['HTTPS://Example.COM./x?y=a.b#c.d', 'https://example.com/'],
    ['(see example.com)', 'https://example.com/'],
    ['xn--80ak6aa92e.com', 'https://xn--80ak6aa92e.com/'],
    ['Version 2.1.0, 3.5 times', 'https://example.com/'],
    ['…', 'https://example.com/'],
    ['ann@example.com', 'mailto:ann@example.com'],
    ['Write to Ann@Example.com', 'mailto:ann@example.com'],
    ['Ann', 'mailto:ann@example.com'],
    ['020 7123 4567', 'tel:+442071234567'],
    ['Call us', 'tel:+442071234567'],
  ])('shows nothing for a matching text: %s to %s', (text, href) => {
    expect(getHostToShow(text, href)).toBeNull()
  })

  it.each([
    ['bob@example.com', 'mailto:ann@example.com', 'ann@example.com'],
    ['https://example.com', 'mailto:mallory@attacker.test', 'mallory@attacker.test'],
    ['030 123456', 'tel:+49900123456', '+49900123456'],
    ['example.com', 'tel:+49900123456', '+49900123456'],
  ])('shows the address or number: %s to %s', (text, href, place) => {
    expect(getHostToShow(text, href)).toBe(place)
  })

  it('takes linear time', () => {
    for (const piece of ['a', 'a.', '.', 'a-', '@', ' ', 'https:', '。']) {
      expect(() => getHostToShow(piece.repeat(1_000_000), 'https://example.com/')).not.toThrow()
    }
  })
})
