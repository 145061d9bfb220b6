/** The way to the queue of `events.ts`, which is loaded when there is an event, or a component that will have one. */
import type { EventQueue, TrackOptions } from './event-queue.ts'
import { messenger } from './messenger-store.ts'
import type { EventMetadata } from './types.ts'

// One promise for all, so that events are added in the order in which they were tracked.
let loading: Promise<EventQueue | undefined> | undefined

/**
 * Loads the queue, ahead of the first event.
 *
 * @returns undefined where that failed; the next call tries again
 */
export function loadEvents(): Promise<EventQueue | undefined> {
  loading ??= import('./event-queue.ts').then(
    ({ events }) => events,
    () => (loading = undefined),
  )
  return loading
}

/**
 * Tracks an event, now or as soon as the queue is there; its time is that of this call.
 *
 * @param name in snake_case
 * @param metadata see `event-rules.ts`
 * @param options how it goes
 */
export function trackEvent(name: string, metadata: EventMetadata | undefined, options: TrackOptions): void {
  const at = Date.now()
  void loadEvents().then((events) =>
    events ? events.track(name, metadata, { ...options, at }) : messenger.actions.trackEvent(name, metadata),
  )
}
