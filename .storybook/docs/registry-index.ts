/** Reads an item from the built registry, which is beside the page wherever the Storybook is served. */

/** An item of `registry.json`. */
export interface IndexItem {
  name: string
  title: string
  dependencies: string[]
  registryDependencies: string[]
  files: { path: string; type: string; target: string }[]
  envVars?: Record<string, string>
  docs?: string
  /** How much arrives in an app, without the primitives of shadcn. */
  meta: { files: number; lines: number }
}

/** What copying an item brings along. */
export interface Copied {
  item: IndexItem
  /** The line that copies it. */
  line: string
  /** The name of the item that updates the views: a block is added once, a component is added again. */
  views: string
  /** The link that opens it in v0; null on this machine, which v0 can't reach. */
  v0: string | null
  /** Where each file goes, those of other items after its own. */
  files: string[]
  /** shadcn/ui's primitives. */
  primitives: string[]
  packages: string[]
  variables: string[]
  /** The address that the items name; null if it is this page's. From another one they can't be copied. */
  elsewhere: string | null
}

interface Index {
  homepage: string
  items: IndexItem[]
}

const sorted = (list: readonly string[]) => [...new Set(list)].sort()

/** Every item that comes along, itself first. */
function closure(item: IndexItem, { homepage, items }: Index): IndexItem[] {
  const found = new Set([item])
  for (const { registryDependencies } of found) {
    for (const dependency of registryDependencies) {
      const next = items.find(({ name }) => dependency === `${homepage}/r/${name}.json`)
      if (next) found.add(next)
    }
  }
  return [...found]
}

/**
 * Lists what copying an item brings along.
 *
 * @param index `registry.json`
 * @param name the item's name
 * @param page the address of the page's folder
 * @returns undefined if there is no such item
 */
export function copiedItem(index: Index, name: string, page: URL): Copied | undefined {
  const item = index.items.find((each) => each.name === name)
  if (!item) return undefined
  const all = closure(item, index)
  const base = page.href.replace(/\/$/, '')
  const isLocal = /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(page.hostname)
  const v0 = new URL('https://v0.dev/chat/api/open')
  v0.searchParams.set('url', `${base}/r/v0/${name}.json`)
  v0.searchParams.set('title', item.title)
  return {
    item,
    line: `npx shadcn@latest add ${base}/r/${name}.json`,
    views: index.items.find((each) => each.name === `${name}-views`)?.name ?? name,
    v0: isLocal ? null : v0.href,
    files: [...new Set(all.flatMap(({ files }) => files.map(({ target }) => target.replace(/^@/, ''))))],
    primitives: sorted(all.flatMap(({ registryDependencies }) => registryDependencies.filter((each) => !each.includes(':')))),
    packages: sorted(all.flatMap(({ dependencies }) => dependencies)),
    variables: sorted(all.flatMap(({ envVars }) => Object.keys(envVars ?? {}))),
    elsewhere: index.homepage === base ? null : index.homepage,
  }
}

let loading: Promise<Index> | undefined

/**
 * Reads the index that was built with this page, once a page.
 *
 * @throws Error if it is missing
 */
export async function readIndex(page: URL): Promise<Index> {
  loading ??= fetch(new URL('registry.json', page)).then((response) => {
    if (!response.ok) throw new Error(`registry.json is not beside this page (${response.status}).`)
    return response.json()
  })
  return loading
}
