/** Finds Tailwind utilities in a file: https://tailwindcss.com/docs/styling-with-utility-classes */
import { getCallee, getName, getPath, type Context, type Node, type NodeOf, type Visitor } from './rule.ts'

/** A utility of a class list: `md:-ml-2!` has the variant `md`, the name `ml-2`, and is negative and important. */
export interface Utility {
  /** Source text. */
  text: string
  /** Variants such as `md`, `dark` or `group-data-[state=open]`. */
  variants: string[]
  /** Name without variants, sign and importance. */
  name: string
}

/** A class list with its utilities. */
export interface ClassList {
  node: Node
  utilities: Utility[]
}

const joiners = new Set(['cn', 'cva', 'clsx', 'twMerge'])

/** Splits at each `:` outside brackets. */
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

/** Parses one class of a class list. */
export function parseUtility(text: string): Utility {
  const parts = splitVariants(text)
  const name = parts.pop() ?? ''
  return { text, variants: parts, name: name.replace(/^!/, '').replace(/!$/, '').replace(/^-/, '') }
}

/** Whether every string of a file counts as a class list. Components also keep class lists in constants. */
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
    if (at.type === 'CallExpression' && joiners.has(getCallee(at.callee) ?? '')) return true
    if (at.type === 'JSXAttribute') return isClassName(getName(at.name))
    if (at.type === 'Property' && isClassName(getName(at.key, at.computed))) return true
  }
  return false
}

/**
 * Visits every class list of a file: in `className`, `cn()` and `cva()`, and any string of a component.
 * @param check called with each class list
 */
export function visitClassLists(context: Context, check: (list: ClassList) => void): Visitor {
  const everyString = isComponent(getPath(context))

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
