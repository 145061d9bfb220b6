import type { RichTextNode } from '../contracts/index.ts'
import { cells } from './tags.ts'

type Element = Extract<RichTextNode, { type: 'element' }>

const mayBeEmpty: ReadonlySet<string> = new Set(['br', 'hr', ...cells])

const isElement = (node: RichTextNode | undefined, tag: string): node is Element =>
  node?.type === 'element' && node.tag === tag

function getChildren(node: RichTextNode): RichTextNode[] {
  return node.type === 'element' || node.type === 'link' ? node.children : []
}

function contains(nodes: RichTextNode[], wanted: (node: RichTextNode) => boolean): boolean {
  return nodes.some((node) => wanted(node) || contains(getChildren(node), wanted))
}

function unwrapCells(nodes: RichTextNode[]): RichTextNode[] {
  return nodes.flatMap((node): RichTextNode[] => {
    if (node.type !== 'element' || !cells.has(node.tag)) return unwrapCells(getChildren(node))
    return node.children.length > 0 ? [{ type: 'element', tag: 'div', children: node.children }] : []
  })
}

function tidyTable(table: Element): RichTextNode[] {
  // Intercom nests no tables, so a nested one is the layout of an email.
  if (contains(table.children, (node) => isElement(node, 'table'))) return unwrapCells(table.children)
  return contains(table.children, (node) => node.type === 'text' || node.type === 'image') ? [table] : []
}

function tidyNode(node: RichTextNode): RichTextNode[] {
  if (node.type === 'text' || node.type === 'image') return [node]
  const children = tidyNodes(node.children)
  if (node.type === 'link') return children.length > 0 ? [{ ...node, children }] : []
  if (children.length === 0 && !mayBeEmpty.has(node.tag)) return []
  if (node.tag === 'table') return tidyTable({ ...node, children })
  // Screen readers would announce an empty heading for every cell below it.
  if (node.tag === 'th' && children.length === 0) return [{ ...node, tag: 'td' }]
  return [{ ...node, children }]
}

function tidyNodes(nodes: RichTextNode[]): RichTextNode[] {
  const tidied: RichTextNode[] = []
  for (const node of nodes.flatMap(tidyNode)) {
    const last = tidied.at(-1)
    if (node.type === 'text' && last?.type === 'text') tidied[tidied.length - 1] = { type: 'text', text: last.text + node.text }
    else tidied.push(node)
  }
  return tidied
}

/** Removes empty elements, layout tables and outer line breaks, and joins texts. */
export function tidyTree(nodes: RichTextNode[]): RichTextNode[] {
  const tidied = tidyNodes(nodes)
  while (isElement(tidied[0], 'br')) tidied.shift()
  while (isElement(tidied.at(-1), 'br')) tidied.pop()
  return tidied
}
