/** A store in the memory of this process. */
import type { Store } from './store.ts'

/** How much a memory store holds before it forgets the oldest. */
export interface MemoryLimits {
  /** Keys. */
  entries: number
  /** Characters of all values together. */
  characters: number
}

interface Entry {
  value: string
  /** In milliseconds since 1970. */
  expires: number
}

/**
 * Makes a store that keeps everything in this process, and forgets the oldest where there is too much.
 *
 * @param limits by default 20,000 keys and 32 million characters
 */
export function createMemoryStore({ entries, characters }: MemoryLimits = {
  entries: 20_000,
  characters: 32_000_000,
}): Store {
  // A Map remembers in which order its keys came.
  const kept = new Map<string, Entry>()
  let size = 0

  function forget(key: string): void {
    size -= kept.get(key)?.value.length ?? 0
    kept.delete(key)
  }

  function read(key: string): Entry | undefined {
    const entry = kept.get(key)
    if (!entry || entry.expires > Date.now()) return entry
    forget(key)
    return undefined
  }

  function makeRoom(): void {
    const now = Date.now()
    for (const [key, entry] of kept) if (entry.expires <= now) forget(key)
    for (const key of kept.keys()) {
      if (kept.size < entries && size <= characters) return
      forget(key)
    }
  }

  function write(key: string, value: string, expires: number): void {
    forget(key)
    size += value.length
    if (kept.size >= entries || size > characters) makeRoom()
    kept.set(key, { value, expires })
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
      forget(key)
    },
  }
}
