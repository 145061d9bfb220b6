'use client'

import * as React from 'react'

// Some private windows store nothing: then a dismissal lasts until the page is left.
const dismissedHere = new Set<string>()
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  // Fires when another tab dismisses it.
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

function readDismissal(key: string): boolean {
  if (dismissedHere.has(key)) return true
  try {
    return localStorage.getItem(key) !== null
  } catch {
    return false
  }
}

function storeDismissal(key: string): void {
  try {
    localStorage.setItem(key, 'dismissed')
  } catch {
    dismissedHere.add(key)
  }
  for (const listener of listeners) listener()
}

/** Options of {@link useDismissal}. */
export interface DismissalOptions {
  /** Whether it was dismissed, if the server knows that. The browser then stores nothing. */
  isDismissed?: boolean | undefined
  /** Called when the user dismisses it. */
  onDismiss?: (() => void) | undefined
}

/**
 * Remembers in this browser that the user has dismissed something.
 *
 * @param key the key in `localStorage`
 * @returns whether it was dismissed, and a function that dismisses it. Counts as dismissed on the server and until
 *   hydration, because what was dismissed would flash otherwise.
 */
export function useDismissal(
  key: string,
  { isDismissed, onDismiss }: DismissalOptions = {},
): [isDismissed: boolean, dismiss: () => void] {
  const isStored = React.useSyncExternalStore(
    subscribe,
    () => readDismissal(key),
    () => true,
  )
  function dismiss(): void {
    if (isDismissed === undefined) storeDismissal(key)
    onDismiss?.()
  }
  return [isDismissed ?? isStored, dismiss]
}
