/** Which of HTML's elements may stand where in a message: the content model that `rich-text-tree.ts` keeps to. */

/** Any of them closes any other. */
export const headings: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'])

/** Hold items and nothing else. */
export const lists: ReadonlySet<string> = new Set(['ul', 'ol'])

/** Stand on lines of their own. */
export const blockTags: ReadonlySet<string> = new Set(['p', 'div', 'blockquote', 'pre', 'hr', 'table', ...lists, ...headings])

/** Hold what a table shows. */
export const cells: ReadonlySet<string> = new Set(['td', 'th'])
/** Hold rows. */
export const rowGroups: ReadonlySet<string> = new Set(['thead', 'tbody'])

/** What a table is made of. */
export const tableParts: ReadonlySet<string> = new Set([...rowGroups, 'tr', ...cells])

/** What each part of a table may be found in; where it is in an outer one, what lies between is filled in. */
export const tablePartParents: Readonly<Record<string, ReadonlySet<string>>> = {
  thead: new Set(['table']),
  tbody: new Set(['table']),
  tr: new Set(['table', ...rowGroups]),
  td: new Set(['table', ...rowGroups, 'tr']),
  th: new Set(['table', ...rowGroups, 'tr']),
}

/** Everything that begins and ends on a line of its own, and so do its contents where it is not in the tree. */
export const ownLine: ReadonlySet<string> = new Set([
  ...blockTags, ...tableParts, 'li', 'html', 'body', 'section', 'article', 'aside', 'header', 'footer', 'main', 'nav',
  'address', 'center', 'figure', 'figcaption', 'fieldset', 'legend', 'details', 'summary', 'dialog', 'dl', 'dt', 'dd',
  'hgroup', 'menu', 'dir', 'listing', 'marquee', 'caption', 'option', 'iframe',
])

/** Other names of the same. Without the first two a crossed-out price would be a price. */
export const synonyms: ReadonlyMap<string, string> = new Map([
  ['del', 's'],
  ['strike', 's'],
  ['tfoot', 'tbody'],
  ['image', 'img'],
])

const isWithin = (...names: string[]) => {
  const isEndTag: ReadonlySet<string> = new Set(['table', ...names])
  return (name: string) => isEndTag.has(name)
}

/** How far out one looks for the element that a start tag belongs in, or that an end tag closes. */
export const scopes = {
  table: isWithin(),
  cell: isWithin(...cells),
  item: isWithin(...cells, ...lists),
  list: isWithin(...cells, 'blockquote'),
}
