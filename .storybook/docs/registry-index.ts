/** What the built registry says of an item, read where the page is: beside it, wherever the Storybook is served. */

/** An item of `registry.json`. */
export interface IndexItem {
  name: string
  title: string
  dependencies: string[]
  registryDependencies: string[]
  files: { path: string; type: string; target: string }[]
  envVars?: Record<string, string>
}

/** What copying an item brings along. */
export interface Copied {
  item: IndexItem
  /** The line that copies it. */
  line: string
  /** Where its item for v0 is, or null where the page is on this machine and v0 cannot reach it. */
  v0: string | null
  /** Where each file goes, those of other items after its own. */
  files: string[]
  /** shadcn/ui's primitives. */
  primitives: string[]
  packages: string[]
  variables: string[]
  /** The address that the items name, where it is another one than this page's: then they cannot be copied from here. */
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
 * Says what copying an item brings along.
 *
 * @param index `registry.json`
 * @param name the item's name
 * @param page the address of the page's folder
 * @returns undefined where there is no such item
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
    v0: isLocal ? null : v0.href,
    files: all.flatMap(({ files }) => files.map(({ target }) => target.replace(/^@/, ''))),
    primitives: sorted(all.flatMap(({ registryDependencies }) => registryDependencies.filter((each) => !each.includes(':')))),
    packages: sorted(all.flatMap(({ dependencies }) => dependencies)),
    variables: sorted(all.flatMap(({ envVars }) => Object.keys(envVars ?? {}))),
    elsewhere: index.homepage === base ? null : index.homepage,
  }
}

let loading: Promise<Index> | undefined

/**
 * Reads the index that was built with this page; once a page.
 *
 * @throws Error where it is not there
 */
export async function readIndex(page: URL): Promise<Index> {
  loading ??= fetch(new URL('registry.json', page)).then((response) => {
    if (!response.ok) throw new Error(`registry.json is not beside this page (${response.status}).`)
    return response.json()
  })
  return loading
}
