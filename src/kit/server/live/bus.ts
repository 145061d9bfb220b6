import type { LiveEvent } from '../../contracts/index.ts'

/** An entry of the bus. If `event` is null, entries before it may have been lost. */
export interface BusEntry {
  /** Its position in the order of all entries. */
  id: string
  event: LiveEvent | null
}

/** Returned by {@link LiveBus.subscribe}. */
export interface BusSubscription {
  /** The id of the latest entry, to subscribe again without missing what follows it. */
  id: string
  /** Entries between the given id and now, in order; null if they are no longer known. */
  missed: BusEntry[] | null
  /** Ends the subscription. */
  stop: () => void
}

/** Delivers events in one order to every subscriber, and keeps the latest for subscribers that reconnect. */
export interface LiveBus {
  /**
   * Sends an event to every subscriber.
   *
   * @throws Error if it was not sent; subscribers then get an entry without an event as soon as possible
   */
  publish(event: LiveEvent): Promise<void>
  /**
   * Subscribes. Between `missed` and the first call of the listener, no entry is lost or repeated.
   *
   * @param listener called with each entry; it must not throw
   * @param after the id of the last known entry; without it, nothing is missed
   * @param onDelay called when entries can no longer arrive, and when they can again
   * @throws Error if the bus can't be reached
   */
  subscribe(
    listener: (entry: BusEntry) => void,
    after?: string,
    onDelay?: (isDelayed: boolean) => void,
  ): Promise<BusSubscription>
  /** Called by `closeIntercom()` when the process ends. */
  close?(): Promise<void>
}
