/** What the two halves of the Messenger know of each other: the store, which is always there, and the engine. */
import type { BlockedReason, IntercomCallbacks, IntercomState, MessengerOptions } from './types.ts'

/** More calls than this are not kept for a Messenger that may never come. */
export const MAX_WAITING_CALLS = 500

/** What the app says: a call by its name, or `options`: what the provider says now, undefined where there is none. */
export type Entry = [what: string, ...args: unknown[]]

/** What the engine finds of the page. */
export interface Page {
  getState: () => IntercomState
  set: (state: Partial<IntercomState>) => void
  /** The options of the provider, those of the latest render. */
  getOptions: () => MessengerOptions
  /** Calls the callbacks of the app. */
  emit: (name: keyof IntercomCallbacks, value: number) => void
  /** Gets the Messenger going. */
  start: () => void
  /** The Messenger did not come. */
  block: (reason: BlockedReason, detail?: unknown) => void
}

/** What the store needs of the engine. */
export interface Engine {
  /** Hears what the app says; gives what the call gives. */
  tell: (entry: Entry) => unknown
  /** Brings the script and opens the session, as far as that is not done. */
  start: () => void
}
