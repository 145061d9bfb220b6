import { describe, expect, it } from 'vitest'
import { formatMessage } from '@/kit/strings/format-message'

describe('formatMessage', () => {
  it('fills in placeholders, and numbers as the language writes them', () => {
    expect(formatMessage('{name} waits for {count}', { name: 'Ann', count: 12345 }, 'de')).toBe('Ann waits for 12.345')
  })

  it('leaves a placeholder without a value to be seen', () => {
    expect(formatMessage('Hello {name}', {}, 'en')).toBe('Hello {name}')
  })

  it('takes the plural form of the language', () => {
    const messages = { zero: 'none', one: 'one', two: 'two', few: 'few ({count})', many: 'many ({count})', other: 'other' }
    const forms = (locale: string) => [0, 1, 2, 3, 11, 100].map((count) => formatMessage(messages, { count }, locale))
    expect(forms('en')).toEqual(['other', 'one', 'other', 'other', 'other', 'other'])
    expect(forms('ar-u-nu-latn')).toEqual(['none', 'one', 'two', 'few (3)', 'many (11)', 'other'])
  })

  it('falls back to the form that every plural has', () => {
    expect(formatMessage({ other: '{count} rows' }, { count: 1 }, 'en')).toBe('1 rows')
  })

  it('does not fill in what a value brings along', () => {
    expect(formatMessage('{name}', { name: '{secret}', secret: 'x' }, 'en')).toBe('{secret}')
  })
})
