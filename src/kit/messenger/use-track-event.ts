'use client'

import * as React from 'react'
import type { TrackOptions } from './event-queue.ts'
import { loadEvents, trackEvent } from './track.ts'
import type { EventMetadata } from './types.ts'

/** The events that an app tracks, each with its metadata; `undefined` for one without. */
export type EventTable = Record<string, EventMetadata | undefined>

/** Tracks an event: its name in snake_case, and what is known of it. */
export type TrackEvent<Events extends EventTable> = <Name extends keyof Events & string>(
  name: Name,
  ...metadata: Events[Name] extends undefined ? [] : undefined extends Events[Name] ? [Events[Name]?] : [Events[Name]]
) => void

/**
 * Gives a function that tracks events, the same at every render.
 *
 * Events go through the Messenger when it is ready, at most ten a second. Where it is blocked, or is not there when the
 * page is left, they go through `POST /api/intercom/events`, gathered once a second; `via: 'api'` always takes that way.
 * Exactly the same event twice within a second counts once. A name or metadata that Intercom would not take is refused,
 * and the console says so in development.
 *
 * With a table of events names and metadata are checked by the compiler:
 * `useTrackEvent<{ plan_upgraded: { plan: string } }>()`.
 *
 * @param options see `TrackOptions`
 */
export function useTrackEvent<Events extends EventTable = EventTable>(options: TrackOptions = {}): TrackEvent<Events> {
  const { via = 'messenger', debounce = 0 } = options
  React.useEffect(() => void loadEvents(), [])
  return React.useCallback(
    (name, ...metadata) => trackEvent(name, metadata[0], { via, debounce }),
    [via, debounce],
  )
}
