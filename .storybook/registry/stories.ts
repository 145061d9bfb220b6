import type { ItemRow } from './items.ts'

const getName = (file: string) => file.replace(/^.*\/|\.\w+$/g, '')

const parts = new Set(['settings-field'])

export function getComponent({ files }: ItemRow): string | undefined {
  return files.find((file) => file.startsWith('src/components/intercom/'))
}

/** Finds components with stories but no item, and items without stories. Returns one message per problem. */
export function findStoryProblems(rows: readonly ItemRow[], components: ReadonlySet<string>, stories: ReadonlyMap<string, string>): string[] {
  const folders = new Set([...stories.keys()].filter((file) => file.endsWith('.stories.tsx')).map((file) => file.split('/').at(-2)!))
  const imported = [...stories.values()].flatMap((code) => [...code.matchAll(/@\/components\/intercom\/([\w-]+)'/g)].map(([, name]) => name!))
  const shown = new Set([...folders, ...imported])
  const copied = new Set(rows.flatMap((row) => getComponent(row) ?? []).map(getName))
  return [
    ...[...folders].filter((name) => components.has(name) && !copied.has(name))
      .map((name) => `stories/${name} shows a component without an item. Add a row to items.ts.`),
    ...[...copied].filter((name) => !parts.has(name) && !shown.has(name)).map((name) => `${name} has an item but no story.`),
  ]
}
