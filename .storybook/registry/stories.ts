/** What is shown is what can be copied, and the other way round. */
import type { ItemRow } from './items.ts'

const nameOf = (file: string) => file.replace(/^.*\/|\.\w+$/g, '')

/** Items that are parts of others, and are seen in their stories. */
const parts = new Set(['intercom-session', 'settings-field', 'locale-provider'])

/**
 * Looks for stories of a component that no item starts from, and for items of components that no story shows.
 *
 * @param rows the items
 * @param components the names of all components, such as `help-button`
 * @param stories every file of `stories/`, with its code
 * @returns a sentence for each
 */
export function storyProblems(rows: readonly ItemRow[], components: ReadonlySet<string>, stories: ReadonlyMap<string, string>): string[] {
  const folders = new Set([...stories.keys()].filter((file) => file.endsWith('.stories.tsx')).map((file) => file.split('/').at(-2)!))
  const imported = [...stories.values()].flatMap((code) => [...code.matchAll(/@\/components\/intercom\/([\w-]+)'/g)].map(([, name]) => name!))
  const shown = new Set([...folders, ...imported])
  const started = new Set(rows.flatMap(({ entries }) => entries.map(nameOf)))
  const withoutItem = [...folders].filter((name) => components.has(name) && !started.has(name))
  const withoutStory = rows.filter(({ name, entries }) => {
    const own = entries.filter((file) => file.endsWith('.tsx')).map(nameOf)
    return own.length > 0 && !parts.has(name) && ![name, ...own].some((each) => shown.has(each))
  })
  return [
    ...withoutItem.map((name) => `stories/${name} shows a component that cannot be copied: give it a row in items.ts.`),
    ...withoutStory.map(({ name }) => `${name} can be copied, and no story shows it.`),
  ]
}
