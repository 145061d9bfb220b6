import { readFileSync } from 'node:fs'
import { readImports } from '../imports.ts'

export interface SourceFile {
  code: string
  /** Module specifiers, such as `@/lib/utils` and `swr/infinite`. */
  imports: string[]
}

/** Resolves an alias import to a file. Returns `undefined` for packages and unknown files. */
export function findFile(specifier: string, files: ReadonlyMap<string, unknown>): string | undefined {
  if (!specifier.startsWith('@/')) return undefined
  const base = `src/${specifier.slice(2)}`
  return [`${base}.ts`, `${base}.tsx`].find((file) => files.has(file))
}

/** Whether shadcn/ui provides the file. */
export function isPrimitive(file: string): boolean {
  return file.startsWith('src/components/ui/') || file === 'src/lib/utils.ts'
}

/** Returns the given files and everything they import, except files that belong elsewhere. */
export function findClosure(
  from: readonly string[], files: ReadonlyMap<string, SourceFile>, isOutside: (file: string) => boolean,
): Set<string> {
  const found = new Set(from)
  for (const file of found) {
    for (const specifier of files.get(file)?.imports ?? []) {
      const next = findFile(specifier, files)
      if (next && !isOutside(next)) found.add(next)
    }
  }
  return found
}

export function readSourceFiles(paths: readonly string[], root: string): Map<string, SourceFile> {
  return new Map(
    paths.map((path) => {
      const code = readFileSync(`${root}/${path}`, 'utf8')
      return [path, { code, imports: readImports(code, path.endsWith('.tsx') ? 'tsx' : 'ts') }]
    }),
  )
}
