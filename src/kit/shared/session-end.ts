/** Everything that the kit keeps in the tab's `sessionStorage` has a key that begins with this. */
export const STORAGE_PREFIX = 'intercom-kit:'

const listeners = new Set<() => void>()

/**
 * Registers what forgets the data of the person who signs out.
 *
 * @returns unregisters it
 */
export function onSessionEnd(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Forgets what the kit kept for the person who signs out, also by parts of it that this page has not loaded. */
export function endSession(): void {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(STORAGE_PREFIX)) sessionStorage.removeItem(key)
  } catch {
    // A browser that keeps nothing.
  }
  for (const listener of listeners) listener()
}
