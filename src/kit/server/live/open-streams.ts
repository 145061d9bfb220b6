import { closeStore } from '../stores/kv-store.ts'
import { closeBus } from './live-bus.ts'

/** Milliseconds over which pages reconnect when an instance ends, to spread the load. */
const SPREAD = { from: 1000, to: 5000 }

type End = (retryMilliseconds: number) => void

interface OpenStreams {
  ends: Set<End>
  isWatching: boolean
}

// Shared by all routes, each of which may load this module.
const place = Symbol.for('intercom-kit.streams')
const shared = globalThis as unknown as Record<symbol, OpenStreams | undefined>
const open = (shared[place] ??= { ends: new Set(), isWatching: false })

function endStreams(): void {
  for (const end of open.ends) end(Math.round(SPREAD.from + Math.random() * (SPREAD.to - SPREAD.from)))
}

/** Ends streams on SIGTERM, because a server waits for open connections before it exits. */
function watchSigterm(): void {
  const { process } = globalThis as { process?: Partial<NodeJS.Process> }
  if (open.isWatching || !process?.once) return
  open.isWatching = true
  process.once('SIGTERM', () => {
    open.isWatching = false
    endStreams()
    // A process with a SIGTERM listener doesn't exit by itself.
    if (process.listenerCount?.('SIGTERM') === 0) setTimeout(() => process.kill?.(process.pid!, 'SIGTERM'), 100)
  })
}

/** Registers a stream. Returns a function that removes it. */
export function registerStream(end: End): () => void {
  watchSigterm()
  open.ends.add(end)
  return () => void open.ends.delete(end)
}

/** Ends every live stream and closes the store, the bus and Redis. Call it before the process ends. */
export async function closeIntercom(): Promise<void> {
  endStreams()
  await Promise.all([closeStore(), closeBus()])
}
