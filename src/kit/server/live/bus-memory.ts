/** A bus in the memory of this process. */
import type { BusEntry, LiveBus } from './bus.ts'
import type { LiveEvent } from '../../contracts/index.ts'

/**
 * Makes a bus within this process.
 *
 * @param kept how many entries it keeps for those who were away; by default 1,000
 */
export function createMemoryBus(kept = 1000): LiveBus {
  // The ids of another process, or of this one before it was started again, mean nothing here.
  const own = crypto.randomUUID().slice(0, 8)
  const listeners = new Set<(entry: BusEntry) => void>()
  const entries: BusEntry[] = []
  let count = 0

  function since(id: string): BusEntry[] | null {
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
      // Another function each time, so that one listener may listen twice.
      const listener = (entry: BusEntry) => listen(entry)
      listeners.add(listener)
      return {
        id: `${own}-${count}`,
        missed: after === undefined ? [] : since(after),
        stop: () => void listeners.delete(listener),
      }
    },
  }
}
