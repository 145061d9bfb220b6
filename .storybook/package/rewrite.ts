/** Turns the imports of compiled files into relative ones that Node and every bundler understand. */
import { posix } from 'node:path'
import { parseAst } from 'vite'

/** Where a module's name stands in a file. */
interface Found {
  specifier: string
  start: number
  end: number
}

/** What the package has in place of a file that an app would edit. */
const editions = new Map([
  ['src/lib/intercom/authorize', '.storybook/package/authorize'],
  ['src/lib/intercom/webhook-handlers', '.storybook/package/webhook-handlers'],
])

const places: [from: RegExp, to: string][] = [
  [/^\.storybook\/package\//, 'server/'],
  [/^\.cache\/package\/entries\//, ''],
  [/^src\//, ''],
]

/** Where a compiled file goes in the package: `src/hooks/x` to `hooks/x`. */
export function placeOf(file: string): string {
  return places.reduce((path, [from, to]) => path.replace(from, to), file)
}

/** Every module that compiled code or a declaration file names: imports, exports, `import()` and `import('x').Y`. */
export function specifiersOf(code: string, isDeclaration: boolean): Found[] {
  const found: Found[] = []
  const visit = (value: unknown): void => {
    if (!value || typeof value !== 'object') return
    const node = value as { type?: string; source?: unknown }
    const source = node.source as { value?: unknown; start: number; end: number } | null | undefined
    if (/Import|Export/.test(node.type ?? '') && typeof source?.value === 'string') {
      found.push({ specifier: source.value, start: source.start, end: source.end })
    }
    for (const each of Object.values(value)) if (typeof each === 'object') visit(each)
  }
  visit(parseAst(code, { lang: isDeclaration ? 'dts' : 'js' }).body)
  return found
}

/** The source that a specifier means, without its extension; undefined for a package. */
function meant(specifier: string, file: string): string | undefined {
  const bare = specifier.replace(/\.(?:js|tsx?)$/, '')
  if (bare.startsWith('@/')) return editions.get(`src/${bare.slice(2)}`) ?? `src/${bare.slice(2)}`
  return bare.startsWith('.') ? posix.join(posix.dirname(file), bare) : undefined
}

/**
 * Rewrites the imports of one compiled file.
 *
 * @param code compiled by tsc
 * @param file its path from the project's root, such as `src/hooks/use-help.d.ts`
 */
export function rewriteImports(code: string, file: string): string {
  let text = code
  const from = posix.dirname(placeOf(file))
  const found = specifiersOf(code, file.endsWith('.d.ts'))
  for (const { specifier, start, end } of found.sort((a, b) => b.start - a.start)) {
    const target = meant(specifier, file)
    if (target === undefined) continue
    const path = posix.relative(from, placeOf(target))
    text = `${text.slice(0, start)}'${path.startsWith('.') ? path : `./${path}`}.js'${text.slice(end)}`
  }
  return text
}
