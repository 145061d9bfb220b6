import type { Company, Contact } from '../../contracts/index.ts'
import { cleanText } from '../../shared/clean-text.ts'
import {
  type AttributeValue, formatAttributeLabel, formatAttributeValue, type customerCardStrings, formatDate, formatRelativeTime, formatMoney, type TimeFormat,
  type Translator,
} from '../../strings/index.ts'

type CardStrings = Translator<typeof customerCardStrings>

// Seconds. After four weeks, a date says more than "260 weeks ago".
const RECENT = 28 * 24 * 60 * 60

const MAX_EMAIL = 254

/** Returns the time since a moment, or its date after four weeks. */
export function getAgo(at: number, now: number | null, format: TimeFormat): string {
  return now !== null && Math.abs(now - at) < RECENT ? formatRelativeTime(at, now, format.locale) : formatDate(at, format)
}

/** Splits an email address before its @ and the dots after it, so that lines can break there. */
export function splitEmail(email: string): string[] {
  const text = cleanText(email, MAX_EMAIL)
  const at = Math.max(0, text.lastIndexOf('@'))
  return [text.slice(0, at), ...text.slice(at).split(/(?=[@.])/)]
}

/** Returns monthly spend and number of users, if known. */
export function getCompanyFacts(company: Company, currency: string | undefined, t: CardStrings, locale: string): string[] {
  const { monthly_spend: spend, user_count: count } = company
  const facts: string[] = []
  if (spend !== null) facts.push(t(currency ? 'companySpend' : 'companySpendBare', { amount: formatMoney(spend, currency, locale) }))
  if (count !== null) facts.push(t('companyUsers', { count }))
  return facts
}

interface AttributeRow {
  key: string
  label: string
  text: string
  value: AttributeValue
  isMissing: boolean
}

/** Returns custom attributes sorted by label, also editable ones without a value. Leaves out a plan that the details show. */
export function getAttributeRows(
  { custom_attributes: attributes, plan, editable_attributes: editable = [] }: Contact, t: CardStrings, format: TimeFormat,
): AttributeRow[] {
  const words = { yes: t('yes'), no: t('no'), notSet: t('notSet') }
  return Object.entries({ ...Object.fromEntries(editable.map((name) => [name, null])), ...attributes })
    .filter(([key, value]) => key !== 'plan' || value !== plan || editable.includes(key))
    .map(([key, value]) => ({
      key,
      label: formatAttributeLabel(key),
      text: formatAttributeValue(key, value, words, format),
      value,
      isMissing: value === null || value === '',
    }))
    .sort((a, b) => a.label.localeCompare(b.label, format.locale))
}
