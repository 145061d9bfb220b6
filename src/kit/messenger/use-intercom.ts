'use client'

import * as React from 'react'
import { initialState, messenger } from './messenger-store.ts'
import type { IntercomActions, IntercomState } from './types.ts'
import type { EventTable, TrackEvent } from './use-track-event.ts'

/** Plain values, because equal ones don't cause a render. */
type Selected = string | number | boolean | null

/**
 * Returns the Messenger's functions, or a part of its state. Calls before a provider has mounted are queued.
 * - `const { showNewMessage, trackEvent } = useIntercom()` returns stable functions, and never causes a render.
 * - `const { trackEvent } = useIntercom<AppEvents>()` checks the names and metadata of events, as `useTrackEvent` does.
 * - `const unread = useIntercom((state) => state.unreadCount)` renders the component when the value changes.
 */
export function useIntercom<Events extends EventTable = EventTable>(): Omit<IntercomActions, 'trackEvent'> & { trackEvent: TrackEvent<Events> }
export function useIntercom<T extends Selected>(select: (state: IntercomState) => T): T
export function useIntercom(select?: (state: IntercomState) => Selected): IntercomActions | Selected {
  const read = (state: IntercomState) => (select ? select(state) : messenger.actions)
  return React.useSyncExternalStore(
    messenger.subscribe,
    () => read(messenger.getState()),
    () => read(initialState),
  )
}
