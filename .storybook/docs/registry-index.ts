/** An item of `registry.json`. */
export interface IndexItem {
  name: string
  title: string
  dependencies: string[]
  registryDependencies: string[]
  files: { path: string; type: string; target: string }[]
  envVars?: Record<string, string>
  docs?: string
  /** Size in an app, without shadcn/ui primitives, and the theme's tokens in class names. */
  meta: { files: number; lines: number; tokens: string[] }
}

/** Result of copying an item. */
export interface Copied {
  item: IndexItem
  command: string
  /** Item to add for updates. Blocks are added once, so their views have an item of their own. */
  views: string
  /** Link to open the item in v0, or `null` on localhost, which v0 can't reach. */
  v0: string | null
  /** Target paths of all files. */
  files: string[]
  primitives: string[]
  packages: string[]
  variables: string[]
  /** Base URL of the items if it differs from this page's. Items can't be copied from here then. */
  elsewhere: string | null
}

interface Index {
  homepage: string
  items: IndexItem[]
}

const sortUnique = (list: readonly string[]) => [...new Set(list)].sort()

function findItemClosure(item: IndexItem, { homepage, items }: Index): IndexItem[] {
  const found = new Set([item])
  for (const { registryDependencies } of found) {
    for (const dependency of registryDependencies) {
      const next = items.find(({ name }) => dependency === `${homepage}/r/${name}.json`)
      if (next) found.add(next)
    }
  }
  return [...found]
}

/** Collects the files, packages and variables of an item and its dependencies. */
export function findCopiedItem(index: Index, name: string, page: URL): Copied | undefined {
  const item = index.items.find((each) => each.name === name)
  if (!item) return undefined
  const all = findItemClosure(item, index)
  const base = page.href.replace(/\/$/, '')
  const isLocal = /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(page.hostname)
  const v0 = new URL('https://v0.dev/chat/api/open')
  v0.searchParams.set('url', `${base}/r/v0/${name}.json`)
  v0.searchParams.set('title', item.title)
  return {
    item,
    command: `npx shadcn@latest add ${base}/r/${name}.json`,
    views: index.items.find((each) => each.name === `${name}-views`)?.name ?? name,
    v0: isLocal ? null : v0.href,
    files: [...new Set(all.flatMap(({ files }) => files.map(({ target }) => target.replace(/^@/, ''))))],
    primitives: sortUnique(all.flatMap(({ registryDependencies }) => registryDependencies.filter((each) => !each.includes(':')))),
    packages: sortUnique(all.flatMap(({ dependencies }) => dependencies)),
    variables: sortUnique(all.flatMap(({ envVars }) => Object.keys(envVars ?? {}))),
    elsewhere: index.homepage === base ? null : index.homepage,
  }
}

let loading: Promise<Index> | undefined

/** Loads the registry index next to the page, once. */
export async function readIndex(page: URL): Promise<Index> {
  loading ??= fetch(new URL('registry.json', page)).then((response) => {
    if (!response.ok) throw new Error(`Could not load registry.json (${response.status}). Run npm run build-storybook and serve the whole folder.`)
    return response.json()
  })
  return loading
}
