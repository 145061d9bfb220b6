'use client'

import * as React from 'react'
import { initialState, messenger } from './messenger-store.ts'
import type { IntercomActions, IntercomState } from './types.ts'

/** What a selector may give: plain values, so that an equal one is no reason to render. */
type Selected = string | number | boolean | null

/**
 * The Messenger.
 *
 * - `const { showNewMessage, trackEvent } = useIntercom()` gives its calls. They are the same at every render, and
 *   nothing that happens in the Messenger renders the component.
 * - `const unread = useIntercom((state) => state.unreadCount)` reads its state. The component renders when that very
 *   value changes.
 *
 * Works without a provider, too: calls wait for one.
 *
 * @param select picks one value of the state
 */
export function useIntercom(): IntercomActions
export function useIntercom<T extends Selected>(select: (state: IntercomState) => T): T
export function useIntercom(select?: (state: IntercomState) => Selected): IntercomActions | Selected {
  const read = (state: IntercomState) => (select ? select(state) : messenger.actions)
  return React.useSyncExternalStore(
    messenger.subscribe,
    () => read(messenger.getState()),
    () => read(initialState),
  )
}
