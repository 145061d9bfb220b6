import type { BusEntry, LiveBus } from './bus.ts'
import type { LiveEvent } from '../../contracts/index.ts'

/** Creates a bus in memory that keeps the last `kept` entries for pages that reconnect. */
export function createMemoryBus(kept = 1000): LiveBus {
  // Marks ids of this process, so that ids from before a restart are unknown.
  const own = crypto.randomUUID().slice(0, 8)
  const listeners = new Set<(entry: BusEntry) => void>()
  const entries: BusEntry[] = []
  let count = 0

  function getMissed(id: string): BusEntry[] | null {
    const [, process, digits] = /^([0-9a-f]{8})-(\d{1,15})$/.exec(id) ?? []
    const missed = count - Number(digits)
    if (process !== own || missed < 0 || missed > entries.length) return null
    return missed === 0 ? [] : entries.slice(-missed)
  }

  return {
    async publish(event: LiveEvent) {
      const entry = { id: `${own}-${(count += 1)}`, event }
      entries.push(entry)
      if (entries.length > kept) entries.shift()
      for (const listener of listeners) listener(entry)
    },
    async subscribe(listen, after) {
      // Wrapped, so that the same listener can subscribe twice.
      const listener = (entry: BusEntry) => listen(entry)
      listeners.add(listener)
      return {
        id: `${own}-${count}`,
        missed: after === undefined ? [] : getMissed(after),
        stop: () => void listeners.delete(listener),
      }
    },
  }
}
