/**
 * Finds the Tailwind utilities in a file: https://tailwindcss.com/docs/styling-with-utility-classes
 */
import { calleeOf, nameOf, pathOf, type Context, type Node, type NodeOf, type Visitor } from './rule.ts'

/** One utility of a class list: `md:-ml-2!` has the variant `md`, the name `ml-2`, and is negative and important. */
export interface Utility {
  /** As it is written. */
  text: string
  /** What stands before it, as `md`, `dark` or `group-data-[state=open]`. */
  variants: string[]
  /** Without variants, sign and importance. */
  name: string
}

/** Where a class list stands, and the utilities in it. */
export interface ClassList {
  node: Node
  utilities: Utility[]
}

const joiners = new Set(['cn', 'cva', 'clsx', 'twMerge'])

/** Cuts at each `:` that stands outside brackets. */
function splitVariants(text: string): string[] {
  const parts = ['']
  let depth = 0
  for (const character of text) {
    if (character === '[' || character === '(') depth++
    if (character === ']' || character === ')') depth--
    if (character === ':' && depth === 0) parts.push('')
    else parts[parts.length - 1] += character
  }
  return parts
}

/** Reads one class of a class list. */
export function parseUtility(text: string): Utility {
  const parts = splitVariants(text)
  const name = parts.pop() ?? ''
  return { text, variants: parts, name: name.replace(/^!/, '').replace(/!$/, '').replace(/^-/, '') }
}

/** In the components a class list may also wait in a constant, so there every string counts as one. */
function isComponent(path: string): boolean {
  return path.startsWith('src/components/')
}

function isModuleName({ parent }: NodeOf<'Literal'>): boolean {
  return (
    parent.type === 'ImportDeclaration' ||
    parent.type === 'ExportNamedDeclaration' ||
    parent.type === 'ExportAllDeclaration' ||
    parent.type === 'ImportExpression'
  )
}

function isClassName(name: string | undefined): boolean {
  return name !== undefined && /^class(?:Name)?$|ClassName$/.test(name)
}

function isInClassList(node: Node): boolean {
  for (let at: Node | null = node.parent; at; at = at.parent) {
    if (at.type === 'CallExpression' && joiners.has(calleeOf(at.callee) ?? '')) return true
    if (at.type === 'JSXAttribute') return isClassName(nameOf(at.name))
    if (at.type === 'Property' && isClassName(nameOf(at.key, at.computed))) return true
  }
  return false
}

/**
 * A visitor that looks at every class list of a file: in `className`, in `cn()` and `cva()`, and in any string of a
 * component.
 *
 * @param context of the rule
 * @param check is given each class list
 */
export function classLists(context: Context, check: (list: ClassList) => void): Visitor {
  const everyString = isComponent(pathOf(context))

  function look(node: Node, text: string): void {
    if (!everyString && !isInClassList(node)) return
    const utilities = text.split(/\s+/).filter(Boolean).map(parseUtility)
    if (utilities.length > 0) check({ node, utilities })
  }

  return {
    Literal(node) {
      if (typeof node.value === 'string' && !isModuleName(node)) look(node, node.value)
    },
    TemplateElement(node) {
      look(node, node.value.cooked ?? node.value.raw)
    },
  }
}
