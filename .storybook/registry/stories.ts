/** Holds the registry against the stories: each component that is shown can be copied, and the other way round. */
import type { ItemRow } from './items.ts'

const getName = (file: string) => file.replace(/^.*\/|\.\w+$/g, '')

/** Components that are shown in the stories of others. */
const parts = new Set(['settings-field'])

/** The component that an item is about: undefined for an item without one. */
export function getComponent({ files }: ItemRow): string | undefined {
  return files.find((file) => file.startsWith('src/components/intercom/'))
}

/**
 * Looks for components with stories and no item, and for items of components that no story shows.
 *
 * @param components the names of all components, such as `help-button`
 * @param stories every file of `stories/`, with its code
 * @returns a sentence for each
 */
export function findStoryProblems(rows: readonly ItemRow[], components: ReadonlySet<string>, stories: ReadonlyMap<string, string>): string[] {
  const folders = new Set([...stories.keys()].filter((file) => file.endsWith('.stories.tsx')).map((file) => file.split('/').at(-2)!))
  const imported = [...stories.values()].flatMap((code) => [...code.matchAll(/@\/components\/intercom\/([\w-]+)'/g)].map(([, name]) => name!))
  const shown = new Set([...folders, ...imported])
  const copied = new Set(rows.flatMap((row) => getComponent(row) ?? []).map(getName))
  return [
    ...[...folders].filter((name) => components.has(name) && !copied.has(name))
      .map((name) => `stories/${name} shows a component that can't be copied: give it a row in items.ts.`),
    ...[...copied].filter((name) => !parts.has(name) && !shown.has(name)).map((name) => `${name} can be copied, and no story shows it.`),
  ]
}
