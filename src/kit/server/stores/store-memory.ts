import type { Store } from './store.ts'

interface MemoryLimits {
  entries: number
  characters: number
}

interface Entry {
  value: string
  expires: number
}

/** Keys of one owner, oldest first. */
interface Group {
  entries: Map<string, Entry>
  characters: number
}

interface Kind {
  groups: Map<string, Group>
  entries: number
  characters: number
}

/** Keys are `kind:owner:rest` or `kind:rest`. A full kind drops keys of its largest owner, so no user can evict others. */
export function createMemoryStore(limits: MemoryLimits = { entries: 20_000, characters: 32_000_000 }): Store {
  const kinds = new Map<string, Kind>()

  function find(key: string): { kind: Kind; name: string; group: Group | undefined } {
    const parts = key.split(':')
    const kindName = parts.length > 1 ? parts[0]! : ''
    const name = parts.length > 2 ? parts[1]! : ''
    const kind = kinds.get(kindName) ?? { groups: new Map(), entries: 0, characters: 0 }
    kinds.set(kindName, kind)
    return { kind, name, group: kind.groups.get(name) }
  }

  function remove(kind: Kind, name: string, key: string): void {
    const group = kind.groups.get(name)
    const entry = group?.entries.get(key)
    if (!group || !entry) return
    group.entries.delete(key)
    group.characters -= entry.value.length
    kind.entries -= 1
    kind.characters -= entry.value.length
    if (group.entries.size === 0) kind.groups.delete(name)
  }

  function read(key: string): Entry | undefined {
    const { kind, name, group } = find(key)
    const entry = group?.entries.get(key)
    if (!entry || entry.expires > Date.now()) return entry
    remove(kind, name, key)
    return undefined
  }

  const isFull = (kind: Kind) => kind.entries > limits.entries || kind.characters > limits.characters

  function makeRoom(kind: Kind): void {
    const now = Date.now()
    for (const [name, { entries }] of kind.groups) {
      for (const [key, { expires }] of entries) if (expires <= now) remove(kind, name, key)
    }
    while (isFull(kind)) {
      const size = kind.entries > limits.entries ? (group: Group) => group.entries.size : (group: Group) => group.characters
      const [name, { entries }] = [...kind.groups].reduce((most, one) => (size(one[1]) > size(most[1]) ? one : most))
      remove(kind, name, entries.keys().next().value!)
    }
  }

  function write(key: string, value: string, expires: number): void {
    const { kind, name } = find(key)
    remove(kind, name, key)
    const group = kind.groups.get(name) ?? { entries: new Map(), characters: 0 }
    kind.groups.set(name, group)
    group.entries.set(key, { value, expires })
    group.characters += value.length
    kind.entries += 1
    kind.characters += value.length
    if (isFull(kind)) makeRoom(kind)
  }

  const inSeconds = (seconds: number) => Date.now() + seconds * 1000

  return {
    async get(key) {
      return read(key)?.value ?? null
    },
    async set(key, value, ttlSeconds) {
      write(key, value, inSeconds(ttlSeconds))
    },
    async setIfAbsent(key, value, ttlSeconds) {
      if (read(key)) return false
      write(key, value, inSeconds(ttlSeconds))
      return true
    },
    async increment(key, ttlSeconds) {
      const entry = read(key)
      const count = Number(entry?.value ?? 0) + 1
      write(key, String(count), entry?.expires ?? inSeconds(ttlSeconds))
      return count
    },
    async delete(key) {
      const { kind, name } = find(key)
      remove(kind, name, key)
    },
  }
}
