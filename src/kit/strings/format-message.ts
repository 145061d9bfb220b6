/**
 * Words that depend on a language: messages with placeholders and plural forms, as plain data, so that a Server
 * Component can hand them to a Client Component.
 */

/** A message with plural forms, named as in Unicode CLDR (`Intl.PluralRules`). `{count}` stands for the number. */
export interface Plural {
  zero?: string
  one?: string
  two?: string
  few?: string
  many?: string
  other: string
}

/** A component's words: a key for each. */
export type MessageTable = Record<string, string | Plural>

/** What may stand for a placeholder. */
export type MessageValues = Record<string, string | number>

/** Gives one of a component's words, its placeholders filled in. */
export type Translate<Table extends MessageTable> = (key: keyof Table & string, values?: MessageValues) => string

const pluralRules = new Map<string, Intl.PluralRules>()
const numberFormats = new Map<string, Intl.NumberFormat>()

function pluralForm(plural: Plural, count: number, locale: string): string {
  let rules = pluralRules.get(locale)
  if (!rules) {
    rules = new Intl.PluralRules(locale)
    pluralRules.set(locale, rules)
  }
  return plural[rules.select(count)] ?? plural.other
}

function formatNumber(value: number, locale: string): string {
  let format = numberFormats.get(locale)
  if (!format) numberFormats.set(locale, (format = new Intl.NumberFormat(locale)))
  return format.format(value)
}

/**
 * Fills a message in. `{name}` becomes `values.name`, numbers are written as the language writes them, and a plural
 * takes the form for `values.count`. A placeholder without a value stays as it is, so that the gap is seen.
 *
 * @param message one of a component's words
 * @param values what the placeholders stand for
 * @param locale a BCP 47 tag, such as `en-GB` or `ar`
 */
export function formatMessage(message: string | Plural, values: MessageValues, locale: string): string {
  const text = typeof message === 'string' ? message : pluralForm(message, Number(values['count']), locale)
  return text.indexOf('{') === -1 ? text : text.replace(/\{(\w+)\}/g, (placeholder, key: string) => {
    const value = values[key]
    if (value === undefined) return placeholder
    return typeof value === 'number' ? formatNumber(value, locale) : value
  })
}
