import type { LiveEvent } from '../../contracts/index.ts'

/** Entry of the bus. If `event` is `null`, earlier entries may be lost. */
export interface BusEntry {
  /** Position among all entries. */
  id: string
  event: LiveEvent | null
}

/** Result of {@link LiveBus.subscribe}. */
export interface BusSubscription {
  /** Id of the latest entry. Subscribe again with it to miss nothing. */
  id: string
  /** Entries since the given id, in order; `null` if they are no longer known. */
  missed: BusEntry[] | null
  stop: () => void
}

/** Delivers events in one order to every subscriber, and keeps the latest for subscribers that reconnect. */
export interface LiveBus {
  /** Sends an event to every subscriber. If it throws, subscribers get an entry without an event as soon as possible. */
  publish(event: LiveEvent): Promise<void>
  /**
   * Subscribes. No entry is lost or repeated between `missed` and the first call of the listener.
   *
   * @param listener called with each entry; must not throw
   * @param after id of the last known entry
   * @param onDelay called when entries can't arrive, and when they can again
   * @throws Error if the bus can't be reached
   */
  subscribe(
    listener: (entry: BusEntry) => void,
    after?: string,
    onDelay?: (isDelayed: boolean) => void,
  ): Promise<BusSubscription>
  /** Called by `closeIntercom()`. */
  close?(): Promise<void>
}
