'use client'

import * as React from 'react'

// For where the browser keeps nothing, as in some private windows: remembered until the page is left.
const dismissedHere = new Set<string>()
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  // Told of changes that other tabs make.
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

function isDismissed(key: string): boolean {
  if (dismissedHere.has(key)) return true
  try {
    return localStorage.getItem(key) !== null
  } catch {
    return false
  }
}

/**
 * Remembers in this browser that something was dismissed.
 *
 * @param key the key in `localStorage`; another key is another thing
 * @returns whether it was dismissed, and how to dismiss it. Null on the server and until the page is hydrated: what is
 *   shown then would flash before somebody who has dismissed it.
 */
export function useDismissal(key: string): [isDismissed: boolean | null, dismiss: () => void] {
  const value = React.useSyncExternalStore<boolean | null>(
    subscribe,
    () => isDismissed(key),
    () => null,
  )
  const dismiss = React.useCallback(() => {
    try {
      localStorage.setItem(key, 'dismissed')
    } catch {
      dismissedHere.add(key)
    }
    for (const listener of listeners) listener()
  }, [key])
  return [value, dismiss]
}
