'use client'

import * as React from 'react'

const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('hashchange', listener)
  window.addEventListener('popstate', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('hashchange', listener)
    window.removeEventListener('popstate', listener)
  }
}

/**
 * One of several values, kept in the address after `#`, so that a link leads to it. Another value takes the place of the
 * one before: Back leaves the page.
 *
 * @param values what there is; anything else in the address counts as the first
 * @returns the value, and how to choose another. On the server and until the page is hydrated it is the first.
 */
export function useHashValue(values: readonly string[]): [value: string, choose: (value: string) => void] {
  const hash = React.useSyncExternalStore(
    subscribe,
    () => location.hash.slice(1),
    () => '',
  )
  const choose = React.useCallback((value: string) => {
    history.replaceState(history.state, '', `#${encodeURIComponent(value)}`)
    for (const listener of listeners) listener()
  }, [])
  return [values.find((value) => encodeURIComponent(value) === hash || value === hash) ?? values[0] ?? '', choose]
}
