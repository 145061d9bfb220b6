import { describe, expect, test } from 'vitest'
import { formatAttributeLabel, formatAttributeValue, getCountryName, formatLocation, formatMoney } from '@/kit/strings/format-contact'

const words = { yes: 'Yes', no: 'No', notSet: 'Not set' }
const format = { locale: 'en-GB', timeZone: 'UTC' }

describe('formatAttributeLabel', () => {
  test.each([
    ['monthly_seats', 'Monthly seats'],
    ['billing-id', 'Billing ID'],
    ['lastInvoiceUrl', 'Last invoice URL'],
    ['SSO_enabled', 'SSO enabled'],
    ['nps', 'NPS'],
    ['GDPR_consent', 'GDPR consent'],
    ['Plan', 'Plan'],
    ['Job title', 'Job title'],
    ['  Job Title ', 'Job Title'],
    ['__proto__', 'Proto'],
    ['___', '___'],
    ['شركة_كبيرة', 'شركة كبيرة'],
  ])('labels %s as %s', (key, label) => {
    expect(formatAttributeLabel(key)).toBe(label)
  })
})

describe('formatAttributeValue', () => {
  test.each([
    ['beta', true, 'Yes'],
    ['beta', false, 'No'],
    ['beta', null, 'Not set'],
    ['beta', '', 'Not set'],
    ['seats', 12500, '12,500'],
    ['ratio', 0.25, '0.25'],
    ['zero', 0, '0'],
    ['account_id', 204418, '204418'],
    ['year', 2026, '2026'],
    ['trial_ends_at', 1795015440, '18 Nov 2026'],
    ['renewal_date', 1795015440, '18 Nov 2026'],
    ['habitat', 1795015440, '1,795,015,440'],
    ['trial_ends_at', 1795015440000, '1,795,015,440,000'],
    ['trial_ends_at', 0, '0'],
    ['site', 'https://example.com/a?b=1', 'https://example.com/a?b=1'],
  ] as const)('%s: %s reads %s', (key, value, text) => {
    expect(formatAttributeValue(key, value, words, format)).toBe(text)
  })
})

describe('getCountryName', () => {
  test.each([
    ['IE', 'en', 'Ireland'],
    ['ie', 'de', 'Irland'],
    ['IE', 'ar', 'أيرلندا'],
    ['Ireland', 'de', 'Ireland'],
    ['QZ', 'en', 'QZ'],
    ['', 'en', ''],
  ])('formats %s in %s as %s', (country, locale, name) => {
    expect(getCountryName(country, locale)).toBe(name)
  })

  test('keeps the country code in a locale that Intl refuses', () => {
    expect(getCountryName('IE', 'not a language')).toBe('IE')
  })
})

describe('formatLocation', () => {
  test('joins known parts', () => {
    expect(formatLocation({ city: 'Cork', region: 'Munster', country: 'IE' }, ', ', 'en')).toBe('Cork, Munster, Ireland')
    expect(formatLocation({ city: null, region: null, country: 'Chile' }, ', ', 'en')).toBe('Chile')
  })

  test('removes repetitions', () => {
    expect(formatLocation({ city: 'Berlin', region: 'Berlin', country: 'DE' }, ', ', 'en')).toBe('Berlin, Germany')
    expect(formatLocation({ city: 'Singapore', region: null, country: 'SG' }, ', ', 'en')).toBe('Singapore')
  })

  test('is null for an unknown location', () => {
    expect(formatLocation({ city: null, region: '', country: null }, ', ', 'en')).toBeNull()
  })
})

describe('formatMoney', () => {
  test('formats a number without a currency', () => {
    expect(formatMoney(12500, undefined, 'en-GB')).toBe('12,500')
    expect(formatMoney(99.5, undefined, 'en-GB')).toBe('99.5')
  })

  test('formats the currency that the app names', () => {
    expect(formatMoney(12500, 'EUR', 'en-GB')).toBe('€12,500')
    expect(formatMoney(12500, 'JPY', 'en-GB')).toBe('JP¥12,500')
  })
})
