'use client'

import * as React from 'react'

// Private windows may block storage. A dismissal then lasts until the page unloads.
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

interface DismissalOptions {
  /** State that the app stores on its server. The browser then stores nothing. */
  isDismissed?: boolean | undefined
  onDismiss?: (() => void) | undefined
}

/**
 * Remembers in `localStorage` that the user has dismissed a part of the page. On the server and until hydration it counts as
 * dismissed, so that it can't flash.
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
