/** Reads components and props from source code, with their docstrings. */
import { parseAst } from 'vite'

export interface Prop {
  name: string
  isRequired: boolean
  type: string
  /** Docstring on one line. */
  text: string
}

export interface Documented {
  name: string
  text: string
  props: Prop[]
  /** Element whose native props the component accepts, such as `section`. */
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

interface Shape {
  props: Prop[]
  /** Base types, such as `React.ComponentProps<'section'>`. */
  from: string[]
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

function readDocstring(code: string, start: number): string {
  const before = code.slice(0, start).replace(/\s*(?:export\s+)?$/, '')
  if (!before.endsWith('*/')) return ''
  const comment = before.slice(before.lastIndexOf('/*'))
  return comment.startsWith('/**') ? oneLine(comment.slice(3, -2).replace(/^\s*\* ?/gm, ' ').replace(/\{@link (\w+)\}/g, '$1')) : ''
}

function readProps(code: string, members: readonly Node[]): Prop[] {
  return members.flatMap((member): Prop[] => {
    const name = member.key?.name ?? member.key?.value
    if (!name || (member.type !== 'TSPropertySignature' && member.type !== 'TSMethodSignature')) return []
    const annotation = member.typeAnnotation
    const type = annotation ? oneLine(code.slice(annotation.start, annotation.end)).replace(/^:\s*/, '') : 'function'
    return [{ name, isRequired: !member.optional, type, text: readDocstring(code, member.start) }]
  })
}

/** Parses a file. Only code without JSX may have `<T>(value: T) => …`. */
const parse = (code: string) => parseAst(code, { lang: /<\/|\/>/.test(code) ? 'tsx' : 'ts' })

/** Reads all shapes of some files, by name. */
export function readShapes(codes: Iterable<string>): Map<string, Shape> {
  const shapes = new Map<string, Shape>()
  for (const code of codes) {
    const read = (node: Node | undefined | null): void => {
      if (node?.type === 'ExportNamedDeclaration') return read(node.declaration)
      if (node?.type === 'TSInterfaceDeclaration') {
        const from = (node.extends ?? []).map(({ start, end }) => code.slice(start, end))
        shapes.set(node.id!.name, { props: readProps(code, node.body?.body ?? []), from })
      }
      if (node?.type === 'TSTypeAliasDeclaration' && node.typeAnnotation) {
        const parts = node.typeAnnotation.types ?? [node.typeAnnotation]
        const own = parts.flatMap((part) => (part.type === 'TSTypeLiteral' ? readProps(code, part.members ?? []) : []))
        const from = parts.filter(({ type }) => type === 'TSTypeReference').map(({ start, end }) => code.slice(start, end))
        shapes.set(node.id!.name, { props: own, from })
      }
    }
    for (const node of parse(code).body as unknown as Node[]) read(node)
  }
  return shapes
}

function collectProps(name: string, shapes: ReadonlyMap<string, Shape>): Prop[] {
  const shape = shapes.get(name)
  if (!shape) return []
  const inherited = shape.from.flatMap((from) => collectProps(/^(?:Omit<)?(\w+)/.exec(from)?.[1] ?? '', shapes))
  return [...new Map([...inherited, ...shape.props].map((prop) => [prop.name, prop])).values()]
}

function findRoot(name: string, shapes: ReadonlyMap<string, Shape>): string | undefined {
  for (const from of shapes.get(name)?.from ?? []) {
    const found = /ComponentProps<'(\w+)'>/.exec(from)?.[1] ?? findRoot(/^(?:Omit<)?(\w+)/.exec(from)?.[1] ?? '', shapes)
    if (found) return found
  }
  return undefined
}

/** Returns the first sentence of a docstring, or an empty string. */
export function readSummary(code: string, name: string): string {
  const found = new RegExp(`^(?:export )?(?:async )?(?:function|const) ${name}\\b`, 'm').exec(code)
  return found ? (/^.*?[.:](?=\s|$)/.exec(readDocstring(code, found.index)) ?? [''])[0].replace(/:$/, '.') : ''
}

/** Reads the exported components of a file, with props from its own and other shapes. */
export function readComponents(code: string, otherShapes: ReadonlyMap<string, Shape>): Documented[] {
  // Shapes in the file itself take precedence.
  const shapes = new Map([...otherShapes, ...readShapes([code])])
  const body = parse(code).body as unknown as Node[]
  const exported = new Set(body.flatMap((node) => [
    ...(node.type === 'ExportNamedDeclaration' ? (node.specifiers ?? []).map(({ local }) => local.name) : []),
    node.type === 'ExportNamedDeclaration' ? node.declaration?.id?.name : undefined,
  ]))
  return body.flatMap((node) => {
    const declaration = node.type === 'ExportNamedDeclaration' ? node.declaration : node
    const name = declaration?.id?.name
    if (declaration?.type !== 'FunctionDeclaration' || !name || !/^[A-Z]/.test(name) || !exported.has(name)) return []
    const type = `${name}Props`
    return [{ name, text: readDocstring(code, declaration.start), props: collectProps(type, shapes), root: findRoot(type, shapes) }]
  })
}
