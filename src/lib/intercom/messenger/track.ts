/** The way to the queue of `events.ts`, which is loaded when there is an event, or a component that will have one. */
import type { TrackOptions } from '@/lib/intercom/messenger/events'
import { messenger } from '@/lib/intercom/messenger/store'
import type { EventMetadata } from '@/lib/intercom/messenger/types'

/** Loads the queue, so that it is there when it is needed. A failure is no news: the next event tries again. */
export async function preloadEvents(): Promise<void> {
  await import('@/lib/intercom/messenger/events').catch(() => undefined)
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
  import('@/lib/intercom/messenger/events').then(
    ({ events }) => events.track(name, metadata, { ...options, at }),
    () => messenger.actions.trackEvent(name, metadata),
  )
}
