export const headings: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'])

export const lists: ReadonlySet<string> = new Set(['ul', 'ol'])

export const blockTags: ReadonlySet<string> = new Set(['p', 'div', 'blockquote', 'pre', 'hr', 'table', ...lists, ...headings])

export const cells: ReadonlySet<string> = new Set(['td', 'th'])
export const rowGroups: ReadonlySet<string> = new Set(['thead', 'tbody'])

export const tableParts: ReadonlySet<string> = new Set([...rowGroups, 'tr', ...cells])

/** Allowed ancestors of each table part. Missing levels are filled in. */
export const tablePartParents: Readonly<Record<string, ReadonlySet<string>>> = {
  thead: new Set(['table']),
  tbody: new Set(['table']),
  tr: new Set(['table', ...rowGroups]),
  td: new Set(['table', ...rowGroups, 'tr']),
  th: new Set(['table', ...rowGroups, 'tr']),
}

/** Elements on a line of their own, even if they are not in the tree. */
export const ownLine: ReadonlySet<string> = new Set([
  ...blockTags, ...tableParts, 'li', 'html', 'body', 'section', 'article', 'aside', 'header', 'footer', 'main', 'nav',
  'address', 'center', 'figure', 'figcaption', 'fieldset', 'legend', 'details', 'summary', 'dialog', 'dl', 'dt', 'dd',
  'hgroup', 'menu', 'dir', 'listing', 'marquee', 'caption', 'option', 'iframe',
])

/** Without `del` and `strike`, a crossed-out price would look valid. */
export const synonyms: ReadonlyMap<string, string> = new Map([
  ['del', 's'],
  ['strike', 's'],
  ['tfoot', 'tbody'],
  ['image', 'img'],
])

const createScope = (...names: string[]) => {
  const ends: ReadonlySet<string> = new Set(['table', ...names])
  return (name: string) => ends.has(name)
}

/** Elements at which the search for an open element ends. */
export const scopes = {
  table: createScope(),
  cell: createScope(...cells),
  item: createScope(...cells, ...lists),
  list: createScope(...cells, 'blockquote'),
}
