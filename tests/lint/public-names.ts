import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

const cache = new Map<string, Map<string, Set<string>>>()

/**
 * Reads the names that the package exports, by file. `*` means every export of the file.
 *
 * @param root folder of the project; its `package.json` lists the entries
 */
export function readPublicNames(root: string): Map<string, Set<string>> {
  const cached = cache.get(root)
  if (cached) return cached
  const files = new Map<string, Set<string>>()
  const add = (file: string, name: string) => files.set(file, (files.get(file) ?? new Set()).add(name))

  function readEntry(file: string) {
    add(file, '*')
    if (!existsSync(join(root, file))) return
    const code = readFileSync(join(root, file), 'utf8')
    for (const [, names, from] of code.matchAll(/^export (?:type )?(\*|\{[^}]*\}) from '(\.[^']*)'/gm)) {
      const target = posix.join(posix.dirname(file), from!)
      if (names === '*') readEntry(target)
      else for (const [, name] of names!.matchAll(/(\w+)(?: as \w+)?\s*[,}]/g)) add(target, name!)
    }
  }

  const { exports = {} } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { exports?: Record<string, string | { source?: string }> }
  for (const entry of Object.values(exports)) {
    const source = typeof entry === 'string' ? undefined : entry.source
    if (source && !source.includes('*')) readEntry(posix.normalize(source))
  }
  cache.set(root, files)
  return files
}
