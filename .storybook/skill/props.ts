/** The props of components, with what their docstrings say: the words that the prop tables of the docs show. */
import { parseAst } from 'vite'

/** A prop. */
export interface Prop {
  name: string
  isRequired: boolean
  /** As it is written in the code, on one line. */
  type: string
  /** What its docstring says, on one line. */
  text: string
}

/** A component, as its file exports it. */
export interface Documented {
  name: string
  text: string
  props: Prop[]
  /** The element whose native props it takes, such as `section`. */
  root: string | undefined
}

interface Node {
  type: string
  start: number
  end: number
  id?: { name: string }
  key?: { name?: string; value?: string }
  optional?: boolean
  body?: { body: Node[] }
  extends?: { start: number; end: number }[]
  typeAnnotation?: Node
  members?: Node[]
  types?: Node[]
  declaration?: Node | null
  specifiers?: { local: { name?: string } }[]
}

/** An interface, or a type that is written as an object. */
interface Shape {
  props: Prop[]
  /** What it is made of beside its own: `React.ComponentProps<'section'>`, `ThreadImages`. */
  from: string[]
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** The docstring that ends where something begins. */
function docstringBefore(code: string, start: number): string {
  const before = code.slice(0, start).replace(/\s*(?:export\s+)?$/, '')
  if (!before.endsWith('*/')) return ''
  const comment = before.slice(before.lastIndexOf('/*'))
  return comment.startsWith('/**') ? oneLine(comment.slice(3, -2).replace(/^\s*\* ?/gm, ' ').replace(/\{@link (\w+)\}/g, '$1')) : ''
}

function propsOf(code: string, members: readonly Node[]): Prop[] {
  return members.flatMap((member): Prop[] => {
    const name = member.key?.name ?? member.key?.value
    if (!name || (member.type !== 'TSPropertySignature' && member.type !== 'TSMethodSignature')) return []
    const annotation = member.typeAnnotation
    const type = annotation ? oneLine(code.slice(annotation.start, annotation.end)).replace(/^:\s*/, '') : 'function'
    return [{ name, isRequired: !member.optional, type, text: docstringBefore(code, member.start) }]
  })
}

/** Every shape of some files, by name. */
export function shapesOf(codes: Iterable<string>): Map<string, Shape> {
  const shapes = new Map<string, Shape>()
  for (const code of codes) {
    const read = (node: Node | undefined | null): void => {
      if (node?.type === 'ExportNamedDeclaration') return read(node.declaration)
      if (node?.type === 'TSInterfaceDeclaration') {
        const from = (node.extends ?? []).map(({ start, end }) => code.slice(start, end))
        shapes.set(node.id!.name, { props: propsOf(code, node.body?.body ?? []), from })
      }
      if (node?.type === 'TSTypeAliasDeclaration' && node.typeAnnotation) {
        const parts = node.typeAnnotation.types ?? [node.typeAnnotation]
        const own = parts.flatMap((part) => (part.type === 'TSTypeLiteral' ? propsOf(code, part.members ?? []) : []))
        const from = parts.filter(({ type }) => type === 'TSTypeReference').map(({ start, end }) => code.slice(start, end))
        shapes.set(node.id!.name, { props: own, from })
      }
    }
    for (const node of parseAst(code, { lang: 'tsx' }).body as unknown as Node[]) read(node)
  }
  return shapes
}

function allProps(name: string, shapes: ReadonlyMap<string, Shape>): Prop[] {
  const shape = shapes.get(name)
  if (!shape) return []
  const inherited = shape.from.flatMap((from) => allProps(/^(?:Omit<)?(\w+)/.exec(from)?.[1] ?? '', shapes))
  return [...new Map([...inherited, ...shape.props].map((prop) => [prop.name, prop])).values()]
}

function rootOf(name: string, shapes: ReadonlyMap<string, Shape>): string | undefined {
  for (const from of shapes.get(name)?.from ?? []) {
    const found = /ComponentProps<'(\w+)'>/.exec(from)?.[1] ?? rootOf(/^(?:Omit<)?(\w+)/.exec(from)?.[1] ?? '', shapes)
    if (found) return found
  }
  return undefined
}

/** The first sentence of the docstring of a function or a constant; empty if it has none. */
export function docstringOf(code: string, name: string): string {
  const found = new RegExp(`^(?:export )?(?:async )?(?:function|const) ${name}\\b`, 'm').exec(code)
  return found ? (/^.*?[.:](?=\s|$)/.exec(docstringBefore(code, found.index)) ?? [''])[0].replace(/:$/, '.') : ''
}

/**
 * Reads the components of a file: each function that it exports under a name with a capital.
 *
 * @param code the file
 * @param otherShapes every shape of other files that its props may be made of
 */
export function componentsOf(code: string, otherShapes: ReadonlyMap<string, Shape>): Documented[] {
  // Two files may each have a private shape of one name: a file means its own.
  const shapes = new Map([...otherShapes, ...shapesOf([code])])
  const body = parseAst(code, { lang: 'tsx' }).body as unknown as Node[]
  const exported = new Set(body.flatMap((node) => [
    ...(node.type === 'ExportNamedDeclaration' ? (node.specifiers ?? []).map(({ local }) => local.name) : []),
    node.type === 'ExportNamedDeclaration' ? node.declaration?.id?.name : undefined,
  ]))
  return body.flatMap((node) => {
    const declaration = node.type === 'ExportNamedDeclaration' ? node.declaration : node
    const name = declaration?.id?.name
    if (declaration?.type !== 'FunctionDeclaration' || !name || !/^[A-Z]/.test(name) || !exported.has(name)) return []
    const type = `${name}Props`
    return [{ name, text: docstringBefore(code, declaration.start), props: allProps(type, shapes), root: rootOf(type, shapes) }]
  })
}
