import { describe, expect, test } from 'vitest'
import { hmac, toBase64Url, toHex } from '@/kit/server/hmac'

function fromHex(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))
}

/** Keys, data (hexadecimal) and truncated HMAC-SHA-256 of RFC 4231, section 4. */
const sha256 = [
  ['0b'.repeat(20), '4869205468657265', 'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7'],
  ['4a656665', '7768617420646f2079612077616e7420666f72206e6f7468696e673f', '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'],
  ['aa'.repeat(20), 'dd'.repeat(50), '773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe'],
  ['0102030405060708090a0b0c0d0e0f10111213141516171819', 'cd'.repeat(50), '82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b'],
  ['0c'.repeat(20), '546573742057697468205472756e636174696f6e', 'a3b6167473100ee06e0c796c2955552b'],
  ['aa'.repeat(131), '54657374205573696e67204c6172676572205468616e20426c6f636b2d53697a65204b6579202d2048617368204b6579204669727374', '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54'],
  ['aa'.repeat(131), '5468697320697320612074657374207573696e672061206c6172676572207468616e20626c6f636b2d73697a65206b657920616e642061206c6172676572207468616e20626c6f636b2d73697a6520646174612e20546865206b6579206e6565647320746f20626520686173686564206265666f7265206265696e6720757365642062792074686520484d414320616c676f726974686d2e', '9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2'],
] as const

/** Keys, data and HMAC-SHA-1 of RFC 2202, section 3. */
const sha1 = [
  ['0b'.repeat(20), '4869205468657265', 'b617318655057264e28bc0b6fb378c8ef146be00'],
  ['4a656665', '7768617420646f2079612077616e7420666f72206e6f7468696e673f', 'effcdf6ae5eb2fa2d27416d5f184df9c259a7c79'],
  ['aa'.repeat(20), 'dd'.repeat(50), '125d7342b9ac11cd91a39af48aa17b4f63f175d3'],
  ['0102030405060708090a0b0c0d0e0f10111213141516171819', 'cd'.repeat(50), '4c9007f4026250c6bc8414f9bf50c86c2d7235da'],
  ['0c'.repeat(20), '546573742057697468205472756e636174696f6e', '4c1a03424b55e07fe7f27be1d58bb9324a9a5a04'],
  ['aa'.repeat(80), '54657374205573696e67204c6172676572205468616e20426c6f636b2d53697a65204b6579202d2048617368204b6579204669727374', 'aa4ae5e15272d00e95705637ce8a3b55ed402112'],
  ['aa'.repeat(80), '54657374205573696e67204c6172676572205468616e20426c6f636b2d53697a65204b657920616e64204c6172676572205468616e204f6e6520426c6f636b2d53697a652044617461', 'e8e99d0f45237d786d6bbaa7965c7808bbff1a91'],
] as const

describe('hmac', () => {
  test.each(sha256.map((row, index) => [index + 1, ...row] as const))('matches RFC 4231, case %i', async (_, key, data, mac) => {
    expect(toHex(await hmac('SHA-256', fromHex(key), fromHex(data))).slice(0, mac.length)).toBe(mac)
  })

  test.each(sha1.map((row, index) => [index + 1, ...row] as const))('matches RFC 2202, case %i', async (_, key, data, mac) => {
    expect(toHex(await hmac('SHA-1', fromHex(key), fromHex(data)))).toBe(mac)
  })

  test('signs the token of RFC 7515, appendix A.1, byte for byte', async () => {
    const key = Uint8Array.from(
      atob('AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ+EstJQLr/T+1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow=='),
      (byte) => byte.charCodeAt(0),
    )
    const content = ['{"typ":"JWT",\r\n "alg":"HS256"}', '{"iss":"joe",\r\n "exp":1300819380,\r\n "http://example.com/is_root":true}']
      .map(toBase64Url)
      .join('.')
    expect(`${content}.${toBase64Url(await hmac('SHA-256', key, content))}`).toBe(
      'eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
    )
  })

  test('refuses an empty key', async () => {
    await expect(hmac('SHA-256', '', 'data')).rejects.toThrow('key that is not empty')
  })
})

test('encodes UTF-8 in toBase64Url, without padding, + and /', () => {
  expect(toBase64Url('ÿþ é 漢')).toBe('w7_DviDDqSDmvKI')
  expect(toBase64Url(Uint8Array.of(251, 255, 254))).toBe('-__-')
})
