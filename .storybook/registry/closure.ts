/** What each file of `src/` needs, read from its code by a parser. */
import { readFileSync } from 'node:fs'
import { parseAst } from 'vite'

/** What one file needs. */
export interface Needs {
  /** As they are written, `@/lib/utils` or `swr/infinite`, with where they stand in the code, quotes included. */
  imports: { specifier: string; start: number; end: number }[]
  /** Addresses of the app's own routes that it asks, such as `/api/intercom/conversations/[id]`. */
  routes: string[]
}

interface Node {
  type: string
  start: number
  end: number
  value?: unknown
  source?: Node | null
  name?: string
  expressions?: Node[]
  quasis?: { value: { cooked: string } }[]
}

const API_ROOT = '/api/intercom'

function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) for (const each of value) walk(each, visit)
  else if (value && typeof value === 'object') {
    if ('type' in value) visit(value as Node)
    for (const each of Object.values(value)) if (typeof each === 'object') walk(each, visit)
  }
}

/** `${API_ROOT}/contacts/${id}` asks `/api/intercom/contacts/[id]`; what does not follow a slash is the query. */
function routeOf({ expressions = [], quasis = [] }: Node): string | undefined {
  if (expressions[0]?.name !== 'API_ROOT' || quasis[0]?.value.cooked !== '') return undefined
  let path = API_ROOT
  for (const { value } of quasis.slice(1)) {
    path += value.cooked
    if (!path.endsWith('/')) break
    path += '[id]'
  }
  return path.split('?')[0]
}

/**
 * Reads what a file needs.
 *
 * @param code the file
 * @throws SyntaxError where it is not TypeScript
 */
export function needsOf(code: string): Needs {
  const needs: Needs = { imports: [], routes: [] }
  walk(parseAst(code, { lang: 'tsx' }).body, (node) => {
    if (/Import|Export/.test(node.type) && typeof node.source?.value === 'string') {
      needs.imports.push({ specifier: node.source.value, start: node.source.start, end: node.source.end })
    }
    const { type, value } = node
    if (type === 'Literal' && typeof value === 'string' && value.startsWith('/api/') && value !== API_ROOT) needs.routes.push(value)
    const route = node.type === 'TemplateLiteral' ? routeOf(node) : undefined
    if (route) needs.routes.push(route)
  })
  return needs
}

/**
 * The file that an import means.
 *
 * @returns undefined where it is a package's, or there is no such file
 */
export function fileOf(specifier: string, files: ReadonlyMap<string, unknown>): string | undefined {
  if (!specifier.startsWith('@/')) return undefined
  const base = `src/${specifier.slice(2)}`
  return [`${base}.ts`, `${base}.tsx`].find((file) => files.has(file))
}

/** The package of an import: `swr/infinite` is of `swr`. */
export function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
}

/** Every file that some files reach through imports, themselves among them; shadcn's own are not entered. */
export function reach(from: readonly string[], files: ReadonlyMap<string, Needs>): Set<string> {
  const found = new Set(from)
  for (const file of found) {
    for (const { specifier } of files.get(file)?.imports ?? []) {
      const next = fileOf(specifier, files)
      if (next && !isShadcns(next)) found.add(next)
    }
  }
  return found
}

/** Whether shadcn ships the file, so that the app has it or gets it from there. */
export function isShadcns(file: string): boolean {
  return file.startsWith('src/components/ui/') || file === 'src/lib/utils.ts'
}

/** Reads files from the disk. */
export function readNeeds(paths: readonly string[], root: string): Map<string, Needs & { code: string }> {
  return new Map(
    paths.map((path) => {
      const code = readFileSync(`${root}/${path}`, 'utf8')
      return [path, { code, ...needsOf(code) }]
    }),
  )
}
