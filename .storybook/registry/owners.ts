/** Which item each file belongs to: exactly one, so that nothing is shipped twice. */
import { reach, type Needs } from './closure.ts'
import { sharedRows } from './items.ts'

/** What a file starts from, by the item's name. */
export type Entries = ReadonlyMap<string, readonly string[]>

/**
 * Gives each file an owner: the item that starts from it; else the one that reaches it; of several the one that all
 * others reach; else one of the two shared items.
 *
 * @param server the items that run on the server alone
 * @returns items by file; a file that no item reaches is not there
 */
export function ownersOf(entries: Entries, files: ReadonlyMap<string, Needs>, server: ReadonlySet<string>): Map<string, string> {
  const reached = new Map([...entries].map(([name, from]) => [name, reach(from, files)]))
  const depends = (item: string, on: string) => item === on || (entries.get(on) ?? []).some((file) => reached.get(item)?.has(file))
  const owners = new Map<string, string>()
  for (const file of files.keys()) {
    const items = [...entries.keys()].filter((name) => reached.get(name)?.has(file))
    const entry = items.find((name) => entries.get(name)?.includes(file))
    const owner = entry ?? items.find((candidate) => items.every((item) => depends(item, candidate)))
    if (owner) owners.set(file, owner)
    else if (items.length > 0) owners.set(file, sharedRows[items.every((item) => server.has(item)) ? 'server' : 'core'].name)
  }
  return owners
}
