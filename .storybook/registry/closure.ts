/** Imports of a copied file. */
import { readFileSync } from 'node:fs'
import { readImports } from '../imports.ts'

/** A file of `src/` that can be copied. */
export interface SourceFile {
  code: string
  /** As they are written: `@/lib/utils`, `swr/infinite`. */
  imports: string[]
}

/** Returns the file that an import means; undefined for a package, or if there is no such file. */
export function findFile(specifier: string, files: ReadonlyMap<string, unknown>): string | undefined {
  if (!specifier.startsWith('@/')) return undefined
  const base = `src/${specifier.slice(2)}`
  return [`${base}.ts`, `${base}.tsx`].find((file) => files.has(file))
}

/** Whether shadcn ships the file, so that an app has it or gets it from there. */
export function isPrimitive(file: string): boolean {
  return file.startsWith('src/components/ui/') || file === 'src/lib/utils.ts'
}

/**
 * Returns every file that some files import, directly or through others, themselves first.
 *
 * @param isOutside whether a file comes from elsewhere, such as another item: it is left out, and so is what it imports
 */
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

/** Reads files from the disk. */
export function readSourceFiles(paths: readonly string[], root: string): Map<string, SourceFile> {
  return new Map(
    paths.map((path) => {
      const code = readFileSync(`${root}/${path}`, 'utf8')
      return [path, { code, imports: readImports(code, path.endsWith('.tsx') ? 'tsx' : 'ts') }]
    }),
  )
}
