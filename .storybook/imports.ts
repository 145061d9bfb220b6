import { parseAst } from 'vite'

interface Node {
  type?: string
  source?: { value?: unknown } | null
}

/** Reads the module specifiers of a file, including re-exports, `import()` and `import('x').Y`. */
export function readImports(code: string, lang: 'ts' | 'tsx' | 'js' | 'dts'): string[] {
  const found: string[] = []
  const visit = (value: unknown): void => {
    if (!value || typeof value !== 'object') return
    const { type, source } = value as Node
    if (/Import|Export/.test(type ?? '') && typeof source?.value === 'string') found.push(source.value)
    for (const each of Object.values(value)) if (typeof each === 'object') visit(each)
  }
  visit(parseAst(code, { lang }).body)
  return found
}

/** Returns the package of a specifier, such as `swr` for `swr/infinite`. Returns `undefined` for a path or an alias. */
export function getPackage(specifier: string): string | undefined {
  if (/^(?:[./]|@\/|node:)/.test(specifier)) return undefined
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
}
