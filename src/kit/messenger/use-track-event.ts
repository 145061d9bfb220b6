'use client'

import * as React from 'react'
import type { EventQueue, TrackOptions } from './event-queue.ts'
import { messenger } from './messenger-store.ts'
import { getSession } from '../shared/session-end.ts'
import type { EventMetadata } from './types.ts'

// One promise for all, so that events keep their order.
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

/** Events that an app tracks, each with its metadata; `undefined` for an event without. */
export type EventTable = Record<string, EventMetadata | undefined>

/** Tracks an event. Its name is in snake_case. */
export type TrackEvent<Events extends EventTable> = <Name extends keyof Events & string>(
  name: Name,
  ...metadata: Events[Name] extends undefined ? [] : undefined extends Events[Name] ? [Events[Name]?] : [Events[Name]]
) => void

/**
 * Returns a function that tracks events. The function is the same at every render.
 *
 * Events go through the Messenger, at most ten a second. If the Messenger is blocked, or hasn't loaded when the page is left,
 * they go through `POST /api/intercom/events`, once a second; with `via: 'api'` they always do. The same event within a second
 * counts once. Names and metadata that Intercom wouldn't accept are refused, with a warning in development.
 *
 * Types for events: `useTrackEvent<{ plan_upgraded: { plan: string } }>()`.
 */
export function useTrackEvent<Events extends EventTable = EventTable>(options: TrackOptions = {}): TrackEvent<Events> {
  const { via = 'messenger', debounce = 0 } = options
  React.useEffect(() => void loadEvents(), [])
  return React.useCallback(
    (name, ...metadata) => trackEvent(name, metadata[0], { via, debounce }),
    [via, debounce],
  )
}
