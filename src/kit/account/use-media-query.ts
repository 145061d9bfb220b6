'use client'

import * as React from 'react'

/**
 * Whether a media query matches. False on the server and until the page is hydrated.
 *
 * @param query as CSS writes it: `(min-width: 48rem)`
 */
export function useMediaQuery(query: string): boolean {
  const subscribe = React.useCallback(
    (listener: () => void) => {
      const list = matchMedia(query)
      list.addEventListener('change', listener)
      return () => list.removeEventListener('change', listener)
    },
    [query],
  )
  return React.useSyncExternalStore(
    subscribe,
    () => matchMedia(query).matches,
    () => false,
  )
}
