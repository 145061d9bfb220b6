import type { Contact } from '../contracts/index.ts'
import { formatDate, type TimeFormat } from './format-time.ts'

/** Value of a contact's custom attribute. */
export type AttributeValue = Contact['custom_attributes'][string]

interface AttributeTranslator {
  yes: string
  no: string
  notSet: string
}

const initialisms = new Set(['api', 'arr', 'crm', 'csm', 'id', 'ip', 'mrr', 'nps', 'sso', 'url', 'utm', 'vat'])

// Intercom shows numbers as dates if the name ends in `_at` or `_date`. The limit excludes milliseconds.
const MAX_DATE = 9_999_999_999
const isDateKey = (key: string) => /(^|[_ ])(at|date)$/i.test(key)

// Ids and codes have no separators: 204418, not 204,418.
const isCodeKey = (key: string) => /(^|[_ -])(id|number|code|year|zip)$/i.test(key)

/** Formats the name of an attribute: `billingId` becomes `Billing ID`. Names with spaces don't change. */
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

/** Formats the value of an attribute. Its name decides whether a number is a date, an id or an amount. */
export function formatAttributeValue(key: string, value: AttributeValue, words: AttributeTranslator, format: TimeFormat): string {
  if (value === null || value === '') return words.notSet
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'string') return value
  if (isDateKey(key) && Number.isInteger(value) && value > 0 && value <= MAX_DATE) return formatDate(value, format)
  return new Intl.NumberFormat(format.locale, {
    useGrouping: !isCodeKey(key),
    maximumFractionDigits: 6,
  }).format(value)
}

/** Returns the name for a two-letter code, and other text unchanged. */
export function getCountryName(country: string, locale: string): string {
  if (!/^[A-Za-z]{2}$/.test(country)) return country
  try {
    return new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' }).of(country.toUpperCase()) ?? country
  } catch {
    return country
  }
}

/** Formats a location, such as `Cork, Ireland`, without missing and repeated parts. `null` if all are missing. */
export function formatLocation(location: Contact['location'], separator: string, locale: string): string | null {
  const country = location.country && getCountryName(location.country, locale)
  const parts = [location.city, location.region, country].filter((part): part is string => Boolean(part))
  return parts.filter((part, index) => part !== parts[index - 1]).join(separator) || null
}

/**
 * Formats an amount in the currency's main unit, or as a plain number if the ISO 4217 code is missing.
 *
 * @throws RangeError if the code isn't three letters
 */
export function formatMoney(amount: number, currency: string | undefined, locale: string): string {
  return new Intl.NumberFormat(locale, {
    ...(currency && { style: 'currency', currency }),
    minimumFractionDigits: 0,
    maximumFractionDigits: 2,
  }).format(amount)
}
