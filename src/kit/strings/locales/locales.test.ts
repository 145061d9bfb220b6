import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { formatString, type StringTable, type Plural } from '@/kit/strings/format-string'

const modules = import.meta.glob<Record<string, StringTable>>('../tables/*.ts', { eager: true })

/** Tables that component tables include. They have no key of their own. */
const shared = new Set(['actionStrings', 'composerStrings'])

/** English tables by their key in the `strings` of `LocaleProvider`: `helpButtonStrings` is `helpButton`. */
const english: Record<string, StringTable> = Object.fromEntries(
  Object.values(modules).flatMap((module) =>
    Object.entries(module)
      .filter(([name]) => name.endsWith('Strings') && !shared.has(name))
      .map(([name, table]) => [name.replace(/Strings$/, ''), table]),
  ),
)

const locales: Record<string, Record<string, StringTable>> = Object.assign(
  {},
  ...Object.values(import.meta.glob(['./*.ts', '!./*.test.ts'], { eager: true })),
)

const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()
const textsOf = (message: string | Plural): string[] => (typeof message === 'string' ? [message] : Object.values(message))

/** Strings that are the same as in English, by language. Others count as forgotten. */
const same: Record<string, string[]> = {
  ar: [],
  de: ['conversationThread.tags', 'conversationThread.team', 'conversationList.spokenTags', 'customerCard.tags', 'customerCard.name', 'richText.code',
    'assignDialog.teams', 'conversationActions.tags', 'tagsDialog.title', 'tagsDialog.find',
    'inboxFilter.teams', 'channel.conversation', 'channel.facebook', 'channel.instagram', 'channel.whatsapp'],
  ja: ['channel.facebook', 'channel.instagram', 'channel.whatsapp'],
}

/** Finds faults in a translated table. */
function problemsOf(locale: string, component: string, table: StringTable, translated: StringTable | undefined): string[] {
  if (!translated) return [`${component}: is missing`]
  const categories = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.toSorted()
  const keys = new Set([...Object.keys(table), ...Object.keys(translated)])
  return [...keys].flatMap((key) => {
    const [original, message] = [table[key], translated[key]]
    const name = `${component}.${key}`
    if (original === undefined) return [`${name}: there is no such message`]
    if (message === undefined) return [`${name}: is missing`]
    const problems: string[] = []
    const isPlural = typeof message !== 'string'
    if (typeof original !== 'string' && !isPlural) problems.push(`${name}: has no plural forms`)
    if (isPlural && Object.keys(message).toSorted().join() !== categories.join()) {
      problems.push(`${name}: has the forms ${Object.keys(message).join(', ')}, and the language has ${categories.join(', ')}`)
    }
    const wanted = placeholders(textsOf(original).at(-1)!)
    for (const text of textsOf(message)) {
      // A form for exactly one number may spell it out.
      const own = isPlural ? [...new Set([...placeholders(text), ...wanted.filter((each) => each === '{count}')])].sort() : placeholders(text)
      if (own.join() !== wanted.join()) problems.push(`${name}: has ${own.join(' ') || 'no placeholder'} for ${wanted.join(' ') || 'none'}`)
      if (text.trim() === '' && textsOf(original).every((each) => each.trim() !== '')) problems.push(`${name}: is empty`)
      if (/[a-z]{4}/i.test(text.replace(/\{\w+\}/g, '')) && textsOf(original).includes(text) && !same[locale]?.includes(name)) {
        problems.push(`${name}: is in English`)
      }
    }
    return problems
  })
}

describe.each(Object.entries(locales))('strings in %s', (locale, messages) => {
  it.each(Object.keys(english))('are complete for %s', (component) => {
    expect(problemsOf(locale, component, english[component]!, messages[component])).toEqual([])
  })

  it('belong to existing components', () => {
    expect(Object.keys(messages).filter((component) => !(component in english))).toEqual([])
  })

  it('contain every number', () => {
    for (const [component, table] of Object.entries(messages)) {
      for (const [key, message] of Object.entries(table)) {
        if (typeof message === 'string') continue
        const value = { count: 1234, shown: 5678 }
        expect(formatString(message, value, locale), `${component}.${key}`).not.toContain('undefined')
      }
    }
  })
})

it("names each component's table by its own key", () => {
  const asked = globSync('src/{components,kit}/**/*.{ts,tsx}').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/(?:useStrings|getStrings)\(\s*'(\w+)',\s*(\w+)Strings/g)].map(([, key, table]) => [key, table]),
  )
  expect(asked.length).toBeGreaterThan(20)
  expect(asked.filter(([key, table]) => key !== table)).toEqual([])
})

describe('a faulty translation', () => {
  const table: StringTable = { hello: 'Hello {name}', count: { one: '{count} reply', other: '{count} replies' } }
  const fine: StringTable = { hello: 'Hallo {name}', count: { one: '{count} Antwort', other: '{count} Antworten' } }
  it.each<[string, StringTable | undefined, RegExp]>([
    ['where the table is missing', undefined, /^x: is missing/],
    ['where a message is missing', { hello: fine.hello! }, /x\.count: is missing/],
    ['where a message is too much', { ...fine, bye: 'Auf Wiedersehen' }, /x\.bye: there is no such/],
    ['where a placeholder is lost', { ...fine, hello: 'Hallo' }, /has no placeholder for \{name\}/],
    ['where a placeholder is misspelt', { ...fine, hello: 'Hallo {nam}' }, /has \{nam\} for \{name\}/],
    ['where a plural form is missing', { ...fine, count: { other: '{count} Antworten' } }, /has the forms other/],
    ['where a plural form is not of the language', { ...fine, count: { one: '1', few: '{count}', other: '{count}' } }, /few/],
    ['where a number has no forms', { ...fine, count: '{count} Antworten' }, /has no plural forms/],
    ['where it is in English', { ...fine, hello: 'Hello {name}' }, /is in English/],
  ])('is reported: %s', (_, translated, problem) => {
    expect(problemsOf('de', 'x', table, fine)).toEqual([])
    expect(problemsOf('de', 'x', table, translated).join('\n')).toMatch(problem)
  })
})
