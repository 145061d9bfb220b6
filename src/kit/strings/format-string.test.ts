import { describe, expect, it } from 'vitest'
import { formatString } from '@/kit/strings/format-string'

describe('formatString', () => {
  it("fills in placeholders, with numbers in the locale's format", () => {
    expect(formatString('{name} waits for {count}', { name: 'Ann', count: 12345 }, 'de')).toBe('Ann waits for 12.345')
  })

  it('keeps a placeholder without a value visible', () => {
    expect(formatString('Hello {name}', {}, 'en')).toBe('Hello {name}')
  })

  it('uses the plural form of the language', () => {
    const messages = { zero: 'none', one: 'one', two: 'two', few: 'few ({count})', many: 'many ({count})', other: 'other' }
    const forms = (locale: string) => [0, 1, 2, 3, 11, 100].map((count) => formatString(messages, { count }, locale))
    expect(forms('en')).toEqual(['other', 'one', 'other', 'other', 'other', 'other'])
    expect(forms('ar-u-nu-latn')).toEqual(['none', 'one', 'two', 'few (3)', 'many (11)', 'other'])
  })

  it('falls back to the plural form `other`', () => {
    expect(formatString({ other: '{count} rows' }, { count: 1 }, 'en')).toBe('1 rows')
  })

  it('fills in no placeholder inside a value', () => {
    expect(formatString('{name}', { name: '{secret}', secret: 'x' }, 'en')).toBe('{secret}')
  })
})
