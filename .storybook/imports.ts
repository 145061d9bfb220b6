/** Reads the modules that a file names. */
import { parseAst } from 'vite'

interface Node {
  type?: string
  source?: { value?: unknown } | null
}

/**
 * Reads every module that a file names: imports, re-exports, `import()` and `import('x').Y`.
 *
 * @param code the file
 * @param lang its language; `dts` for a declaration file
 * @throws SyntaxError if the file can't be parsed
 */
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

/** Returns the package of an import: `swr` for `swr/infinite`; undefined for a file or an alias of the app. */
export function getPackage(specifier: string): string | undefined {
  if (/^(?:[./]|@\/|node:)/.test(specifier)) return undefined
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
}
