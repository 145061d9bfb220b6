'use client'

import * as React from 'react'
import { initialState, messenger } from './messenger-store.ts'
import type { IntercomActions, IntercomState } from './types.ts'

/** Result of a selector: a plain value, so that an equal one doesn't render again. */
type Selected = string | number | boolean | null

/**
 * Returns the Messenger.
 *
 * - `const { showNewMessage, trackEvent } = useIntercom()` returns its functions. They are the same at every render, and the
 *   component never renders because of the Messenger.
 * - `const unread = useIntercom((state) => state.unreadCount)` reads its state. The component renders when that value changes.
 *
 * Calls before a provider has mounted wait for it.
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
