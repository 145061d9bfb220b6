/** String with plural forms, named as in `Intl.PluralRules`. `{count}` is the number. */
export interface Plural {
  zero?: string
  one?: string
  two?: string
  few?: string
  many?: string
  other: string
}

/** Strings of a component, by key. */
export type StringTable = Record<string, string | Plural>

/** Props of components with strings. */
export interface StringsProps {
  /** Overrides for the default strings. */
  strings?: Partial<StringTable> | undefined
}

/** Values of placeholders. */
export type StringValues = Record<string, string | number>

/** Returns a string of a component, with its placeholders filled in. */
export type Translator<Table extends StringTable> = (key: keyof Table & string, values?: StringValues) => string

const pluralRules = new Map<string, Intl.PluralRules>()
const numberFormats = new Map<string, Intl.NumberFormat>()

function selectPlural(plural: Plural, count: number, locale: string): string {
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
 * Fills in the placeholders of a string: `{name}` becomes `values.name`. Plural forms follow `values.count`. A placeholder
 * without a value stays, so that the gap is visible.
 *
 * @param locale BCP 47 tag, such as `en-GB` or `ar`
 */
export function formatString(message: string | Plural, values: StringValues, locale: string): string {
  const text = typeof message === 'string' ? message : selectPlural(message, Number(values['count']), locale)
  return text.indexOf('{') === -1 ? text : text.replace(/\{(\w+)\}/g, (placeholder, key: string) => {
    const value = values[key]
    if (value === undefined) return placeholder
    return typeof value === 'number' ? formatNumber(value, locale) : value
  })
}
