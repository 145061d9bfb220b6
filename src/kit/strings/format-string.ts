/** Plural forms of a string, as in `Intl.PluralRules`. `{count}` selects the form. */
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

type StringValues = Record<string, string | number>

/** Function that returns a string of a component, with its placeholders filled in. */
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

/** Replaces `{name}` with `values.name`. A placeholder without a value stays, so that the gap is visible. */
export function formatString(template: string | Plural, values: StringValues, locale: string): string {
  const text = typeof template === 'string' ? template : selectPlural(template, Number(values['count']), locale)
  return text.indexOf('{') === -1 ? text : text.replace(/\{(\w+)\}/g, (placeholder, key: string) => {
    const value = values[key]
    if (value === undefined) return placeholder
    return typeof value === 'number' ? formatNumber(value, locale) : value
  })
}
