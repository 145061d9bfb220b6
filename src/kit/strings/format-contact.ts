import type { Contact } from '../contracts/index.ts'
import { formatDate, type TimeFormat } from './format-time.ts'

/** Value of a custom attribute. */
export type AttributeValue = Contact['custom_attributes'][string]

/** Strings for {@link formatAttributeValue}. */
export interface AttributeTranslator {
  yes: string
  no: string
  notSet: string
}

const initialisms = new Set(['api', 'arr', 'crm', 'csm', 'id', 'ip', 'mrr', 'nps', 'sso', 'url', 'utm', 'vat'])

// Intercom reads numbers as dates if the attribute's name ends in `_at` or `_date`. The limit excludes milliseconds.
const MAX_DATE = 9_999_999_999
const isDateKey = (key: string) => /(^|[_ ])(at|date)$/i.test(key)

// Numbers that are names have no separators: 204418, not 204,418.
const isNameKey = (key: string) => /(^|[_ -])(id|number|code|year|zip)$/i.test(key)

/**
 * Formats the name of an attribute: `monthly_seats` becomes `Monthly seats`, `billingId` becomes `Billing ID`. Names with spaces
 * stay as they are.
 */
export function formatAttributeLabel(key: string): string {
  if (/\s/.test(key.trim())) return key.trim()
  const words = key
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .split(/[\s_-]+/)
    .filter(Boolean)
    .map((word) => (initialisms.has(word.toLowerCase()) ? word.toUpperCase() : lowercaseUnlessName(word)))
  const text = words.join(' ')
  return text ? text.charAt(0).toUpperCase() + text.slice(1) : key
}

/** Keeps `GDPR` and `OAuth`. */
function lowercaseUnlessName(word: string): string {
  return /^\p{Lu}?[^\p{Lu}]*$/u.test(word) ? word.toLowerCase() : word
}

/**
 * Formats the value of an attribute: Yes or No, a number, a date if Intercom would show one, and text as it is.
 *
 * @param key name of the attribute, which decides how a number is formatted
 */
export function formatAttributeValue(key: string, value: AttributeValue, words: AttributeTranslator, format: TimeFormat): string {
  if (value === null || value === '') return words.notSet
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'string') return value
  if (isDateKey(key) && Number.isInteger(value) && value > 0 && value <= MAX_DATE) return formatDate(value, format)
  return new Intl.NumberFormat(format.locale, {
    useGrouping: !isNameKey(key),
    maximumFractionDigits: 6,
  }).format(value)
}

/** Returns the name of a country for its two-letter code. Other text stays as it is. */
export function getCountryName(country: string, locale: string): string {
  if (!/^[A-Za-z]{2}$/.test(country)) return country
  try {
    return new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' }).of(country.toUpperCase()) ?? country
  } catch {
    return country
  }
}

/** Formats a location: `Cork, Ireland`. Missing and repeated parts are left out; `null` if all are missing. */
export function formatLocation(location: Contact['location'], separator: string, locale: string): string | null {
  const country = location.country && getCountryName(location.country, locale)
  const parts = [location.city, location.region, country].filter((part): part is string => Boolean(part))
  return parts.filter((part, index) => part !== parts[index - 1]).join(separator) || null
}

/**
 * Formats an amount of money. Intercom stores a company's spend without a currency: without one it is a bare number.
 *
 * @param amount in the currency's main unit
 * @param currency ISO 4217 code, such as `EUR`
 * @throws RangeError if the currency isn't three letters
 */
export function formatMoney(amount: number, currency: string | undefined, locale: string): string {
  return new Intl.NumberFormat(locale, {
    ...(currency && { style: 'currency', currency }),
    minimumFractionDigits: 0,
    maximumFractionDigits: 2,
  }).format(amount)
}
