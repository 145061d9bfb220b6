/** Drops data that the kit keeps in the browser when the user changes. `session-end.ts` compares users. */

/** Prefix of the kit's keys in `sessionStorage`. */
export const STORAGE_PREFIX = 'intercom-kit:'

const listeners = new Set<(isOtherTab: boolean) => void>()
let session = 0

/** Returns a number that changes when a session ends. Compare it after each `await`, before using the result. */
export function getSession(): number {
  return session
}

/** Adds an item to a set, and returns a function that removes it. */
export function addTo<Item>(set: Set<Item>, item: Item): () => void {
  set.add(item)
  return () => set.delete(item)
}

/** Adds a listener that drops the user's data, and returns a function that removes the listener. */
export function onSessionEnd(listener: (isOtherTab: boolean) => void): () => void {
  return addTo(listeners, listener)
}

/** Drops the user's data of this page. */
export function forgetUser(isOtherTab: boolean): void {
  session++
  for (const listener of listeners) listener(isOtherTab)
}
