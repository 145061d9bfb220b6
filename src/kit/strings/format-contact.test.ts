import { describe, expect, test } from 'vitest'
import { attributeLabel, attributeText, countryName, locationText, moneyText } from '@/kit/strings/format-contact'

const words = { yes: 'Yes', no: 'No', notSet: 'Not set' }
const format = { locale: 'en-GB', timeZone: 'UTC' }

describe('attributeLabel', () => {
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
    expect(attributeLabel(key)).toBe(label)
  })
})

describe('attributeText', () => {
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
    expect(attributeText(key, value, words, format)).toBe(text)
  })
})

describe('countryName', () => {
  test.each([
    ['IE', 'en', 'Ireland'],
    ['ie', 'de', 'Irland'],
    ['IE', 'ar', 'أيرلندا'],
    ['Ireland', 'de', 'Ireland'],
    ['QZ', 'en', 'QZ'],
    ['', 'en', ''],
  ])('formats %s in %s as %s', (country, locale, name) => {
    expect(countryName(country, locale)).toBe(name)
  })

  test('keeps the country code in a locale that Intl refuses', () => {
    expect(countryName('IE', 'not a language')).toBe('IE')
  })
})

describe('locationText', () => {
  test('joins known parts', () => {
    expect(locationText({ city: 'Cork', region: 'Munster', country: 'IE' }, ', ', 'en')).toBe('Cork, Munster, Ireland')
    expect(locationText({ city: null, region: null, country: 'Chile' }, ', ', 'en')).toBe('Chile')
  })

  test('removes repetitions', () => {
    expect(locationText({ city: 'Berlin', region: 'Berlin', country: 'DE' }, ', ', 'en')).toBe('Berlin, Germany')
    expect(locationText({ city: 'Singapore', region: null, country: 'SG' }, ', ', 'en')).toBe('Singapore')
  })

  test('is null for an unknown location', () => {
    expect(locationText({ city: null, region: '', country: null }, ', ', 'en')).toBeNull()
  })
})

describe('moneyText', () => {
  test('formats a number without a currency', () => {
    expect(moneyText(12500, undefined, 'en-GB')).toBe('12,500')
    expect(moneyText(99.5, undefined, 'en-GB')).toBe('99.5')
  })

  test('formats the currency that the app names', () => {
    expect(moneyText(12500, 'EUR', 'en-GB')).toBe('€12,500')
    expect(moneyText(12500, 'JPY', 'en-GB')).toBe('JP¥12,500')
  })
})
