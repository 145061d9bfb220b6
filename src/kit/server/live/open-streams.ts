import { closeStore } from '../stores/kv-store.ts'
import { closeBus } from './live-bus.ts'

/** Milliseconds over which pages reconnect when an instance ends, so that they don't all ask another one at once. */
const SPREAD = { from: 1000, to: 5000 }

type End = (retryMilliseconds: number) => void

interface OpenStreams {
  ends: Set<End>
  isWatching: boolean
}

// Next.js can load a module once for each route: what they share is kept in the global symbol registry.
const place = Symbol.for('intercom-kit.streams')
const shared = globalThis as unknown as Record<symbol, OpenStreams | undefined>
const open = (shared[place] ??= { ends: new Set(), isWatching: false })

function endStreams(): void {
  for (const end of open.ends) end(Math.round(SPREAD.from + Math.random() * (SPREAD.to - SPREAD.from)))
}

/** Ends streams on SIGTERM: a server waits for its open connections before it exits. */
function watchSigterm(): void {
  const { process } = globalThis as { process?: Partial<NodeJS.Process> }
  if (open.isWatching || !process?.once) return
  open.isWatching = true
  process.once('SIGTERM', () => {
    open.isWatching = false
    endStreams()
    // A process with a listener no longer ends by itself.
    if (process.listenerCount?.('SIGTERM') === 0) setTimeout(() => process.kill?.(process.pid!, 'SIGTERM'), 100)
  })
}

/**
 * Registers an open stream.
 *
 * @param end sends the milliseconds after which the page reconnects, and closes the stream
 * @returns removes it
 */
export function registerStream(end: End): () => void {
  watchSigterm()
  open.ends.add(end)
  return () => void open.ends.delete(end)
}

/**
 * Ends every live stream, with a hint when to reconnect, and closes the store, the bus and the connection to Redis. Call
 * it before the process ends. On SIGTERM streams end by themselves.
 */
export async function closeIntercom(): Promise<void> {
  endStreams()
  await Promise.all([closeStore(), closeBus()])
}
