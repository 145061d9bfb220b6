'use client'

import * as React from 'react'
import type { EventQueue, TrackOptions } from './event-queue.ts'
import { messenger } from './messenger-store.ts'
import { getSession } from '../shared/session.ts'
import type { EventMetadata } from './types.ts'

// A single promise keeps events in order.
let loading: Promise<EventQueue | undefined> | undefined

function loadEvents(): Promise<EventQueue | undefined> {
  loading ??= import('./event-queue.ts').then(
    ({ events }) => events,
    () => (loading = undefined),
  )
  return loading
}

function trackEvent(name: string, metadata: EventMetadata | undefined, options: TrackOptions): void {
  // oxlint-disable-next-line kit/no-unstable-render -- Called by events and effects, not by a render.
  const at = Date.now()
  const session = getSession()
  void loadEvents().then((events) => {
    if (session !== getSession()) return
    if (events) events.track(name, metadata, { ...options, at })
    else messenger.send('trackEvent', name, metadata)
  })
}

/** Events of an app by name, with their metadata; `undefined` for events without. */
export type EventTable = Record<string, EventMetadata | undefined>

export type TrackEvent<Events extends EventTable> = <Name extends keyof Events & string>(
  name: Name,
  ...metadata: Events[Name] extends undefined ? [] : undefined extends Events[Name] ? [Events[Name]?] : [Events[Name]]
) => void

/**
 * Returns a stable function that tracks events. `useTrackEvent<{ plan_upgraded: { plan: string } }>()` adds types.
 *
 * Events go through the Messenger, at most ten a second, or through `POST /api/intercom/events` if the Messenger is blocked or
 * hasn't loaded when the user leaves. An event repeated within a second counts once. Invalid events are dropped, with a warning
 * in development.
 */
export function useTrackEvent<Events extends EventTable = EventTable>(options: TrackOptions = {}): TrackEvent<Events> {
  const { via = 'messenger', debounce = 0 } = options
  React.useEffect(() => void loadEvents(), [])
  return React.useCallback(
    (name, ...metadata) => trackEvent(name, metadata[0], { via, debounce }),
    [via, debounce],
  )
}
