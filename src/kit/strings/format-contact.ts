/**
 * A customer's data as words: what Intercom keeps for programs, written for a reader. Pure, and through Intl.
 */
import type { Contact } from '../contracts/index.ts'
import { formatDate, type TimeFormat } from './format-time.ts'

/** A value of a custom attribute, as the contract carries it. */
export type AttributeValue = Contact['custom_attributes'][string]

/** The words that {@link attributeText} needs. */
export interface AttributeWords {
  yes: string
  no: string
  notSet: string
}

// The few that software companies name their attributes with, and that read wrong in lower case.
const initialisms = new Set(['api', 'arr', 'crm', 'csm', 'id', 'ip', 'mrr', 'nps', 'sso', 'url', 'utm', 'vat'])

// Intercom reads a number as a date where the attribute's name ends so. The year 2286 keeps milliseconds out.
const MAX_DATE = 9_999_999_999
const isDateKey = (key: string) => /(^|[_ ])(at|date)$/i.test(key)

// A number that names something is not an amount: 204418, not 204,418.
const isNameKey = (key: string) => /(^|[_ -])(id|number|code|year|zip)$/i.test(key)

/**
 * An attribute's name for a reader: `monthly_seats` becomes `Monthly seats`, `billingId` becomes `Billing ID`. A name
 * that has spaces was written for readers already and stays as it is.
 */
export function attributeLabel(key: string): string {
  if (/\s/.test(key.trim())) return key.trim()
  const words = key
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .split(/[\s_-]+/)
    .filter(Boolean)
    .map((word) => (initialisms.has(word.toLowerCase()) ? word.toUpperCase() : lowerUnlessName(word)))
  const text = words.join(' ')
  return text ? text.charAt(0).toUpperCase() + text.slice(1) : key
}

/** `GDPR` and `OAuth` are spelled so on purpose; `Plan` is merely the start of a word. */
function lowerUnlessName(word: string): string {
  return /^\p{Lu}?[^\p{Lu}]*$/u.test(word) ? word.toLowerCase() : word
}

/**
 * An attribute's value for a reader: Yes or No, a number as the language writes it, a date where Intercom would show
 * one, and text as it is.
 *
 * @param key the attribute's name, which says how a number is meant
 * @param value as the contract carries it
 * @param words for yes, no, and nothing
 * @param format the reader's language and time zone
 */
export function attributeText(key: string, value: AttributeValue, words: AttributeWords, format: TimeFormat): string {
  if (value === null || value === '') return words.notSet
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'string') return value
  if (isDateKey(key) && Number.isInteger(value) && value > 0 && value <= MAX_DATE) return formatDate(value, format)
  return new Intl.NumberFormat(format.locale, {
    useGrouping: !isNameKey(key),
    maximumFractionDigits: 6,
  }).format(value)
}

/** A country as the reader's language calls it, where Intercom gives its two-letter code; else what Intercom gives. */
export function countryName(country: string, locale: string): string {
  if (!/^[A-Za-z]{2}$/.test(country)) return country
  try {
    return new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' }).of(country.toUpperCase()) ?? country
  } catch {
    return country
  }
}

/**
 * Where a customer is: `Cork, Ireland`. What is missing, or says the same as the part before, is left out.
 *
 * @param location as the contract carries it
 * @param separator what stands between two parts in the reader's language
 * @param locale a BCP 47 tag
 * @returns null where nothing is known
 */
export function locationText(location: Contact['location'], separator: string, locale: string): string | null {
  const country = location.country && countryName(location.country, locale)
  const parts = [location.city, location.region, country].filter((part): part is string => Boolean(part))
  return parts.filter((part, index) => part !== parts[index - 1]).join(separator) || null
}

/**
 * An amount of money. Intercom keeps a company's spend without a currency: where the app knows the workspace's, it is
 * written with it, else as a bare number.
 *
 * @param amount in the currency's main unit
 * @param currency an ISO 4217 code, such as `EUR`
 * @param locale a BCP 47 tag
 * @throws RangeError where the currency is not of three letters
 */
export function moneyText(amount: number, currency: string | undefined, locale: string): string {
  return new Intl.NumberFormat(locale, {
    ...(currency && { style: 'currency', currency }),
    minimumFractionDigits: 0,
    maximumFractionDigits: 2,
  }).format(amount)
}
