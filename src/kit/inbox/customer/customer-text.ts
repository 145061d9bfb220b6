import type { Company, Contact } from '../../contracts/index.ts'
import { cleanText } from '../../shared/clean-text.ts'
import {
  formatAttributeLabel, formatAttributeValue, type customerCardStrings, formatDate, formatRelativeTime, formatMoney, type TimeFormat,
  type Translator,
} from '../../strings/index.ts'

type CardStrings = Translator<typeof customerCardStrings>

// Four weeks, in seconds: "260 weeks ago" says nothing.
const RECENT = 28 * 24 * 60 * 60

const MAX_EMAIL = 254

/** Returns how long ago a moment was, or its date if that is more than four weeks. */
export function getAgo(at: number, now: number | null, format: TimeFormat): string {
  return now !== null && Math.abs(now - at) < RECENT ? formatRelativeTime(at, now, format.locale) : formatDate(at, format)
}

/** Splits an email address where it may break: before its @ and the dots after it. */
export function splitEmail(email: string): string[] {
  const text = cleanText(email, MAX_EMAIL)
  const at = Math.max(0, text.lastIndexOf('@'))
  return [text.slice(0, at), ...text.slice(at).split(/(?=[@.])/)]
}

/** Returns what is known of a company: monthly spend and number of users. */
export function getCompanyFacts(company: Company, currency: string | undefined, t: CardStrings, locale: string): string[] {
  const { monthly_spend: spend, user_count: count } = company
  const facts: string[] = []
  if (spend !== null) facts.push(t(currency ? 'companySpend' : 'companySpendBare', { amount: formatMoney(spend, currency, locale) }))
  if (count !== null) facts.push(t('companyUsers', { count }))
  return facts
}

/** An attribute of a customer, ready to show. */
export interface AttributeRow {
  key: string
  label: string
  text: string
  isMissing: boolean
}

/** Returns the custom attributes of a customer by label, without the plan, which is among the details. */
export function getAttributeRows({ custom_attributes: attributes, plan }: Contact, t: CardStrings, format: TimeFormat): AttributeRow[] {
  const words = { yes: t('yes'), no: t('no'), notSet: t('notSet') }
  return Object.entries(attributes)
    .filter(([key, value]) => key !== 'plan' || value !== plan)
    .map(([key, value]) => ({
      key,
      label: formatAttributeLabel(key),
      text: formatAttributeValue(key, value, words, format),
      isMissing: value === null || value === '',
    }))
    .sort((a, b) => a.label.localeCompare(b.label, format.locale))
}
